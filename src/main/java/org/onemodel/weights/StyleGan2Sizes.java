/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.decoder.stylegan2.GeneratorExtra;
import org.onemodel.encoder.Projection;

/** Tells the sizes of a StyleGAN 2 generator from its tensors. */
final class StyleGan2Sizes {

    /** From 4×4 to 8192×8192, more than any generator has. */
    private static final int MOST_DOUBLINGS = 11;

    private static final int MOST_CHANNELS = 16384;
    private static final int MOST_MAPPING_LAYERS = 100;

    private final Path file;
    private final Layout layout;
    private final Map<String, HostTensor> tensors;

    StyleGan2Sizes(Path file, Layout layout, Map<String, HostTensor> tensors) {
        this.file = file;
        this.layout = layout;
        this.tensors = tensors;
    }

    /**
     * The architecture that these tensors call for.
     *
     * @throws CheckpointException if a tensor that tells of a size has no such axis
     */
    Architecture architecture() throws CheckpointException {
        SortedMap<Integer, Integer> channels = new TreeMap<>();
        channels.put(4, axis("input.input", 4, 1));
        int size = 4;
        for (int k = 0; k < MOST_DOUBLINGS && has("convs." + 2 * k + ".conv.weight"); k++) {
            size *= 2;
            channels.put(size, axis("convs." + 2 * k + ".conv.weight", 5, 1));
        }
        int mappingLayers = 0;
        while (mappingLayers < MOST_MAPPING_LAYERS
                && has("style." + (mappingLayers + 1) + ".weight")) {
            mappingLayers++;
        }
        return new Architecture(
                        2,
                        size,
                        axis("conv1.conv.modulation.weight", 2, 1),
                        mappingLayers,
                        channels,
                        layout.hasEncoder() ? EncoderKind.RESNET : EncoderKind.NONE,
                        List.of(),
                        0)
                .withProjection(projection())
                .withNetworks(
                        layout.form() == Layout.Form.TWO_NETWORKS
                                ? EncoderNetworks.TWO
                                : EncoderNetworks.ONE)
                .withExtras(extras());
    }

    private Projection projection() {
        return switch (layout.form()) {
            case W_PLUS, TWO_NETWORKS -> Projection.W_PLUS;
            case Z, NO_ENCODER -> Projection.Z;
        };
    }

    private Set<GeneratorExtra> extras() {
        Set<GeneratorExtra> extras = EnumSet.noneOf(GeneratorExtra.class);
        if (tensors.containsKey(Layout.MEAN_LATENT)) {
            extras.add(GeneratorExtra.MEAN_LATENT);
        }
        if (has("noises.noise_0")) {
            extras.add(GeneratorExtra.FIXED_NOISE);
        }
        return extras;
    }

    private boolean has(String name) {
        return tensors.containsKey(layout.decoder() + name);
    }

    private int axis(String name, int axes, int axis) throws CheckpointException {
        long[] shape = tensors.get(layout.decoder() + name).shape();
        if (shape.length != axes || shape[axis] < 1 || shape[axis] > MOST_CHANNELS) {
            throw new CheckpointException(
                    file,
                    "has tensor "
                            + layout.decoder()
                            + name
                            + " in shape "
                            + Arrays.toString(shape)
                            + ", which StyleGAN 2 does not have.");
        }
        return (int) shape[axis];
    }
}
