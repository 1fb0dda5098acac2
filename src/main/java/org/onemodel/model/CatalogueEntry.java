/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.VerifiedDownload;

/**
 * Weights that others publish.
 *
 * @param name what they are called here; a checkpoint's model is named so once it is fetched
 * @param title what they are, in one line
 * @param kind what is done with them
 * @param files where they are; none if no address gives them to a program
 * @param megabytes their size in 10⁶ bytes, 0 if unknown
 * @param licence their licence, in words
 * @param citation what to cite, in one line
 * @param page the address of a page about them, for people
 * @param note what else there is to say, or empty
 */
public record CatalogueEntry(
        String name,
        String title,
        Kind kind,
        List<VerifiedDownload> files,
        int megabytes,
        String licence,
        String citation,
        String page,
        String note) {

    /** What is done with fetched weights. */
    public enum Kind {
        /** A foreign checkpoint in one file, which is imported. */
        CHECKPOINT,
        /** Files that LPIPS looks for. */
        LPIPS;

        /**
         * How it is written in a catalogue.
         *
         * @return its name in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException with one sentence, if one cannot be
     */
    public CatalogueEntry {
        files = List.copyOf(files);
        if (!name.matches(ModelDescription.NAME)) {
            throw new IllegalArgumentException(
                    "a name has letters, digits, dots, hyphens and underscores only, not \""
                            + name
                            + "\".");
        }
        if (kind == Kind.CHECKPOINT && files.size() > 1) {
            throw new IllegalArgumentException(
                    name + ".files must have one checkpoint or none, not " + files.size() + ".");
        }
        if (files.isEmpty() && page.isBlank()) {
            throw new IllegalArgumentException(name + " must have files or a page.");
        }
        if (megabytes < 0) {
            throw new IllegalArgumentException(
                    name + ".megabytes must not be negative, as " + megabytes + " is.");
        }
    }

    /**
     * Reads an entry; every key must be there and no other.
     *
     * @param name the key that it stands under
     * @param fields what stands there
     * @throws ModelException if a key is missing, unknown or of another type
     * @throws IllegalArgumentException with one sentence, if a value cannot be
     */
    static CatalogueEntry of(String name, JsonFields fields) throws ModelException {
        List<VerifiedDownload> files = new ArrayList<>();
        for (JsonFields file : fields.objects("files")) {
            Checksum checksum = file.converted("sha256", Checksum::new);
            files.add(
                    file.converted("url", url -> new VerifiedDownload(URI.create(url), checksum)));
            file.end();
        }
        CatalogueEntry entry =
                new CatalogueEntry(
                        name,
                        fields.text("title"),
                        fields.choice("kind", List.of(Kind.values()), Kind::word),
                        files,
                        fields.integer("megabytes"),
                        fields.text("licence"),
                        fields.text("citation"),
                        fields.text("page"),
                        fields.text("note"));
        fields.end();
        return entry;
    }
}
