/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Says in one sentence why a file could not be fetched, from which address, and where to put it
 * when it was fetched by other means.
 */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param source the address
     * @param target where the file should have come to lie
     * @param reason why it does not, as in "the server answered 404"
     * @param cause what told of it, or null
     */
    DownloadException(URI source, Path target, String reason, Throwable cause) {
        super(
                "Could not fetch "
                        + source
                        + ": "
                        + reason
                        + "; download it by other means and put it into the folder "
                        + target.toAbsolutePath().getParent()
                        + " as "
                        + target.getFileName()
                        + ".",
                cause);
    }
}
