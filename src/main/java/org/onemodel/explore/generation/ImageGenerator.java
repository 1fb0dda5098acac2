/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.ImagePlus;
import java.util.Locale;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.restore.MemoryFallback;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TileLayout;

/** Makes images from random latent codes, with the generator of any model. */
public final class ImageGenerator {

    private final Autoencoder autoencoder;
    private final Colours colours;
    private final RestoreOptions options;

    /**
     * A generator of images.
     *
     * @param autoencoder the model, which stays its owner's; it needs no encoder
     * @param colours what its images are
     * @param options batch, the images computed at a time; the model's name is used in messages,
     *     and neither device nor tiles are
     */
    public ImageGenerator(Autoencoder autoencoder, Colours colours, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.colours = colours;
        this.options = options.withTile(0).withOverlap(0);
    }

    /**
     * Makes images.
     *
     * @param generation which images
     * @param progress asked and told after each batch
     * @return a stack with one slice an image, or with three channels if colour images have 32
     *     bits; its labels and its info tell what each was made from; not shown
     * @throws OneModelException if memory does not suffice, given noise maps do not fit, or the
     *     model gives no numbers
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus of(Generation generation, Progress progress) {
        Decoder decoder = autoencoder.decoder();
        int side = Math.multiplyExact(decoder.size(), generation.noise().scale(decoder));
        TileLayout layout = TileLayout.of(side, side, options); // an image is never divided
        ImagePixels pixels = new ImagePixels(colours, generation.output());
        requireMemory(generation.count(), pixels, layout);
        ImageRow row = new ImageRow(side, pixels, options.model(), generation);
        progress.checkCanceled();
        Truncation truncation = Truncation.of(autoencoder, generation.truncation(), progress);
        Synthesis synthesis = new Synthesis(autoencoder, truncation, generation.noise());
        MemoryFallback memory = new MemoryFallback(layout);
        while (row.size() < generation.count()) {
            int first = row.size();
            int left = generation.count() - first;
            row.add(
                    memory.compute(
                            tiles -> {
                                int count = Math.min(tiles.batch(), left);
                                Draws draws = new Draws(generation.seed(), first, count);
                                return values(synthesis, draws);
                            },
                            progress));
            progress.update(
                    (double) row.size() / generation.count(),
                    "image " + row.size() + " of " + generation.count());
            progress.checkCanceled();
        }
        return row.image();
    }

    private void requireMemory(int count, ImagePixels pixels, TileLayout layout) {
        long area = (long) layout.size() * layout.size();
        long batch = Math.min(layout.batch(), count) * area * 2 * ImagePixels.CHANNELS;
        new MemoryNeed(count * area * pixels.bytesPerPixel(), batch * Float.BYTES)
                .require(
                        String.format(
                                Locale.ROOT,
                                "A stack of %d images of %d×%d pixels",
                                count,
                                layout.size(),
                                layout.size()),
                        "give a smaller count, close other images, or give Java more memory");
    }

    /** The images {@code [N, 3, S, S]} of some random numbers. */
    private float[] values(Synthesis synthesis, Draws draws) {
        int length = autoencoder.decoder().latentSize();
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            float[] codes = draws.normal(Draws.LATENT, length);
            NDArray z = scratch.create(codes, new Shape(draws.count(), length));
            return synthesis.images(z, draws);
        }
    }
}
