/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.time.Duration;

/** Is told how far a download has come, on the thread that waits for it. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * Called now and then, and at the end with everything received.
     *
     * @param received bytes so far, those of an earlier run included
     * @param total bytes in all, or -1 if the server does not say
     */
    void update(long received, long total);

    /**
     * Called when a connection broke, before the next attempt.
     *
     * @param reason why, without a full stop
     * @param pause how long it will be until then
     */
    default void retrying(String reason, Duration pause) {
        // Who only shows how far it is need not know.
    }
}
