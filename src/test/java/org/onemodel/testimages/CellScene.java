/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A culture of adherent cells as layers of fluorescence, seen through a widefield microscope. */
final class CellScene {

    /** Distance of the layers. */
    static final double MICRONS_PER_LAYER = 0.6;

    private static final int LAYERS = 9;
    private static final double SPACING = 172;

    private final Plane[] layers = new Plane[LAYERS];

    CellScene(int width, int height, long seed) {
        for (int z = 0; z < LAYERS; z++) {
            layers[z] = new Plane(width, height);
        }
        List<double[]> centres = centres(width, height, new Random(seed));
        for (int n = 0; n < centres.size(); n++) {
            double[] centre = centres.get(n);
            List<double[]> others = new ArrayList<>(centres);
            others.remove(n);
            new Cell(centre[0], centre[1], others, seed * 1000 + n).draw(layers);
        }
    }

    /**
     * The light that reaches the camera.
     *
     * @param focus height of the focal plane above the cover glass in microns
     * @return sharp structures from the focal plane, blurred ones from elsewhere, haze, vignetting
     */
    Plane focus(double focus) {
        int width = layers[0].width;
        int height = layers[0].height;
        Plane image = new Plane(width, height);
        Plane all = new Plane(width, height);
        for (int z = 0; z < LAYERS; z++) {
            double defocus = z * MICRONS_PER_LAYER - focus;
            double sigma = StrictMath.sqrt(0.55 + 0.9 * defocus * defocus);
            image.add(layers[z].blurred(sigma), 1);
            all.add(layers[z], 1);
        }
        image.add(all.blurred(26), 0.16);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (x - 0.46 * width) / width;
                double v = (y - 0.52 * height) / height;
                double illumination = 1 - 0.75 * (u * u + v * v);
                int i = y * width + x;
                image.values[i] = (float) ((image.values[i] + 0.03) * illumination);
            }
        }
        return image;
    }

    private static List<double[]> centres(int width, int height, Random random) {
        List<double[]> centres = new ArrayList<>();
        int row = 0;
        for (double y = -0.3 * SPACING; y < height + SPACING; y += 0.87 * SPACING, row++) {
            double start = (row % 2 == 0 ? -0.75 : -0.25) * SPACING;
            for (double x = start; x < width + SPACING; x += SPACING) {
                centres.add(
                        new double[] {
                            x + 0.13 * SPACING * random.nextGaussian(),
                            y + 0.13 * SPACING * random.nextGaussian()
                        });
            }
        }
        return centres;
    }
}
