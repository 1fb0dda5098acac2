/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.encoder.Projection;

/** Tells the sizes of the networks from their tensors. */
final class Sizes {

    /**
     * The parameters whose shapes tell the sizes; series as in {@link Series}.
     *
     * @param constant {@code [1, C4, 4, 4]}
     * @param widths a convolution at each resolution from 8 on, {@code [1, C, in, 3, 3]} or without
     *     the 1
     * @param style a linear layer that reads latent vectors, {@code [out, L]}
     * @param mapping a weight of each layer of the mapping network
     */
    private record Telling(String constant, String widths, String style, String mapping) {}

    private static final Map<Integer, Telling> TELLING =
            Map.of(
                    1,
                    new Telling(
                            "decoder.generator.progression.0.conv1.input",
                            "decoder.generator.progression.{n+1}.conv2.conv.weight_orig",
                            "decoder.generator.progression.0.adain1.style.linear.weight_orig",
                            "decoder.style.{2n+1}.linear.weight_orig"),
                    2,
                    new Telling(
                            "decoder.input.input",
                            "decoder.convs.{2n}.conv.weight",
                            "decoder.conv1.conv.modulation.weight",
                            "decoder.style.{n+1}.weight"));

    /** From 4×4 to 8192×8192, more than any generator has. */
    private static final int MOST_DOUBLINGS = 11;

    private static final int MOST_CHANNELS = 16384;

    private final Path file;
    private final Layout layout;
    private final Map<String, HostTensor> tensors;

    Sizes(Path file, Layout layout, Map<String, HostTensor> tensors) {
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
        int styleGan = layout.scheme().styleGan();
        Telling telling = TELLING.get(styleGan);
        int doublings = Math.min(count(telling.widths), MOST_DOUBLINGS);
        SortedMap<Integer, Integer> channels = new TreeMap<>();
        channels.put(4, axis(telling.constant, 3));
        for (int n = 0; n < doublings; n++) {
            channels.put(8 << n, axis(Series.at(n, telling.widths), 4));
        }
        Architecture generator =
                new Architecture(
                                styleGan,
                                4 << doublings,
                                axis(telling.style, 1),
                                count(telling.mapping),
                                channels,
                                EncoderKind.NONE,
                                List.of(),
                                0)
                        .withProjection(Projection.Z)
                        .withExtras(extras());
        return layout.encoder().isPresent()
                ? withEncoder(generator, layout.encoder().get())
                : generator;
    }

    private Architecture withEncoder(Architecture generator, EncoderForm form)
            throws CheckpointException {
        boolean expanding = form.kind() == EncoderKind.EXPANDING;
        return new Architecture(
                generator.styleGan(),
                generator.size(),
                generator.latentSize(),
                generator.mappingLayers(),
                generator.channels(),
                form.kind(),
                expanding ? expandingWidths(form) : List.of(),
                expanding ? count(form.prefix() + "contracting.0.{n}.conv1.weight") : 0,
                expanding ? expandingProjection(form, generator.latentSize()) : form.projection(),
                form.heads(),
                form.networks(),
                generator.extras());
    }

    private List<Integer> expandingWidths(EncoderForm form) throws CheckpointException {
        List<Integer> widths = new ArrayList<>();
        widths.add(axis(form.prefix() + EncoderForm.STEM, 4));
        int halvings = count(form.prefix() + EncoderForm.DOWN);
        for (int n = 0; n < halvings; n++) {
            widths.add(axis(form.prefix() + Series.at(n, EncoderForm.DOWN), 4));
        }
        return widths;
    }

    /** Its head gives one vector or one for each layer. */
    private Projection expandingProjection(EncoderForm form, int latentSize)
            throws CheckpointException {
        String head = form.prefix() + EncoderForm.TO_LATENT;
        return has(head) && axis(head, 4) == latentSize ? Projection.Z : Projection.W_PLUS;
    }

    private Set<GeneratorExtra> extras() {
        Set<GeneratorExtra> extras = EnumSet.noneOf(GeneratorExtra.class);
        if (has("decoder." + Layout.MEAN_LATENT)) {
            extras.add(GeneratorExtra.MEAN_LATENT);
        }
        if (has("decoder.noises.noise_0")) {
            extras.add(GeneratorExtra.FIXED_NOISE);
        }
        return extras;
    }

    private int count(String parameters) {
        return Series.count(parameters, this::has);
    }

    private boolean has(String parameter) {
        return tensors.containsKey(source(parameter));
    }

    private String source(String parameter) {
        return layout.source(parameter).name();
    }

    /** The length of an axis, counted from the last, which is 1. */
    private int axis(String parameter, int fromLast) throws CheckpointException {
        String name = source(parameter);
        HostTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new CheckpointException(
                    file, "lacks the tensor " + name + ", which its other tensors call for.");
        }
        long[] shape = tensor.shape();
        int axis = shape.length - fromLast;
        if (axis < 0 || shape[axis] < 1 || shape[axis] > MOST_CHANNELS) {
            throw new CheckpointException(
                    file,
                    "has tensor "
                            + name
                            + " in shape "
                            + Arrays.toString(shape)
                            + ", which such a network does not have.");
        }
        return (int) shape[axis];
    }
}
