/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 that a file should have, or its first digits, as PyTorch writes them into names of
 * files.
 *
 * @param digits 8 to 64 hexadecimal digits; none if it is unknown
 */
public record Checksum(String digits) {

    /** That of a file of which nobody said what it should be: any file has it. */
    public static final Checksum UNKNOWN = new Checksum("");

    /**
     * @throws IllegalArgumentException if these are neither none nor 8 to 64 hexadecimal digits
     */
    public Checksum {
        digits = digits.toLowerCase(Locale.ROOT);
        if (!digits.matches("([0-9a-f]{8,64})?")) {
            throw new IllegalArgumentException(
                    "A SHA-256 has 8 to 64 hexadecimal digits here, unlike \"" + digits + "\".");
        }
    }

    /**
     * Whether it says anything of a file.
     *
     * @return false if it is unknown
     */
    public boolean isKnown() {
        return !digits.isEmpty();
    }

    /**
     * Whether a SHA-256 is this one, or begins with it.
     *
     * @param sha256 64 hexadecimal digits in lower case
     * @return true if it does
     */
    public boolean matches(String sha256) {
        return sha256.startsWith(digits);
    }

    /**
     * The SHA-256 of a file.
     *
     * @param file the file, read piece by piece
     * @return 64 hexadecimal digits in lower case
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one lacks it.", e);
        }
    }
}
