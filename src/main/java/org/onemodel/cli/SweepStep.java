/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.onemodel.explore.sweep.NoiseSweepResult;
import org.onemodel.restore.Progress;

/**
 * Makes the montage of a sweep from each image, and its hyperstack if that is wanted.
 *
 * @param sweep sweeps over the noise maps of an image
 * @param stacks where hyperstacks go
 */
record SweepStep(BiFunction<ImagePlus, Progress, NoiseSweepResult> sweep, SecondOutput stacks)
        implements ImageStep {

    @Override
    public ImagePlus apply(ImagePlus image, Progress progress) {
        return sweep.apply(image, progress).montage();
    }

    /** Only one plane is computed of an image, so this is no matter of rows; but of two files. */
    @Override
    public boolean applyByRows(Path input, Path output, Progress progress) throws IOException {
        Optional<Path> stack = stacks.of(output);
        if (stack.isEmpty()) {
            return false;
        }
        NoiseSweepResult result = sweep.apply(ImageFiles.read(input), progress);
        ImageFiles.write(result.stack(), stack.get());
        ImageFiles.write(result.montage(), output);
        return true;
    }
}
