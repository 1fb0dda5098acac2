/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.util.Locale;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.encoder.Projection;

/** The card of a model that was imported: what it is, and that nothing more is known of it. */
final class ImportCard {

    private ImportCard() {}

    /** The text, Markdown. */
    static String of(ImportSummary summary, ModelDescription description, Provenance provenance) {
        Architecture architecture = summary.architecture();
        String channels =
                architecture.channels().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                # %s

                A %s. %s

                %s

                | | |
                |---|---|
                | size | %d×%5$d pixels |
                | latent size | %d |
                | mapping layers | %d |
                | channels by resolution | %s |
                | parameters | %d |
                %s
                What it was trained on and how well it does is not known here: nothing was measured
                on import.

                Licence: %s.

                Citation: %s.
                """,
                summary.name(),
                summary.kind(),
                use(architecture),
                description.decoder(),
                architecture.size(),
                architecture.latentSize(),
                architecture.mappingLayers(),
                channels,
                summary.parameters(),
                provenance.rows(),
                description.licence(),
                description.citation());
    }

    private static String use(Architecture architecture) {
        if (architecture.encoder() == EncoderKind.NONE) {
            return "It makes images from random latent codes, and has no encoder to read images"
                    + " with.";
        }
        String read =
                switch (architecture.heads()) {
                    case ALL -> "reads a latent code and noise maps";
                    case LATENT ->
                            "reads a latent code (the noise maps are drawn, always the same)";
                    case NOISE -> "reads noise maps (the latent code is always the same)";
                };
        String doubt =
                architecture.projection() == Projection.W_PLUS
                        ? " Whether an encoder sums its latent vectors into Z can't be told from its"
                                + " tensors, and it was taken for one that doesn't; `onemodel"
                                + " verify` can tell, and `onemodel import --summed-z` imports it."
                        : "";
        return "It reconstructs images: its encoder, of the form published with \"One Model to"
                + " Reconstruct Them All\", "
                + read
                + ", and its decoder turns them back."
                + doubt;
    }
}
