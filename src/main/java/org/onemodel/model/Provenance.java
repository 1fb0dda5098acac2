/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.nio.file.Path;

/**
 * Where a foreign checkpoint came from, as far as is known; what is not is empty.
 *
 * @param address the address that it was fetched from
 * @param sha256 the SHA-256 of the file that came
 * @param page the address of a page about it
 * @param licence the licence of the weights, in words
 * @param citation what to cite, in one line
 */
public record Provenance(
        String address, String sha256, String page, String licence, String citation) {

    /** Of a file of which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance("", "", "", "", "");

    private static final String OF_THE_FILE = "unknown: that of the file it was imported from";

    /**
     * Of an entry of the catalogue.
     *
     * @param entry a checkpoint with a file
     * @param sha256 the SHA-256 of the file that came
     * @return what the entry says of it
     */
    static Provenance of(CatalogueEntry entry, String sha256) {
        return new Provenance(
                entry.files().get(0).source().toString(),
                sha256,
                entry.page(),
                entry.licence(),
                entry.citation());
    }

    /** The file in words, to stand behind "imported from". */
    String origin(Path file) {
        return address.isEmpty()
                ? file.getFileName().toString()
                : address + " (SHA-256 " + sha256 + ")";
    }

    /** The licence in words, in any case. */
    String licenceInWords() {
        return licence.isBlank() ? OF_THE_FILE : licence;
    }

    /** What to cite, where this says nothing else. */
    String citationOr(String usual) {
        return citation.isBlank() ? usual : citation;
    }

    /** Rows for the card's table. */
    String rows() {
        String rows = address.isEmpty() ? "" : "| fetched from | <" + address + "> |\n";
        rows += sha256.isEmpty() ? "" : "| SHA-256 of that file | " + sha256 + " |\n";
        return rows + (page.isEmpty() ? "" : "| about it | <" + page + "> |\n");
    }
}
