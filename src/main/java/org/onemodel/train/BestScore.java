/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.onemodel.nn.Constants;

/** The best validation of a run so far, as a tensor, so that it is part of the snapshot. */
final class BestScore {

    /** Below any PSNR in dB. */
    private static final double WORST = -1e6;

    private final NDArray best;

    /** Of a run that has not been validated. */
    BestScore(NDManager owner) {
        best = Constants.scalar(owner, WORST);
    }

    /** Whether a score is at least as good as the best, which it then becomes. */
    boolean improve(double score) {
        if (score < best.getFloat()) {
            return false;
        }
        best.muli(0).addi((float) score);
        return true;
    }

    Map<String, NDArray> state() {
        return Map.of("best", best);
    }
}
