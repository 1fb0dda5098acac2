/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The versions that belong together, as DJL's jar names them.
 *
 * @param pytorch PyTorch's, such as {@code 2.7.1}
 * @param djl DJL's, such as {@code 0.35.1}, which the binding must be of
 */
record EngineVersions(String pytorch, String djl) {

    private static final String FILE = "pytorch-engine.properties";

    /** Those of the jar that this class loader finds, unless PYTORCH_VERSION names another. */
    static EngineVersions of(ClassLoader loader) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("DJL's PyTorch engine is not on the class path.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("DJL's " + FILE + " could not be read: " + e, e);
        }
        String named = Utils.getEnvOrSystemProperty("PYTORCH_VERSION", "");
        return new EngineVersions(
                named.isEmpty() ? properties.getProperty("pytorch_version") : named,
                properties.getProperty("djl_version"));
    }
}
