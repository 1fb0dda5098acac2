/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets PyTorch's threads sleep while they wait. By default GNU OpenMP, which it uses on Linux, has
 * them spin, which takes the time of those that compute as soon as anything else runs: then all is
 * two to three times as slow.
 *
 * <p>OpenMP reads its environment once, when it is loaded. Java cannot change the environment of
 * its own process; the C library can.
 */
final class SleepingThreads {

    private static final Logger LOG = LoggerFactory.getLogger(SleepingThreads.class);
    private static final String NAME = "OMP_WAIT_POLICY";
    private static final String SLEEP = "PASSIVE";

    private SleepingThreads() {}

    /** The part of the C library that is needed. */
    private interface C extends Library {
        /** As in POSIX; 0 is success. */
        int setenv(String name, String value, int overwrite);
    }

    /**
     * Asks for it, unless the user has chosen; to be called before the native library is loaded.
     *
     * @param machine this machine
     */
    static void request(Machine machine) {
        if (!machine.classifier().startsWith("linux") || System.getenv(NAME) != null) {
            return;
        }
        try {
            Native.load("c", C.class).setenv(NAME, SLEEP, 0);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{} could not be set", NAME, e); // it is slower, and nothing else
        }
    }
}
