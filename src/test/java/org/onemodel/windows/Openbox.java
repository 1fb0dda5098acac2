/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;

/** Frames around windows, with titles: openbox. */
final class Openbox implements AutoCloseable {

    private static final String PROGRAM = "openbox";

    private final Process process;

    private Openbox(Process process) {
        this.process = process;
    }

    /** Starts one on a display. */
    static Openbox start(XServer display) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM, "--sm-disable");
        builder.environment().put("DISPLAY", display.display());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new Openbox(builder.start());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
