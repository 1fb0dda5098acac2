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
import org.onemodel.explore.montage.Figure;
import org.onemodel.restore.Progress;

/**
 * Makes a montage from each image, and the hyperstack of the same pictures if that is wanted.
 *
 * @param figures makes both of an image
 * @param stacks where hyperstacks go
 */
record FigureStep(BiFunction<ImagePlus, Progress, Figure> figures, SecondOutput stacks)
        implements ImageStep {

    @Override
    public ImagePlus apply(ImagePlus image, Progress progress) {
        return figures.apply(image, progress).montage();
    }

    /** Only one plane is computed of an image, so this is no matter of rows; but of two files. */
    @Override
    public boolean applyByRows(Path input, Path output, Progress progress) throws IOException {
        Optional<Path> stack = stacks.of(output);
        if (stack.isEmpty()) {
            return false;
        }
        Figure result = figures.apply(ImageFiles.read(input), progress);
        ImageFiles.write(result.stack(), stack.get());
        ImageFiles.write(result.montage(), output);
        return true;
    }
}
