/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

/**
 * An image that could not be counted, or not all of it: planes before the one that failed are.
 *
 * @param image its title or the path of its file
 * @param cause why
 */
public record FailedImage(String image, Throwable cause) {

    /**
     * What went wrong.
     *
     * @return a sentence that names the image
     */
    public String sentence() {
        String message =
                cause instanceof OutOfMemoryError
                        ? "Java has too little memory for it; give it more, or choose fewer slices."
                        : String.valueOf(cause.getMessage());
        return message.contains(image) ? message : image + ": " + message;
    }
}
