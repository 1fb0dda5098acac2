/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.weights.ForeignModel;
import org.onemodel.weights.HostTensor;

/** Turns a foreign checkpoint into a bundle. */
public final class Importer {

    private static final String STYLEGAN1 =
            "Karras, Laine, Aila: A Style-Based Generator Architecture for Generative Adversarial"
                    + " Networks, CVPR 2019";
    private static final String STYLEGAN2 =
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
     * @param file a checkpoint of a StyleGAN generator or of the paper's autoencoders
     * @param bundle the folder to write; a bundle that is there already is replaced
     * @param provenance where the file came from, which the bundle then says
     * @return what was imported
     * @throws IOException with one sentence, if the checkpoint holds no such model or is damaged,
     *     or the bundle cannot be written
     */
    public static ImportSummary importFile(Path file, Path bundle, Provenance provenance)
            throws IOException {
        return write(read(file, false), bundle, provenance);
    }

    /**
     * Imports a checkpoint of unknown origin, otherwise as {@link #importFile(Path, Path,
     * Provenance)} does.
     *
     * @param file a checkpoint of a StyleGAN generator or of the paper's autoencoders
     * @param bundle the folder to write
     * @return what was imported
     * @throws IOException with one sentence, as above
     */
    public static ImportSummary importFile(Path file, Path bundle) throws IOException {
        return importFile(file, bundle, Provenance.UNKNOWN);
    }

    /**
     * Reads a checkpoint in a form that its tensors don't tell.
     *
     * @param file a checkpoint
     * @param summedIntoZ whether its encoder sums the latent vectors of all layers into Z
     * @return the model, to be written
     * @throws IOException with one sentence, if the checkpoint holds no such model or is damaged
     */
    public static ForeignModel read(Path file, boolean summedIntoZ) throws IOException {
        TensorEngine.start();
        ForeignModel model = ForeignModel.read(file);
        return summedIntoZ ? model.summedIntoZ() : model;
    }

    /**
     * Writes a model that has been read as a bundle with a card, whole or not at all. The model is
     * named after the bundle's folder.
     *
     * @param model the model
     * @param bundle the folder to write; a bundle that is there already is replaced
     * @param provenance where the model came from, which the bundle then says
     * @return what was imported
     * @throws IOException with one sentence, if the bundle cannot be written
     */
    public static ImportSummary write(ForeignModel model, Path bundle, Provenance provenance)
            throws IOException {
        ModelDescription description = description(model, provenance, bundle);
        long parameters = model.parameters().values().stream().mapToLong(HostTensor::size).sum();
        ImportSummary summary =
                new ImportSummary(description.name(), model.architecture(), parameters);
        ModelBundle.write(
                bundle,
                description,
                model.parameters(),
                ImportCard.of(summary, description, provenance));
        return summary;
    }

    private static ModelDescription description(
            ForeignModel model, Provenance provenance, Path bundle) throws ModelException {
        Architecture architecture = model.architecture();
        boolean generator = architecture.encoder() == EncoderKind.NONE;
        try {
            return new ModelDescription(
                    bundle.toAbsolutePath().normalize().getFileName() + "",
                    "1.0",
                    generator ? Task.GENERATE : Task.RECONSTRUCT,
                    architecture,
                    architecture.size(),
                    List.of(),
                    model.isGrey() ? "grey" : "colour",
                    String.format(
                            Locale.ROOT,
                            "A StyleGAN %d generator of %d×%2$d pixels, imported from %s.",
                            architecture.styleGan(),
                            architecture.size(),
                            provenance.origin(model.file())),
                    provenance.licenceInWords(),
                    provenance.citationOr(citation(architecture)),
                    new TreeMap<>(),
                    "");
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    "The bundle " + bundle + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String citation(Architecture architecture) {
        String generator = architecture.styleGan() == 1 ? STYLEGAN1 : STYLEGAN2;
        return architecture.encoder() == EncoderKind.NONE
                ? generator
                : AUTOENCODER + "; " + generator;
    }
}
