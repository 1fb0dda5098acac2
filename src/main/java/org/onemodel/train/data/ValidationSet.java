/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onemodel.train.data.ValidationConditions.Condition;

/**
 * The examples on which a model is measured: always the same parts of the same planes, with the
 * same noise. An example is made when the iteration comes to it, and none is kept.
 */
public final class ValidationSet implements Iterable<ValidationSet.Example> {

    /**
     * One example.
     *
     * @param file the file, and the plane in it unless that is the first
     * @param condition under which conditions it is seen, such as {@code grey sigma 25}
     * @param grey whether the three channels are equal
     * @param side columns and rows, a multiple of the generator's
     * @param input {@code [3, side, side]}, about [-1, 1]
     * @param target {@code [3, side, side]}
     * @param mask {@code [1, side, side]}, 1 where the loss counts; nothing if it counts everywhere
     */
    public record Example(
            String file,
            String condition,
            boolean grey,
            int side,
            float[] input,
            float[] target,
            Optional<float[]> mask) {}

    private final Sampler sampler;
    private final int largest;
    private final List<Condition> conditions;
    private final List<PlanePair> planes;
    private final int most;

    /**
     * For some planes.
     *
     * @param config how samples are made
     * @param noise the noise of the training
     * @param images the planes
     */
    ValidationSet(DataConfig config, NoiseConfig noise, TrainingImages images) {
        this.sampler = new Sampler(config, noise, images);
        this.largest = 2 * config.crop();
        this.planes = images.planes();
        this.most = config.validation().most();
        boolean hasColour = planes.stream().anyMatch(PlanePair::colour);
        this.conditions = ValidationConditions.of(config, noise, hasColour);
    }

    /**
     * The conditions of the examples, as names of columns.
     *
     * @return each name once, in the order of the examples; each has at least one example
     */
    public List<String> conditions() {
        return conditions.stream().map(Condition::name).toList();
    }

    /**
     * All examples, condition by condition.
     *
     * @return examples that are made one at a time
     */
    public Stream<Example> stream() {
        return conditions.stream().flatMap(this::examples);
    }

    @Override
    public Iterator<Example> iterator() {
        return stream().iterator();
    }

    private Stream<Example> examples(Condition condition) {
        List<PlanePair> seen = spread(condition);
        return IntStream.range(0, seen.size()).mapToObj(i -> example(condition, seen.get(i), i));
    }

    /** Planes from the whole of the set, not the first ones, which may be of one stack. */
    private List<PlanePair> spread(Condition condition) {
        List<PlanePair> fitting =
                planes.stream().filter(plane -> condition.grey() || plane.colour()).toList();
        int count = Math.min(most, fitting.size());
        List<PlanePair> spread = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spread.add(fitting.get((int) ((long) i * fitting.size() / count)));
        }
        return spread;
    }

    private Example example(Condition condition, PlanePair plane, int number) {
        Square square = sampler.centre(plane, largest);
        Sample sample =
                sampler.sample(
                        plane,
                        square,
                        condition.grey(),
                        condition.noise(),
                        new SplittableRandom(number));
        return new Example(
                plane.image().id().toString(),
                condition.name(),
                condition.grey(),
                square.side(),
                sample.input(),
                sample.target(),
                sample.mask());
    }
}
