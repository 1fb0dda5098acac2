/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSeries;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * Images whose coarse latent layers are one image's and whose fine ones are another's: style mixing
 * (Karras et al., A Style-Based Generator Architecture for Generative Adversarial Networks, 2019).
 * Latent codes in Z are mapped to W+ first.
 */
public final class StyleMixing {

    private final Autoencoder autoencoder;
    private final PlaneCodec codec;
    private final StyleMix mix;
    private final int layers;
    private final int crossover;

    /**
     * Mixes with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @param mix where to cross over, whose noise maps are taken, and what is made of it
     * @throws OneModelException if the model has no such layer, or tile or overlap do not fit it
     */
    public StyleMixing(
            Autoencoder autoencoder, int modelTile, RestoreOptions options, StyleMix mix) {
        this.autoencoder = autoencoder;
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
        this.mix = mix;
        this.layers = autoencoder.decoder().latentCount();
        this.crossover =
                mix.crossover().layer(options.model(), autoencoder.decoder().latentResolutions());
    }

    /**
     * Mixes the styles of the planes that two images show, or of the boxes of their selections.
     *
     * @param first the image whose coarse layers are taken: 8-bit, 16-bit, 32-bit or RGB
     * @param second the image whose fine layers are taken, of the same size, and grey or in colour
     *     as the first
     * @param progress asked and told after each batch
     * @return what the options want: an image like the first with the bits of the deeper one; then
     *     an RGB montage with a column for each crossover and a row for each kind of noise maps;
     *     not shown
     * @throws IllegalArgumentException if an image is missing or has no pixels
     * @throws OneModelException if the two do not go together, memory does not suffice, or the
     *     model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public List<ImagePlus> of(ImagePlus first, ImagePlus second, Progress progress) {
        ImagePair images = ImagePair.of(codec, first, second);
        PairOutput show = mix.show();
        Optional<PairMontage> montage =
                show.hasMontage() ? Optional.of(montage(images)) : Optional.empty();
        int cells = show.hasMontage() ? StyleNoise.values().length * (layers + 1) : 0;
        int parts = 1 + (show.hasResult() ? 1 : 0) + cells;
        EncodedPair pair =
                EncodedPair.of(codec, images, progress.part(0, parts, "encoding"))
                        .inWPlus(codec, progress)
                        .withRandom(autoencoder.decoder(), mix.seed());

        List<ImagePlus> results = new ArrayList<>();
        if (show.hasResult()) {
            Progress part = progress.part(1, parts, "");
            results.add(image(images, codec.decode(mixed(pair, mix.noise(), crossover), part)));
        }
        Progress rest = progress.rest((double) (parts - cells) / parts);
        montage.ifPresent(
                sheet -> {
                    fill(sheet, pair, rest);
                    results.add(sheet.image("-mix-montage"));
                });
        return results;
    }

    private ImagePlus image(ImagePair images, Plane plane) {
        PlaneSeries series = images.series();
        series.add("", plane);
        ImagePlus image = series.finish("-mixed", 1, 1);
        images.firstLook().towards(images.secondLook(), mix.noise().range()).showOn(image);
        return image;
    }

    /** From all layers of the first image at the left to all of the second at the right. */
    private void fill(PairMontage sheet, EncodedPair pair, Progress progress) {
        StyleNoise[] rows = StyleNoise.values();
        int count = rows.length * (layers + 1);
        int done = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column <= layers; column++) {
                String words = "image " + (done + 1) + " of " + count;
                Progress part = progress.part(done++, count, words);
                Plane plane = codec.decode(mixed(pair, rows[row], layers - column), part);
                sheet.put(row, column, plane, rows[row].range());
            }
        }
    }

    private static EncodedPlane mixed(EncodedPair pair, StyleNoise noise, int layer) {
        return noise.with(pair, pair.start().withLayersOf(pair.end(), layer));
    }

    private PairMontage montage(ImagePair images) {
        return new PairMontage(
                images,
                Arrays.stream(StyleNoise.values()).map(StyleNoise::label).toList(),
                IntStream.rangeClosed(0, layers)
                        .mapToObj(column -> "crossover\n" + (layers - column))
                        .toList());
    }
}
