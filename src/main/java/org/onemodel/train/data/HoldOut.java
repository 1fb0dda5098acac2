/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.onemodel.train.settings.TrainingException;

/**
 * Files for training and those held out for validation. Whether a file is held out depends on its
 * name and the seed, not on the other files, so that adding some moves none of the others.
 *
 * @param training the files to train on, at least one
 * @param validation the files that are held out, at least one
 */
record HoldOut(List<FilePair> training, List<FilePair> validation) {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * Splits files.
     *
     * @param files all files
     * @param share about how many are held out, between 0 and 1
     * @param seed seed of the choice
     * @return the two parts, in the order of the files
     * @throws TrainingException if there are fewer than two files
     */
    static HoldOut split(List<FilePair> files, double share, long seed) {
        if (files.size() < 2) {
            throw new TrainingException(
                    "Setting data.validation holds out a share of the files, but data.images names"
                            + " only "
                            + files.get(0).image()
                            + "; name a file or folder in data.validation.");
        }
        Comparator<FilePair> byDraw = Comparator.comparingDouble(file -> draw(file, seed));
        // At least one file on each side.
        FilePair first = files.stream().min(byDraw).orElseThrow();
        FilePair last = files.stream().max(byDraw).orElseThrow();
        Predicate<FilePair> heldOut =
                file -> file == first || file != last && draw(file, seed) < share;
        return new HoldOut(
                files.stream().filter(heldOut.negate()).toList(),
                files.stream().filter(heldOut).toList());
    }

    /** Uniform in [0, 1): the FNV-1a hash of the name, mixed with the seed. */
    private static double draw(FilePair file, long seed) {
        long hash = FNV_BASIS;
        for (byte b : FilePairs.name(file.image()).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * FNV_PRIME;
        }
        return new SplittableRandom(hash ^ seed).nextDouble();
    }
}
