/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import java.util.ArrayList;
import java.util.List;
import org.onemodel.image.Plane;

/**
 * Measures how images differ from one that they are variations of: in colour, brightness,
 * structure.
 *
 * <p>The difference is taken apart in the {@link OpponentColours}, each of which in a {@link
 * SmoothPart smooth} and a fine part. Smooth luminance is brightness. Smooth chroma is colour; so
 * is what of the fine chroma is a linear function of the image's own fine colours (least squares),
 * such as nuclei that all get redder. Fine luminance is structure, and so is all other fine chroma,
 * such as coloured speckle or the fringes of an edge that moves. These are orthogonal projections,
 * so the squares of the three add up to that of the difference.
 */
final class ChangeMeasure {

    /** What is left of a colour after others were taken out, below this share, is rounding. */
    private static final double NEGLIGIBLE = 1e-6;

    private final SmoothPart smooth;
    private final double scale;
    private final float[][] image;

    /** The image's own fine colours, luminance first, as far as they are independent. */
    private final List<float[]> details;

    /** The image's own fine luminance. */
    private final float[] luminance;

    /**
     * Measures against an image.
     *
     * @param image the image, one channel, or red, green and blue
     * @param length half-waves that are longer are smooth, in pixels
     * @param scale grey levels of 255 per unit of the image's values
     */
    ChangeMeasure(Plane image, int length, double scale) {
        this.smooth = new SmoothPart(image.width(), image.height(), length);
        this.scale = scale;
        this.image = OpponentColours.of(image, scale);
        this.luminance = this.image[0].clone();
        smooth.takeFrom(luminance);
        this.details = new ArrayList<>();
        for (float[] values : this.image) {
            float[] detail = values.clone();
            smooth.takeFrom(detail);
            details.forEach(other -> takeOut(detail, other));
            if (product(detail, detail) > NEGLIGIBLE * product(values, values)) {
                details.add(detail);
            }
        }
    }

    /** Makes values orthogonal to others (Gram and Schmidt). */
    private static void takeOut(float[] values, float[] other) {
        double share = product(values, other) / product(other, other);
        for (int i = 0; i < values.length; i++) {
            values[i] -= (float) (share * other[i]);
        }
    }

    private static double product(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
        }
        return product;
    }

    /**
     * Measures variations of the image together.
     *
     * @param variations images of the same size, at least one
     * @param towards for each, 1 if it is one with a larger factor than the image, -1 with a
     *     smaller
     * @return root mean squares over all of them
     */
    Change of(List<Plane> variations, List<Integer> towards) {
        double colour = 0;
        double brightness = 0;
        double structure = 0;
        double fine = 0;
        double alike = 0;
        for (int i = 0; i < variations.size(); i++) {
            float[][] change = change(variations.get(i));
            for (int c = 0; c < change.length; c++) {
                double low = smooth.takeFrom(change[c]);
                double high = product(change[c], change[c]);
                if (c == 0) {
                    brightness += low;
                    structure += high;
                    fine += high;
                    alike += towards.get(i) * likeOwnDetail(change[c]);
                } else {
                    double explained = Math.min(high, explained(change[c]));
                    colour += low + explained;
                    structure += high - explained;
                }
            }
        }
        double values = (double) variations.size() * image.length * image[0].length;
        return new Change(
                Math.sqrt(colour / values),
                Math.sqrt(brightness / values),
                Math.sqrt(structure / values),
                fine > 0 ? alike / Math.sqrt(variations.size() * fine) : 0);
    }

    private float[][] change(Plane variation) {
        float[][] change = OpponentColours.of(variation, scale);
        for (int c = 0; c < change.length; c++) {
            for (int i = 0; i < change[c].length; i++) {
                change[c][i] -= image[c][i];
            }
        }
        return change;
    }

    /** The sum of the squares of what is a linear function of the image's own fine colours. */
    private double explained(float[] fine) {
        double squares = 0;
        for (float[] detail : details) {
            double product = product(fine, detail);
            squares += product * product / product(detail, detail);
        }
        return squares;
    }

    /** The length of what is like the image's own fine luminance. */
    private double likeOwnDetail(float[] fine) {
        double length = Math.sqrt(product(luminance, luminance));
        return length > 0 ? product(fine, luminance) / length : 0;
    }
}
