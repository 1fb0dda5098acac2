/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSeries;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * The way from one image to another, on the straight line between their embeddings: figures 6, 12
 * and 13 of Bethge et al., One Model to Reconstruct Them All, 2020.
 */
public final class ImageInterpolation {

    private static final double FRAMES_PER_SECOND = 5;

    private final Autoencoder autoencoder;
    private final PlaneCodec codec;
    private final Interpolation interpolation;

    /**
     * Interpolates with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @param interpolation how many images, what changes, and what is made of it
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public ImageInterpolation(
            Autoencoder autoencoder,
            int modelTile,
            RestoreOptions options,
            Interpolation interpolation) {
        this.autoencoder = autoencoder;
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
        this.interpolation = interpolation;
    }

    /**
     * Interpolates between the planes that two images show, or between the boxes of their
     * selections.
     *
     * @param first where it starts: an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param second where it ends, of the same size, and grey or in colour as the first
     * @param progress asked and told after each batch
     * @return what the options want: a stack like the first image with the bits of the deeper one,
     *     its images along T; then an RGB montage with a row for each mode; not shown
     * @throws IllegalArgumentException if an image is missing or has no pixels
     * @throws OneModelException if the two do not go together, memory does not suffice, or the
     *     model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public List<ImagePlus> of(ImagePlus first, ImagePlus second, Progress progress) {
        ImagePair images = ImagePair.of(codec, first, second);
        PairOutput show = interpolation.show();
        List<InterpolationMode> modes =
                show.hasMontage()
                        ? Arrays.asList(InterpolationMode.values())
                        : List.of(interpolation.mode());
        PlaneSeries film = images.series();
        if (show.hasResult()) {
            requireMemory(images, film);
        }
        Optional<PairMontage> montage =
                show.hasMontage() ? Optional.of(montage(images, modes)) : Optional.empty();

        int parts = 1 + modes.size() * interpolation.steps();
        EncodedPair pair = encode(images, modes, progress.part(0, parts, "encoding"));
        decode(
                pair,
                modes,
                progress.rest(1.0 / parts),
                (mode, step, plane) -> {
                    montage.ifPresent(
                            sheet ->
                                    sheet.put(
                                            modes.indexOf(mode),
                                            step,
                                            plane,
                                            interpolation.t(step)));
                    if (show.hasResult() && mode == interpolation.mode()) {
                        film.add(label(step), plane);
                    }
                });

        List<ImagePlus> results = new ArrayList<>();
        if (show.hasResult()) {
            results.add(stack(images, film));
        }
        montage.ifPresent(sheet -> results.add(sheet.image("-interpolation-montage")));
        return results;
    }

    private EncodedPair encode(ImagePair images, List<InterpolationMode> modes, Progress progress) {
        EncodedPair pair = EncodedPair.of(codec, images, progress);
        return modes.contains(InterpolationMode.LATENT)
                ? pair.withRandom(autoencoder.decoder(), interpolation.seed())
                : pair;
    }

    /** Takes the images between the two. */
    @FunctionalInterface
    private interface Frames {
        void take(InterpolationMode mode, int step, Plane plane);
    }

    private void decode(
            EncodedPair pair, List<InterpolationMode> modes, Progress progress, Frames frames) {
        int count = modes.size() * interpolation.steps();
        int done = 0;
        for (InterpolationMode mode : modes) {
            for (int step = 0; step < interpolation.steps(); step++) {
                String words = "image " + (done + 1) + " of " + count;
                EncodedPlane between = mode.at(pair, interpolation.t(step));
                Plane plane = codec.decode(between, progress.part(done++, count, words));
                frames.take(mode, step, plane);
            }
        }
    }

    private void requireMemory(ImagePair images, PlaneSeries series) {
        new MemoryNeed(interpolation.steps() * series.bytesPerImage(), 0)
                .require(
                        String.format(
                                Locale.ROOT,
                                "A stack of %d images of %d x %d pixels",
                                interpolation.steps(),
                                images.first().width(),
                                images.first().height()),
                        "give fewer steps, close other images, or give Java more memory");
    }

    private PairMontage montage(ImagePair images, List<InterpolationMode> rows) {
        return new PairMontage(
                images,
                rows.stream().map(InterpolationMode::label).toList(),
                IntStream.range(0, interpolation.steps()).mapToObj(this::label).toList());
    }

    /** Where an image lies, with as many digits as tell it from the next. */
    private String label(int step) {
        int digits = Math.max(2, (int) Math.ceil(Math.log10(interpolation.steps() - 1)));
        return String.format(Locale.ROOT, "t = %." + digits + "f", interpolation.t(step));
    }

    private ImagePlus stack(ImagePair images, PlaneSeries series) {
        ImagePlus stack = series.finish("-interpolated", 1, interpolation.steps());
        Calibration calibration = stack.getCalibration();
        calibration.fps = FRAMES_PER_SECOND;
        calibration.loop = false;
        calibration.frameInterval = 0; // the way is no time
        images.firstLook().and(images.secondLook()).showOn(stack);
        return stack;
    }
}
