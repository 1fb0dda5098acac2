/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.weights.ForeignModel;

/** Turns a foreign checkpoint into a bundle. */
public final class Importer {

    private static final String UNKNOWN = "unknown: that of the file it was imported from";
    private static final String GENERATOR =
            "Karras, Laine, Aittala, Hellsten, Lehtinen, Aila: Analyzing and Improving the Image"
                    + " Quality of StyleGAN, CVPR 2020";
    private static final String AUTOENCODER =
            "Bartz, Bethge, Yang, Meinel: One Model to Reconstruct Them All, arXiv:2010.11113,"
                    + " 2020";

    private Importer() {}

    /**
     * Recognises what a checkpoint holds and writes it as a bundle with a card, whole or not at
     * all. The model is named after the bundle's folder.
     *
     * @param file a PyTorch checkpoint of a StyleGAN 2 generator or of the paper's autoencoders
     * @param bundle the folder to write; a bundle that is there already is replaced
     * @return what was imported
     * @throws IOException with one sentence, if the checkpoint holds no such model or is damaged,
     *     or the bundle cannot be written
     */
    public static ImportSummary importFile(Path file, Path bundle) throws IOException {
        return importFile(file, bundle, model -> model);
    }

    /** Reads it in the form that is asked for. */
    @FunctionalInterface
    interface Form {
        ForeignModel of(ForeignModel model) throws IOException;
    }

    static ImportSummary importFile(Path file, Path bundle, Form form) throws IOException {
        TensorEngine.start();
        ForeignModel model = form.of(ForeignModel.read(file));
        ModelDescription description = description(model.architecture(), file, bundle);
        try (NDManager manager = TensorEngine.newManager(Device.cpu());
                Autoencoder autoencoder = model.build(manager)) {
            long parameters =
                    autoencoder.parameters().values().stream()
                            .mapToLong(parameter -> parameter.getShape().size())
                            .sum();
            ImportSummary summary =
                    new ImportSummary(description.name(), model.architecture(), parameters);
            ModelBundle.write(bundle, description, autoencoder, card(summary, description));
            return summary;
        }
    }

    private static ModelDescription description(Architecture architecture, Path file, Path bundle)
            throws ModelException {
        boolean generator = architecture.encoder() == EncoderKind.NONE;
        try {
            return new ModelDescription(
                    bundle.toAbsolutePath().normalize().getFileName() + "",
                    "1.0",
                    generator ? Task.GENERATE : Task.RECONSTRUCT,
                    architecture,
                    architecture.size(),
                    List.of(),
                    "colour",
                    String.format(
                            Locale.ROOT,
                            "A StyleGAN %d generator of %d×%2$d pixels, imported from %s.",
                            architecture.styleGan(),
                            architecture.size(),
                            file.getFileName()),
                    UNKNOWN,
                    generator ? GENERATOR : AUTOENCODER + "; " + GENERATOR,
                    new TreeMap<>(),
                    "");
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    "The bundle " + bundle + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String card(ImportSummary summary, ModelDescription description) {
        Architecture architecture = summary.architecture();
        String channels =
                architecture.channels().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
        String use =
                architecture.encoder() == EncoderKind.NONE
                        ? "It makes images from random latent codes, and has no encoder to read"
                                + " images with."
                        : "It reconstructs images: its encoder, of the form published with \"One"
                                + " Model to Reconstruct Them All\", reads a latent code and noise"
                                + " maps, and its decoder turns them back. Whether a file sums W+"
                                + " into Z can't be told from its tensors, and it is taken for W+;"
                                + " `onemodel verify` can tell.";
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

                What it was trained on and how well it does is not known here: nothing was measured
                on import.

                Licence: %s.

                Citation: %s.
                """,
                summary.name(),
                summary.kind(),
                use,
                description.decoder(),
                architecture.size(),
                architecture.latentSize(),
                architecture.mappingLayers(),
                channels,
                summary.parameters(),
                description.licence(),
                description.citation());
    }
}
