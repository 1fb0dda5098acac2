/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.net.URI;

/**
 * Says in one sentence why a file could not be fetched, from which address, and what to do instead.
 */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param source the address
     * @param reason why it does not come, as in "the server answered 404"
     * @param advice what to do, as in "download it by other means, then …"
     * @param cause what told of it, or null
     */
    DownloadException(URI source, String reason, String advice, Throwable cause) {
        super("Could not fetch " + source + ": " + reason + "; " + advice + ".", cause);
    }
}
