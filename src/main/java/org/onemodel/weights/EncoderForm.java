/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;

/**
 * The encoders of the paper, as far as their tensors differ.
 *
 * @param projection the form of the latent code; the sum of W+ into Z has the tensors of W+
 * @param heads what is read from an image
 * @param networks one network, or one for the latent code and one for the noise maps
 */
record EncoderForm(Projection projection, Heads heads, EncoderNetworks networks) {

    private static final Pattern PART = Pattern.compile("((?:latent_|noise_)?encoder\\.)(.*)");

    /** The form that these names call for, or null if there is no encoder behind the root. */
    static EncoderForm of(SortedSet<String> names, String root) {
        if (hasStart(names, root + "latent_encoder.") && hasStart(names, root + "noise_encoder.")) {
            return new EncoderForm(
                    projection(names, root + "latent_encoder."), Heads.ALL, EncoderNetworks.TWO);
        }
        String encoder = root + "encoder.";
        if (!hasStart(names, encoder)) {
            return null;
        }
        boolean noise = hasStart(names, encoder + "to_noise.");
        boolean latent = hasStart(names, encoder + "to_latent.");
        Heads heads = latent && !noise ? Heads.LATENT : noise && !latent ? Heads.NOISE : Heads.ALL;
        return new EncoderForm(projection(names, encoder), heads, EncoderNetworks.ONE);
    }

    private static Projection projection(SortedSet<String> names, String encoder) {
        return names.contains(encoder + "to_latent.weight") ? Projection.Z : Projection.W_PLUS;
    }

    private static boolean hasStart(SortedSet<String> names, String start) {
        SortedSet<String> rest = names.tailSet(start);
        return !rest.isEmpty() && rest.first().startsWith(start);
    }

    /** How many resolutions it reads, from the largest down to 4×4. */
    int blocks(SortedSet<String> names, String root) {
        String encoder = root + (networks == EncoderNetworks.TWO ? "latent_encoder." : "encoder.");
        int blocks = 0;
        while (names.contains(encoder + "resnet_blocks." + blocks + ".conv1.weight")) {
            blocks++;
        }
        return blocks;
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
