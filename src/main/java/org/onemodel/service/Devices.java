/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.engine.NativeLibrary;
import org.onemodel.engine.PyTorch;
import org.onemodel.model.DeviceNames;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.restore.OneModelException;

/** The devices that users name, and what the engine says of itself. */
public final class Devices {

    private static final String AUTO = "auto";

    private Devices() {}

    /** The engine's name, version, library, devices and threads. */
    static EngineStatus status() throws ModelException {
        Engine engine = TensorEngine.start();
        NativeLibrary library = PyTorch.loaded().orElseThrow();
        return new EngineStatus(
                engine.getEngineName(),
                engine.getVersion(),
                library.folder().toString(),
                library.source().toString(),
                library.flavor().name(),
                DeviceNames.all(TensorEngine.gpuCount()),
                JniUtils.getNumThreads());
    }

    /**
     * What can be asked for: auto, cpu and each GPU, if PyTorch can be started to look for them.
     */
    static List<String> choices() throws IOException {
        List<String> choices = new ArrayList<>(List.of(AUTO));
        choices.addAll(
                DeviceNames.all(PyTorch.problem().isPresent() ? 0 : TensorEngine.gpuCount()));
        return List.copyOf(choices);
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
        TensorEngine.start(); // or its own failure
        return named(() -> DeviceNames.device(name));
    }

    static Device device(String name, int gpus) {
        return named(() -> DeviceNames.device(name, gpus));
    }

    private static Device named(Choice choice) {
        try {
            return choice.device();
        } catch (ModelException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    private interface Choice {
        Device device() throws ModelException;
    }

    /** The name of a device, as users write it. */
    static String name(Device device) {
        return DeviceNames.name(device);
    }
}
