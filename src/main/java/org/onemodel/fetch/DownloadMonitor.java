/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

/**
 * Shows downloads, one after the other, to a user who may cancel them by interrupting the thread
 * that waits for them.
 */
@FunctionalInterface
public interface DownloadMonitor extends AutoCloseable {

    /** Shows nothing. */
    DownloadMonitor NONE = download -> (received, total) -> {};

    /**
     * The next download begins.
     *
     * @param download the download
     * @return is told how far it is
     */
    DownloadProgress of(VerifiedDownload download);

    /** There is no further one. */
    @Override
    default void close() {}
}
