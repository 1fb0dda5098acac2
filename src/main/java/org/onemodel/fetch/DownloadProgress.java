/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

/** Is told how far a download has come, on the thread that waits for it. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * Called now and then, and at the end with everything received.
     *
     * @param received bytes so far
     * @param total bytes in all, or -1 if the server does not say
     */
    void update(long received, long total);
}
