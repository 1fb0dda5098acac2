/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where the networks lie in a checkpoint: which of its tensors belong to the model, and which of
 * them is the source of which parameter.
 *
 * @param root what the names of all tensors of the model start with, such as {@code autoencoder/}
 * @param encoder the encoder's form, if there is one
 * @param decoder what the names of the generator's tensors start with
 * @param scheme how the generator's tensors are named
 * @param names all tensors of the file
 */
record Layout(
        String root,
        Optional<EncoderForm> encoder,
        String decoder,
        NamingScheme scheme,
        SortedSet<String> names) {

    /** The mean of W; it can lie beside the generator, not in it. */
    static final String MEAN_LATENT = "latent_avg";

    private static final String DECODER = "decoder.";

    /** With a dot where a file has no dictionaries. */
    private static final List<String> AUTOENCODERS = List.of("autoencoder/", "autoencoder.", "");

    /** The averaged generator of a training, which is the better one, as each port calls it. */
    private static final List<String> GENERATORS =
            List.of("g_ema/", "g_running/", "G_ema/", "g_ema.", "g_running.", "G_ema.", "");

    /**
     * Finds the networks.
     *
     * @throws CheckpointException if there is none of a known kind; says what was found
     */
    static Layout recognize(Path file, SortedSet<String> names) throws CheckpointException {
        for (String root : AUTOENCODERS) {
            EncoderForm form = EncoderForm.of(names, root);
            if (form != null) {
                String decoder = root + DECODER;
                NamingScheme scheme =
                        scheme(names, decoder)
                                .orElseThrow(
                                        () ->
                                                new CheckpointException(
                                                        file,
                                                        "holds an encoder whose decoder is no"
                                                                + " StyleGAN 1 or 2, so it cannot"
                                                                + " be imported."));
                return new Layout(root, Optional.of(form), decoder, scheme, names);
            }
        }
        for (String root : GENERATORS) {
            Optional<NamingScheme> scheme = scheme(names, root);
            if (scheme.isPresent()) {
                return new Layout(root, Optional.empty(), root, scheme.get(), names);
            }
        }
        throw new CheckpointException(
                file,
                "holds neither a StyleGAN generator (key g_ema, g_running or G_ema) nor the paper's"
                        + " autoencoder (key autoencoder)"
                        + (names.isEmpty()
                                ? " and in fact no tensor."
                                : " but tensors such as "
                                        + DataUnpickler.printable(names.first())
                                        + "."));
    }

    private static Optional<NamingScheme> scheme(SortedSet<String> names, String decoder) {
        for (NamingScheme scheme : NamingScheme.values()) {
            if (names.contains(decoder + scheme.mark())) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /** How many resolutions the encoder reads, if there is one. */
    Optional<Integer> encoderResolutions() {
        return encoder.map(form -> form.resolutions(names, root));
    }

    /** Whether a tensor of the file belongs to the model; a training's other networks do not. */
    boolean contains(String name) {
        return name.equals(MEAN_LATENT)
                || name.startsWith(root) && name.indexOf('/', root.length()) < 0;
    }

    /** Where a parameter comes from: a name of the file, prefix and all. */
    NamingScheme.Source source(String parameter) {
        if (!parameter.startsWith(DECODER)) {
            return new NamingScheme.Source(root + parameter, Conversion.SAME);
        }
        String name = parameter.substring(DECODER.length());
        NamingScheme.Source source =
                scheme.source(name).orElse(new NamingScheme.Source(name, Conversion.SAME));
        String full = decoder + source.name();
        boolean beside = name.equals(MEAN_LATENT) && !names.contains(full);
        return new NamingScheme.Source(beside ? MEAN_LATENT : full, source.conversion());
    }

    /** The filter that a tensor must be, if it is one. */
    Optional<LowPassFilter> filter(String name) {
        return name.startsWith(decoder)
                ? scheme.filter(name.substring(decoder.length()))
                : Optional.empty();
    }

    /** Whether such networks are known to have this tensor without using it. */
    boolean isIdle(String name) {
        if (name.startsWith(decoder) && scheme.isIdle(name.substring(decoder.length()))) {
            return true;
        }
        return encoder.isPresent()
                && name.startsWith(root)
                && encoder.get().isIdle(name.substring(root.length()), names, root);
    }
}
