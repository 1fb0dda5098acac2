/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The blocks of a StyleGAN 1 generator that are run. It grows while it is trained, and files hold
 * blocks for larger images all the same: beside an encoder those beyond the encoder's size, else
 * those that training never came to, which have the zeros that their biases and noise strengths
 * started with.
 */
final class GrowingBlocks {

    private static final List<String> ZERO_AT_FIRST =
            List.of("noise1.weight_orig", "conv2.conv.bias", "noise2.weight_orig");

    private GrowingBlocks() {}

    /** The tensors without those of blocks that are not run; all if no block was trained. */
    static SortedMap<String, HostTensor> used(
            Layout layout, SortedMap<String, HostTensor> tensors) {
        int blocks =
                Series.count(block(layout, "{n}") + ZERO_AT_FIRST.get(0), tensors::containsKey);
        int used = layout.encoderResolutions().orElseGet(() -> trained(layout, tensors, blocks));
        if (used == 0 || used >= blocks) {
            return tensors;
        }
        SortedMap<String, HostTensor> kept = new TreeMap<>(tensors);
        for (int n = used; n < blocks; n++) {
            String prefix = block(layout, Integer.toString(n));
            kept.keySet().removeIf(name -> name.startsWith(prefix));
        }
        return kept;
    }

    private static int trained(Layout layout, SortedMap<String, HostTensor> tensors, int blocks) {
        int trained = blocks;
        while (trained > 0 && isUntrained(block(layout, Integer.toString(trained - 1)), tensors)) {
            trained--;
        }
        return trained;
    }

    private static String block(Layout layout, String index) {
        return layout.decoder() + "generator.progression." + index + ".";
    }

    private static boolean isUntrained(String block, SortedMap<String, HostTensor> tensors) {
        return ZERO_AT_FIRST.stream().allMatch(name -> isZero(tensors.get(block + name)));
    }

    private static boolean isZero(HostTensor tensor) {
        if (tensor == null) {
            return false;
        }
        for (float value : tensor.values()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
