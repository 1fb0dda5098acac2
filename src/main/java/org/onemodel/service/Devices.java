/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.restore.OneModelException;

/** The devices that users name, and what the engine says of itself. */
public final class Devices {

    private static final String AUTO = "auto";
    private static final String CPU = "cpu";
    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");

    private Devices() {}

    /** The engine's name, version, library, devices and threads. */
    static EngineStatus status() throws ModelException {
        Engine engine = TensorEngine.start();
        return new EngineStatus(
                engine.getEngineName(),
                engine.getVersion(),
                String.valueOf(LibUtils.getLibtorchPath()),
                devices(engine.getGpuCount()),
                JniUtils.getNumThreads());
    }

    /** What can be asked for: auto, cpu and each GPU. */
    static List<String> choices() throws ModelException {
        List<String> choices = new ArrayList<>(List.of(AUTO));
        choices.addAll(devices(TensorEngine.start().getGpuCount()));
        return List.copyOf(choices);
    }

    private static List<String> devices(int gpus) {
        List<String> devices = new ArrayList<>(List.of(CPU));
        for (int i = 0; i < gpus; i++) {
            devices.add("gpu:" + i);
        }
        return devices;
    }

    /**
     * The device that a name asks for.
     *
     * @param name auto, cpu, gpu or gpu:N
     * @return the device; for auto the first GPU if there is one
     * @throws OneModelException if there is no such device; another is never taken instead
     * @throws ModelException if the engine does not start
     */
    public static Device device(String name) throws ModelException {
        return device(name, TensorEngine.start().getGpuCount());
    }

    static Device device(String name, int gpus) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.equals(CPU) || wanted.equals(AUTO) && gpus == 0) {
            return Device.cpu();
        }
        if (wanted.equals(AUTO)) {
            return Device.gpu(0);
        }
        Matcher gpu = GPU.matcher(wanted);
        if (!gpu.matches()) {
            throw new OneModelException(
                    "There is no device '" + name + "'; give one of auto, cpu, gpu or gpu:N.");
        }
        int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
        if (index >= gpus) {
            throw new OneModelException(
                    "The device '"
                            + name
                            + "' was asked for, but PyTorch sees "
                            + (gpus == 0 ? "no GPU" : "only " + String.join(", ", devices(gpus)))
                            + "; choose auto or cpu, or install PyTorch for your GPU.");
        }
        return Device.gpu(index);
    }

    /** The name of a device, as users write it. */
    static String name(Device device) {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : CPU;
    }
}
