/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.engine.PyTorch;

/** Devices as users name them: auto, cpu, gpu, gpu:1 and so on. */
public final class DeviceNames {

    private static final String AUTO = "auto";
    private static final String CPU = "cpu";
    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");

    private DeviceNames() {}

    /**
     * The device that a name asks for.
     *
     * @param name auto, cpu, gpu or gpu:N
     * @return the device; for auto the first GPU if there is one
     * @throws ModelException if there is no such device, for another is never taken instead, or the
     *     engine does not start
     */
    public static Device device(String name) throws ModelException {
        Device device = device(name, TensorEngine.gpuCount());
        if (!device.isGpu() && !name.equalsIgnoreCase(CPU)) {
            PyTorch.tellOfUnusedGpu();
        }
        return device;
    }

    /**
     * The device that a name asks for on a machine.
     *
     * @param name auto, cpu, gpu or gpu:N
     * @param gpus GPUs that the engine sees
     * @return the device
     * @throws ModelException if there is no such device
     */
    public static Device device(String name, int gpus) throws ModelException {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.equals(CPU) || wanted.equals(AUTO) && gpus == 0) {
            return Device.cpu();
        }
        if (wanted.equals(AUTO)) {
            return Device.gpu(0);
        }
        Matcher gpu = GPU.matcher(wanted);
        if (!gpu.matches()) {
            throw new ModelException(
                    "There is no device '" + name + "'; give one of auto, cpu, gpu or gpu:N.");
        }
        int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
        if (index >= gpus) {
            throw new ModelException(
                    "The device '"
                            + name
                            + "' was asked for, but PyTorch sees "
                            + (gpus == 0 ? "no GPU" : "only " + String.join(", ", all(gpus)))
                            + "; choose auto or cpu, or install PyTorch for your GPU.");
        }
        return Device.gpu(index);
    }

    /**
     * All devices of a machine.
     *
     * @param gpus GPUs that the engine sees
     * @return cpu and each GPU
     */
    public static List<String> all(int gpus) {
        List<String> devices = new ArrayList<>(List.of(CPU));
        for (int i = 0; i < gpus; i++) {
            devices.add("gpu:" + i);
        }
        return devices;
    }

    /**
     * The name of a device, as users write it.
     *
     * @param device a device
     * @return cpu or gpu:N
     */
    public static String name(Device device) {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : CPU;
    }
}
