/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the networks lie in a checkpoint: which of its tensors belong to the model, and which of
 * them is the source of which parameter.
 *
 * @param root what the names of all tensors of the model start with, such as {@code autoencoder/}
 * @param form what reads images
 * @param decoder what the names of the generator's tensors start with
 * @param names all tensors of the file
 */
record Layout(String root, Form form, String decoder, Set<String> names) {

    /** The encoders of the paper, as far as their tensors differ. */
    enum Form {
        /** A generator alone. */
        NO_ENCODER,
        /** One latent head per block: W+, or its sum. */
        W_PLUS,
        /** One latent head in all. */
        Z,
        /** A network for the latent code and one for the noise maps. */
        TWO_NETWORKS
    }

    /** The mean of W lies beside the generator, not in it. */
    static final String MEAN_LATENT = "latent_avg";

    private static final String STYLEGAN2 = "conv1.conv.modulation.weight";
    private static final String CONSTANT = "input.input";
    private static final Pattern ENCODER_PART =
            Pattern.compile("((?:latent_|noise_)?encoder\\.)(.*)");
    private static final String[] GENERATORS = {"g_ema/", ""};
    private static final String[] AUTOENCODERS = {"autoencoder/", ""};

    /**
     * Finds the networks.
     *
     * @throws CheckpointException if there is none of a known kind; says what was found
     */
    static Layout recognize(Path file, SortedSet<String> names) throws CheckpointException {
        for (String root : AUTOENCODERS) {
            Form form = form(names, root);
            if (form != Form.NO_ENCODER && hasStart(names, root + "decoder.")) {
                if (!isStyleGan2(names, root + "decoder.")) {
                    throw unsupported(file, "an autoencoder whose decoder is no StyleGAN 2");
                }
                return new Layout(root, form, root + "decoder.", names);
            }
        }
        for (String root : GENERATORS) {
            if (isStyleGan2(names, root)) {
                return new Layout(root, Form.NO_ENCODER, root, names);
            }
        }
        if (hasStart(names, "g_running/generator.") || hasStart(names, "generator.progression.")) {
            throw unsupported(file, "a StyleGAN 1 generator");
        }
        throw new CheckpointException(
                file,
                "holds neither a StyleGAN 2 generator (key g_ema) nor the paper's autoencoder for"
                        + " StyleGAN 2 (key autoencoder)"
                        + (names.isEmpty()
                                ? " and in fact no tensor."
                                : " but tensors such as "
                                        + DataUnpickler.printable(names.first())
                                        + "."));
    }

    private static Form form(SortedSet<String> names, String root) {
        if (hasStart(names, root + "latent_encoder.") && hasStart(names, root + "noise_encoder.")) {
            return Form.TWO_NETWORKS;
        }
        if (!hasStart(names, root + "encoder.")) {
            return Form.NO_ENCODER;
        }
        return names.contains(root + "encoder.to_latent.weight") ? Form.Z : Form.W_PLUS;
    }

    private static boolean isStyleGan2(SortedSet<String> names, String root) {
        return names.contains(root + CONSTANT) && names.contains(root + STYLEGAN2);
    }

    private static boolean hasStart(SortedSet<String> names, String start) {
        SortedSet<String> rest = names.tailSet(start);
        return !rest.isEmpty() && rest.first().startsWith(start);
    }

    private static CheckpointException unsupported(Path file, String found) {
        return new CheckpointException(
                file,
                "holds "
                        + found
                        + ", which cannot be imported yet; StyleGAN 2 generators and the paper's"
                        + " autoencoders for them can.");
    }

    /** Whether there is an encoder. */
    boolean hasEncoder() {
        return form != Form.NO_ENCODER;
    }

    /** Whether a tensor of the file belongs to the model; a training's other networks do not. */
    boolean contains(String name) {
        if (name.equals(MEAN_LATENT)) {
            return !hasEncoder();
        }
        return name.startsWith(root) && name.indexOf('/', root.length()) < 0;
    }

    /** The tensor of the file that gives a parameter its values. */
    String source(String parameter) {
        if (parameter.equals("decoder." + MEAN_LATENT)) {
            return MEAN_LATENT;
        }
        return parameter.startsWith("decoder.")
                ? decoder + parameter.substring("decoder.".length())
                : root + parameter;
    }

    /**
     * Whether such networks are known to have this tensor without using it: counters, and parts of
     * the paper's encoder that its code stores twice or never runs.
     */
    boolean isIdle(String name) {
        Matcher part = ENCODER_PART.matcher(name.substring(Math.min(root.length(), name.length())));
        if (!hasEncoder() || !part.matches()) {
            return false;
        }
        String encoder = root + part.group(1);
        String rest = part.group(2);
        return rest.endsWith(".num_batches_tracked")
                || rest.startsWith("start_block.")
                || rest.startsWith("intermediate_block.")
                || rest.matches("intermediate_to_noise\\.\\d{1,4}\\.(weight|bias)")
                        && isLast(encoder, rest)
                || encoder.endsWith("noise_encoder.")
                        && rest.matches("intermediate_resnet_blocks\\.\\d{1,4}\\..*")
                        && isLast(encoder, rest);
    }

    private boolean isLast(String encoder, String part) {
        int index = Integer.parseInt(part.split("\\.")[1]);
        return names.contains(encoder + "resnet_blocks." + index + ".conv1.weight")
                && !names.contains(encoder + "resnet_blocks." + (index + 1) + ".conv1.weight");
    }
}
