/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.onemodel.engine.EngineProblem;
import org.onemodel.engine.PyTorch;

/**
 * PyTorch, started and made ready on the thread that computes.
 *
 * <p>PyTorch records on each thread what gradients would need, unless that thread says no: else
 * restoring an image would take the memory of training, and weights could not be written. So each
 * thread has to come through here before it computes; a gradient collector records on its own.
 */
public final class TensorEngine {

    private TensorEngine() {}

    /**
     * The engine, started if this is its first use; this thread then records no gradients.
     *
     * @return PyTorch
     * @throws ModelException if its native library is missing or does not start
     */
    public static Engine start() throws ModelException {
        try {
            Engine engine = PyTorch.start();
            JniUtils.setGradMode(false);
            return engine;
        } catch (EngineProblem e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /**
     * How many GPUs it can compute on.
     *
     * @return the number
     * @throws ModelException if it does not start
     */
    public static int gpuCount() throws ModelException {
        try {
            return PyTorch.gpuCount();
        } catch (EngineProblem e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /**
     * A new owner of tensors on exactly this device.
     *
     * @param device a device of this machine
     * @return the manager, for the caller to close
     * @throws ModelException if PyTorch does not start or the device does not exist or work
     */
    public static NDManager newManager(Device device) throws ModelException {
        Engine engine = start();
        if (device.isGpu() && device.getDeviceId() >= gpuCount()) {
            throw new ModelException(
                    "There is no GPU "
                            + device.getDeviceId()
                            + ": PyTorch sees "
                            + gpuCount()
                            + " here; choose cpu or another GPU.");
        }
        try {
            PyTorch.use(device);
        } catch (EngineProblem e) {
            throw new ModelException(e.getMessage(), e);
        }
        return engine.newBaseManager(device);
    }
}
