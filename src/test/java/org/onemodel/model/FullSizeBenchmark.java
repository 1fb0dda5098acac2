/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.weights.CheckpointFiles;
import org.onemodel.weights.HostTensor;

/**
 * Networks of the sizes that were published, with drawn weights: how long it takes to import them,
 * beside reading their file once for its SHA-256, and to compute one image.
 */
public final class FullSizeBenchmark {

    private static final int LATENT_SIZE = 512;
    private static final int MAPPING_LAYERS = 8;

    private final Path folder;

    private FullSizeBenchmark(Path folder) {
        this.folder = folder;
    }

    /**
     * Measures autoencoders of 256×256 and generators of 1024×1024 for StyleGAN 1 and 2.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("onemodel-full-size");
        TensorEngine.start();
        FullSizeBenchmark benchmark = new FullSizeBenchmark(folder);
        for (int styleGan = 1; styleGan <= 2; styleGan++) {
            benchmark.measure(architecture(styleGan, 256, EncoderKind.RESNET));
            benchmark.measure(architecture(styleGan, 1024, EncoderKind.NONE));
        }
        Files.delete(folder);
    }

    /** The published channel map: 512 up to 32×32, then 256·m, 128·m … */
    private static Architecture architecture(int styleGan, int size, EncoderKind encoder) {
        SortedMap<Integer, Integer> channels = new TreeMap<>();
        for (int r = 4; r <= size; r *= 2) {
            channels.put(r, Math.min(512, styleGan * 256 * 64 / r));
        }
        return new Architecture(
                styleGan, size, LATENT_SIZE, MAPPING_LAYERS, channels, encoder, List.of(), 0);
    }

    private void measure(Architecture architecture) throws IOException {
        Path file = folder.resolve("network.pt");
        write(architecture, file);
        Path bundle = folder.resolve("network");
        readOnce(file); // from here on, the file is in the system's cache
        double reading = seconds(() -> readOnce(file));
        double importing = seconds(() -> Importer.importFile(file, bundle));
        try (Autoencoder model = ModelBundle.open(bundle).load(Device.cpu())) {
            double computing = seconds(() -> compute(model));
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d MB: import %.1f s, %.1f times reading it for SHA-256 (%.1f s);"
                            + " one image %.1f s%n",
                    new ImportSummary("", architecture, 0).kind() + " of " + architecture.size(),
                    Files.size(file) >> 20,
                    importing,
                    importing / reading,
                    reading,
                    computing);
        }
        delete(bundle);
        Files.delete(file);
    }

    private static void write(Architecture architecture, Path file) throws IOException {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        try (Autoencoder drawn = architecture.build(TensorEngine.newManager(Device.cpu()))) {
            ((NetworkBlock) drawn.encoder()).draw(drawn.manager(), 1);
            ((NetworkBlock) drawn.decoder()).draw(drawn.manager(), 2);
            boolean alone = architecture.encoder() == EncoderKind.NONE;
            drawn.parameters()
                    .forEach(
                            (name, p) ->
                                    tensors.put(
                                            alone ? name.replaceFirst("decoder.", "") : name,
                                            new HostTensor(
                                                    p.getShape().getShape(),
                                                    p.getArray().toFloatArray())));
        }
        CheckpointFiles.write(file, tensors);
    }

    private static void readOnce(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = Sha256.start();
            byte[] block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
    }

    private static void compute(Autoencoder model) {
        try (NDManager scratch = model.manager().newSubManager()) {
            int size = model.decoder().size();
            Embedding embedding =
                    model.decoder().size() == 256
                            ? model.encode(scratch.randomNormal(new Shape(1, 3, size, size)))
                            : random(model, scratch);
            NDArray image = model.decode(embedding);
            double mean = image.abs().mean().getFloat();
            if (!Double.isFinite(mean) || !image.getShape().equals(new Shape(1, 3, size, size))) {
                throw new IllegalStateException("The image is none: " + image.getShape());
            }
        }
    }

    private static Embedding random(Autoencoder model, NDManager scratch) {
        List<NDArray> noise = new ArrayList<>();
        for (int side : model.decoder().noiseMapSizes()) {
            noise.add(scratch.randomNormal(new Shape(1, 1, side, side)));
        }
        NDArray z = scratch.randomNormal(new Shape(1, LATENT_SIZE));
        return new Embedding(LatentSpace.Z, z, noise);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double seconds(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    private static void delete(Path bundle) throws IOException {
        try (var files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(bundle);
    }
}
