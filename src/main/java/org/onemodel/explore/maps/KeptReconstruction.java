/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageResult;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TileLayout;

/**
 * Reconstructs an image as {@link Restorer} does, to the bit, and keeps its latent codes and noise
 * maps in a file.
 */
public final class KeptReconstruction {

    private final PlaneCodec codec;
    private final RestoreOptions options;
    private final int margin;

    /**
     * A reconstruction.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options as those of a reconstruction
     * @throws org.onemodel.restore.OneModelException if tile or overlap do not fit the model
     */
    public KeptReconstruction(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
        this.options = options;
        this.margin = TileLayout.of(autoencoder.decoder().size(), modelTile, options).overlap();
    }

    /**
     * Reconstructs.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param file the .npz file to write; of an image with a selection, it has the box around it
     *     and the overlap
     * @param progress asked and told after each batch
     * @return a new image like the given one, not shown
     * @throws IOException if the file can't be written
     * @throws IllegalArgumentException if the image has no pixels
     * @throws org.onemodel.restore.OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus of(ImagePlus image, Path file, Progress progress) throws IOException {
        EncodedImageFile.checkWritable(file);
        ImagePlanes planes = options.image().planesOf(image, margin);
        ImageResult result = new ImageResult(planes, "-reconstructed", options.image().output());
        EncodedImage encoded =
                new ImageEncoding(codec, options.model()).of(planes, progress.part(0, 2, ""));
        int count = encoded.planes().size();
        for (int i = 0; i < count; i++) {
            EncodedPlane plane = encoded.planes().get(i);
            Progress part = progress.part(count + i, 2 * count, "");
            result.set(i, codec.decode(plane, part));
        }
        EncodedImageFile.write(encoded, file);
        ImagePlus reconstructed = result.finish();
        reconstructed.setProp(Restorer.NOISE_PROPERTY, null); // of an earlier result
        return reconstructed;
    }
}
