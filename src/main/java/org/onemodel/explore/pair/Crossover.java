/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.restore.OneModelException;

/**
 * The first latent layer that an image of mixed styles has from the second image: a layer's number,
 * or the first layer of a resolution.
 *
 * @param number the layer, from 0, or the resolution's side
 * @param resolution whether it is a resolution
 */
public record Crossover(int number, boolean resolution) {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,6})(?:\\s*[x×]\\s*(\\d{1,6}))?");

    /**
     * A layer.
     *
     * @param layer from 0, which gives all layers of the second image, to the number of layers,
     *     which gives all of the first
     * @return the crossover
     */
    public static Crossover atLayer(int layer) {
        return new Crossover(layer, false);
    }

    /**
     * A resolution.
     *
     * @param side the side of feature maps for an image of the model's size, a power of two from 4
     * @return the crossover at the first layer of this resolution
     */
    public static Crossover atResolution(int side) {
        return new Crossover(side, true);
    }

    /**
     * Reads a user's words.
     *
     * @param text a layer such as {@code 4}, or a resolution such as {@code 16x16}
     * @return the crossover
     * @throws OneModelException if it is something else
     */
    public static Crossover parse(String text) {
        Matcher words = WORDS.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        boolean square = words.matches() && words.group(2) != null;
        if (!words.matches() || square && !words.group(1).equals(words.group(2))) {
            throw new OneModelException(
                    "The crossover is '"
                            + text
                            + "'; give the number of a latent layer such as 4, or a resolution such"
                            + " as 16x16.");
        }
        return new Crossover(Integer.parseInt(words.group(1)), square);
    }

    /**
     * The layer in a model.
     *
     * @param model its name, for the message
     * @param resolutions the resolution of each of its latent layers
     * @return from 0 to the number of layers
     * @throws OneModelException if it has no such layer or resolution
     */
    int layer(String model, List<Integer> resolutions) {
        int layer = resolution ? resolutions.indexOf(number) : number;
        if (layer < 0 || layer > resolutions.size()) {
            int largest = resolutions.get(resolutions.size() - 1);
            throw new OneModelException(
                    String.format(
                            Locale.ROOT,
                            "The crossover is %s; the model '%s' has %d latent layers: give 0 (all"
                                    + " of the second image) to %d (all of the first), or a"
                                    + " resolution from 4x4 to %dx%d that is a power of two.",
                            this,
                            model,
                            resolutions.size(),
                            resolutions.size(),
                            largest,
                            largest));
        }
        return layer;
    }

    @Override
    public String toString() {
        return resolution ? number + "x" + number : String.valueOf(number);
    }
}
