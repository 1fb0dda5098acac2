/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import ai.djl.Device;
import ij.ImagePlus;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.embedding.Embedding;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TileDecoder;
import org.onemodel.restore.TinyModel;
import org.onemodel.restore.Variations;

/**
 * How long a sweep takes beside decoding each of its images from the start, and beside beginning
 * with the image each time, as scaling noise maps one after the other does. Generators of 256×256
 * with 13 noise maps and drawn weights; one tile of 256×256.
 */
public final class NoiseSweepBenchmark {

    private static final int SIZE = 256;

    private final Autoencoder model;
    private final NoiseFactors factors;
    private final RestoreOptions options = RestoreOptions.defaults().withTile(SIZE).withBatch(1);
    private final ImagePlus image = TinyModel.image(SIZE / 2, SIZE / 2, 1, 8);

    private NoiseSweepBenchmark(Autoencoder model, NoiseFactors factors) {
        this.model = model;
        this.factors = factors;
    }

    /**
     * Measures.
     *
     * @param args width of the generator: channels at 4×4 to 32×32 and length of a latent vector,
     *     512 as published; factors; how often each is measured, of which the least counts
     */
    public static void main(String[] args) throws ModelException {
        TensorEngine.start();
        int width = Integer.parseInt(args[0]);
        NoiseFactors factors = NoiseFactors.parse(args[1]);
        int rounds = Integer.parseInt(args[2]);
        try (Autoencoder model = architecture(width).build(TensorEngine.newManager(Device.cpu()))) {
            ((NetworkBlock) model.encoder()).draw(model.manager(), 1);
            ((NetworkBlock) model.decoder()).draw(model.manager(), 2);
            new NoiseSweepBenchmark(model, factors).measure(width, rounds);
        }
    }

    /** The published channel map, narrower by a factor: 512 up to 64×64, then 256, 128. */
    private static Architecture architecture(int width) {
        SortedMap<Integer, Integer> channels = new TreeMap<>();
        for (int r = 4; r <= SIZE; r *= 2) {
            channels.put(r, Math.min(width, width * 64 / r));
        }
        return new Architecture(2, SIZE, width, 8, channels, EncoderKind.RESNET, List.of(), 0);
    }

    private void measure(int width, int rounds) {
        int maps = model.decoder().noiseMapSizes().size();
        ScaledMaps swept =
                new ScaledMaps(IntStream.range(0, maps).boxed().toList(), factors.values());
        PlaneCodec codec = new PlaneCodec(model, SIZE, options);
        EncodedPlane encoded = codec.encode(codec.shown(image), Progress.NONE).get(0);
        codec.decode(encoded, Progress.NONE); // from here on, all is loaded and compiled
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("swept", () -> codec.decode(encoded, swept, Progress.NONE));
        ways.put("each decoded from the start", () -> fromStart(codec, encoded, swept));
        ways.put("each from the image", () -> fromImage(swept));
        System.out.printf(
                "width %d, %d maps x %d factors %s%n",
                width, maps, factors.count(), factors.values());
        Map<String, Duration> least = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            ways.forEach((way, work) -> least.merge(way, Duration.of(work), Duration::least));
        }
        Duration sweep = least.get("swept");
        least.forEach((way, duration) -> System.out.println(way + ": " + duration.beside(sweep)));
    }

    /**
     * How long something takes.
     *
     * @param clock seconds by the clock, which also count what other programs compute
     * @param processor seconds of all processors that this program took
     */
    private record Duration(double clock, double processor) {

        static Duration of(Runnable work) {
            long start = System.nanoTime();
            long before = processorTime();
            work.run();
            return new Duration(
                    (System.nanoTime() - start) * 1e-9, (processorTime() - before) * 1e-9);
        }

        private static long processorTime() {
            return ((com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        Duration least(Duration other) {
            return new Duration(Math.min(clock, other.clock), Math.min(processor, other.processor));
        }

        String beside(Duration one) {
            return String.format(
                    Locale.ROOT,
                    "%.2f s, %.2f times; processor %.2f s, %.2f times",
                    clock,
                    clock / one.clock,
                    processor,
                    processor / one.processor);
        }
    }

    /** Every cell decoded by itself, of the same embedding. */
    private static void fromStart(PlaneCodec codec, EncodedPlane encoded, ScaledMaps swept) {
        Variations each =
                new Variations() {
                    @Override
                    public int count() {
                        return swept.maps().size() * swept.factors().size();
                    }

                    @Override
                    public void decode(Embedding tiles, TileDecoder decoder) {
                        for (int map : swept.maps()) {
                            for (double factor : swept.factors()) {
                                decoder.decode(tiles.scaleNoiseMap(map, factor));
                            }
                        }
                    }
                };
        codec.decode(encoded, each, Progress.NONE);
    }

    private void fromImage(ScaledMaps swept) {
        for (int map : swept.maps()) {
            for (double factor : swept.factors()) {
                new NoiseScaling(model, SIZE, options, NoiseMapSelection.of(map), factor)
                        .apply(image, Progress.NONE);
            }
        }
    }
}
