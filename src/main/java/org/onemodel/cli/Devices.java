/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ai.djl.Device;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;

/** Devices by the words of the command line. */
final class Devices {

    private Devices() {}

    /**
     * Finds a device.
     *
     * @param text {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @return the device; for {@code auto} the first GPU if PyTorch has one, else the CPU
     * @throws ModelException if PyTorch does not start or the text is none of these
     */
    static Device parse(String text) throws ModelException {
        if (text.equals("auto")) {
            return TensorEngine.start().getGpuCount() > 0 ? Device.gpu(0) : Device.cpu();
        }
        if (text.equals("cpu")) {
            return Device.cpu();
        }
        if (text.matches("gpu(:\\d{1,3})?")) {
            return Device.gpu(text.length() > 4 ? Integer.parseInt(text.substring(4)) : 0);
        }
        throw new ModelException(
                "There is no device \"" + text + "\"; choose auto, cpu, gpu or gpu:N.");
    }
}
