/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import ai.djl.Device;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.Importer;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

/** Pairs of images, models of both StyleGANs, and what these make of one image. */
final class Pairs {

    static final RestoreOptions OPTIONS = RestoreOptions.defaults();

    private Pairs() {}

    /** The first image of a pair; grey values 20 to 220. */
    static ImagePlus first(int width, int height, int bits) {
        return TinyModel.image(width, height, 1, bits);
    }

    /** The second image of a pair, turned, with half the range of grey values. */
    static ImagePlus second(int width, int height, int bits) {
        ImagePlus image = TinyModel.image(width, height, 1, bits);
        ImageProcessor pixels = image.getProcessor();
        pixels.flipHorizontal();
        pixels.multiply(0.5);
        image.setTitle("other.tif");
        return image;
    }

    /** An autoencoder of the reference files: of small channels and random weights. */
    static Autoencoder golden(String name, Path folder) throws IOException {
        try {
            Path file = Path.of(Pairs.class.getResource("/golden/" + name).toURI());
            Path bundle = folder.resolve(name);
            Importer.importFile(file, bundle);
            return ModelBundle.open(bundle).load(Device.cpu());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pixels of what an image becomes when it is encoded and decoded. */
    static Object reconstructed(Autoencoder model, int tile, RestoreOptions options, ImagePlus of) {
        return new Restorer(model, tile, options)
                .restore(of, "-reconstructed", Progress.NONE)
                .getProcessor()
                .getPixels();
    }
}
