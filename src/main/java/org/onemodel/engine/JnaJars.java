/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JNA that is found first among Java's libraries; DJL needs version 5 or newer to see GPUs, and
 * others bring older ones.
 */
final class JnaJars {

    private static final Logger LOG = LoggerFactory.getLogger(JnaJars.class);
    private static final String CLASS = "com/sun/jna/Native.class";
    private static final int NEEDED = 5;

    private JnaJars() {}

    /**
     * What is wrong with the first, without loading it.
     *
     * @param loader finds the jars
     * @return one sentence, or nothing if it is new enough
     */
    static Optional<String> conflict(ClassLoader loader) {
        URL first = loader.getResource(CLASS);
        if (first == null) {
            return Optional.of(
                    "JNA is missing, without which DJL sees no GPU: put jna-5 into the folder of"
                            + " OneModel's libraries.");
        }
        try {
            if (first.openConnection() instanceof JarURLConnection jar) {
                String version = version(jar.getManifest());
                if (major(version) < NEEDED) {
                    return Optional.of(
                            "JNA %s of %s comes before OneModel's, and with it DJL sees no GPU:"
                                            .formatted(version, jar.getJarFileURL().getPath())
                                    + " update that jar to JNA 5, or remove it.");
                }
            }
        } catch (IOException e) {
            LOG.debug("The version of JNA in {} is unknown: {}", first, e.getMessage());
        }
        return Optional.empty();
    }

    private static String version(Manifest manifest) {
        if (manifest == null) {
            return "";
        }
        String version =
                manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        return version == null ? "" : version.replaceAll(" .*", "");
    }

    /** What has no number counts as new enough. */
    private static int major(String version) {
        String digits = version.replaceAll("\\D.*", "");
        return digits.isEmpty() ? NEEDED : Integer.parseInt(digits);
    }
}
