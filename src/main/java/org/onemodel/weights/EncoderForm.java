/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;

/**
 * The encoders, as far as the names of their tensors differ.
 *
 * @param kind the paper's, or one with an expanding path
 * @param projection the form of the latent code; the sum of W+ into Z has the tensors of W+, and an
 *     expanding encoder's Z is told by a size only
 * @param heads what is read from an image
 * @param networks one network, or one for the latent code and one for the noise maps
 */
record EncoderForm(EncoderKind kind, Projection projection, Heads heads, EncoderNetworks networks) {

    /** In an expanding encoder: the first convolution, and those that halve the size. */
    static final String STEM = "stem.weight";

    static final String DOWN = "down.{n}.weight";
    static final String TO_LATENT = "to_latent.weight";

    private static final String ENCODER = "encoder.";
    private static final String LATENT_ENCODER = "latent_encoder.";
    private static final Pattern PART = Pattern.compile("((?:latent_|noise_)?encoder\\.)(.*)");

    /** The form that these names call for, or null if there is no encoder behind the root. */
    static EncoderForm of(SortedSet<String> names, String root) {
        if (hasStart(names, root + LATENT_ENCODER) && hasStart(names, root + "noise_encoder.")) {
            return of(names, root + LATENT_ENCODER, Heads.ALL, EncoderNetworks.TWO);
        }
        String encoder = root + ENCODER;
        if (!hasStart(names, encoder)) {
            return null;
        }
        boolean noise = hasStart(names, encoder + "to_noise.");
        boolean latent = hasStart(names, encoder + "to_latent.");
        Heads heads = latent && !noise ? Heads.LATENT : noise && !latent ? Heads.NOISE : Heads.ALL;
        return of(names, encoder, heads, EncoderNetworks.ONE);
    }

    private static EncoderForm of(
            SortedSet<String> names, String encoder, Heads heads, EncoderNetworks networks) {
        boolean expanding = names.contains(encoder + STEM);
        boolean oneVector = !expanding && names.contains(encoder + TO_LATENT);
        return new EncoderForm(
                expanding ? EncoderKind.EXPANDING : EncoderKind.RESNET,
                oneVector ? Projection.Z : Projection.W_PLUS,
                heads,
                networks);
    }

    private static boolean hasStart(SortedSet<String> names, String start) {
        SortedSet<String> rest = names.tailSet(start);
        return !rest.isEmpty() && rest.first().startsWith(start);
    }

    /** What the names in the first network start with, after the root. */
    String prefix() {
        return networks == EncoderNetworks.TWO ? LATENT_ENCODER : ENCODER;
    }

    /** How many resolutions it reads, from the largest down to 4×4. */
    int resolutions(SortedSet<String> names, String root) {
        return kind == EncoderKind.EXPANDING
                ? 2 + Series.count(root + prefix() + DOWN, names::contains)
                : Series.count(root + prefix() + "resnet_blocks.{n}.conv1.weight", names::contains);
    }

    /**
     * Whether such encoders are known to have this tensor without using it: counters, and parts
     * that the paper's code stores twice or never runs.
     *
     * @param name after the root
     * @param names all names of the file
     * @param root what they start with
     */
    boolean isIdle(String name, SortedSet<String> names, String root) {
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            return false;
        }
        String encoder = part.group(1);
        String rest = part.group(2);
        boolean noiseOnly = heads == Heads.NOISE || encoder.equals("noise_encoder.");
        return rest.endsWith(".num_batches_tracked")
                || rest.startsWith("start_block.")
                || rest.startsWith("intermediate_block.")
                || rest.matches("intermediate_to_noise\\.\\d{1,3}\\.(weight|bias)")
                        && isLast(names, root + encoder, rest)
                || noiseOnly
                        && rest.matches("intermediate_resnet_blocks\\.\\d{1,3}\\..*")
                        && isLast(names, root + encoder, rest);
    }

    private static boolean isLast(SortedSet<String> names, String encoder, String part) {
        int index = Integer.parseInt(part.split("\\.")[1]);
        return names.contains(encoder + "resnet_blocks." + index + ".conv1.weight")
                && !names.contains(encoder + "resnet_blocks." + (index + 1) + ".conv1.weight");
    }
}
