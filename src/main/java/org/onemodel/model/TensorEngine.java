/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Starts PyTorch, in any host.
 *
 * <p>DJL looks for its engines through the thread's context class loader, once, when its {@code
 * Engine} class is first used. In Fiji that loader does not always see the plugin's jars, so the
 * first use has to come through here.
 *
 * <p>PyTorch records on each thread what gradients would need, unless that thread says no: else
 * restoring an image would take the memory of training, and weights could not be written. So each
 * thread has to come through here before it computes; a gradient collector records on its own.
 */
public final class TensorEngine {

    private static final String NAME = "PyTorch";
    private static final String NO_TELEMETRY = "OPT_OUT_TRACKING";

    private TensorEngine() {}

    /**
     * The engine, started if this is its first use; this thread then records no gradients.
     *
     * @return PyTorch
     * @throws ModelException if its native library is missing or does not start
     */
    public static Engine start() throws ModelException {
        if (System.getProperty(NO_TELEMETRY) == null) {
            System.setProperty(NO_TELEMETRY, "true"); // DJL would report its use
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TensorEngine.class.getClassLoader());
        try {
            Engine engine = Engine.getEngine(NAME);
            JniUtils.setGradMode(false);
            return engine;
        } catch (RuntimeException | LinkageError e) {
            throw new ModelException(
                    "PyTorch could not be started (" + e + "): is its native library installed?",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * A new owner of tensors on exactly this device.
     *
     * @param device a device of this machine
     * @return the manager, for the caller to close
     * @throws ModelException if PyTorch does not start or the device does not exist
     */
    public static NDManager newManager(Device device) throws ModelException {
        Engine engine = start();
        if (device.isGpu() && device.getDeviceId() >= engine.getGpuCount()) {
            throw new ModelException(
                    "There is no GPU "
                            + device.getDeviceId()
                            + ": PyTorch sees "
                            + engine.getGpuCount()
                            + " here; choose cpu or another GPU.");
        }
        return engine.newBaseManager(device);
    }
}
