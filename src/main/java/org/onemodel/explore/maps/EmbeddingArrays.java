/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.npz.NpzContent;
import org.onemodel.npz.NpzException;
import org.onemodel.npz.NpzFile;

/**
 * The arrays of embeddings in {@code .npz} files: {@code latent}, {@code [N, layers, L]} for W+ or
 * {@code [N, L]} for Z, and {@code noise_00}, {@code noise_01} …, {@code [N, 1, r, r]}, coarse to
 * fine.
 */
final class EmbeddingArrays {

    private static final String LATENT = "latent";
    private static final int MOST_MAPS = 100;

    private EmbeddingArrays() {}

    private static String noise(int map) {
        return String.format(Locale.ROOT, "noise_%02d", map);
    }

    /** Adds embeddings of several planes, one after the other. */
    static void write(EmbeddingValues values, NpzContent content) {
        long n = values.count();
        long[] latent = values.latentShape().getShape();
        content.rows(LATENT, values.latents(), new Shape(n).addAll(new Shape(latent)).getShape());
        for (int i = 0; i < values.noiseMaps().size(); i++) {
            NoiseMapValues map = values.noiseMaps().get(i);
            content.rows(noise(i), map.images(), n, 1, map.height(), map.width());
        }
    }

    /**
     * Reads embeddings.
     *
     * @param file the open file
     * @param path its name, for messages
     * @throws IOException if it has none, or arrays of shapes that do not fit each other, or
     *     numbers that are not finite
     */
    static EmbeddingValues read(NpzFile file, Path path) throws IOException {
        long[] latent = file.shape(LATENT);
        boolean layers = latent.length == 3;
        if (latent.length != 2 && !layers || Arrays.stream(latent).anyMatch(axis -> axis < 1)) {
            throw wrong(path, LATENT, latent, "[N, layers, L] or [N, L]");
        }
        int n = (int) Math.min(latent[0], Integer.MAX_VALUE);
        List<NoiseMapValues> maps = new ArrayList<>();
        while (maps.size() < MOST_MAPS && file.names().contains(noise(maps.size()))) {
            String name = noise(maps.size());
            long[] shape = file.shape(name);
            boolean square = shape.length == 4 && shape[1] == 1 && shape[2] == shape[3];
            if (!square || shape[0] != latent[0] || shape[2] < 1 || shape[2] > 1 << 14) {
                throw wrong(path, name, shape, "[" + n + ", 1, r, r]");
            }
            int side = (int) shape[2];
            maps.add(new NoiseMapValues(side, side, split(file, path, name, n)));
        }
        if (maps.isEmpty()) {
            throw new NpzException(path, "has no noise maps; it should have noise_00 and so on.");
        }
        return new EmbeddingValues(
                layers ? LatentSpace.W_PLUS : LatentSpace.Z,
                new Shape(Arrays.copyOfRange(latent, 1, latent.length)),
                split(file, path, LATENT, n),
                maps);
    }

    private static NpzException wrong(Path path, String name, long[] shape, String expected) {
        return new NpzException(
                path,
                "can't be used: its array "
                        + name
                        + " has the shape "
                        + Arrays.toString(shape)
                        + "; expected "
                        + expected
                        + ".");
    }

    private static float[][] split(NpzFile file, Path path, String name, int n) throws IOException {
        float[] values = file.floats(name);
        int length = values.length / n;
        float[][] images = new float[n][];
        for (int i = 0; i < n; i++) {
            images[i] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new NpzException(
                        path,
                        "can't be decoded: number "
                                + i
                                + " of its array "
                                + name
                                + " is "
                                + values[i]
                                + ".");
            }
        }
        return images;
    }

    /** Some of the images of embeddings. */
    static EmbeddingValues range(EmbeddingValues values, int from, int to) {
        List<NoiseMapValues> maps =
                values.noiseMaps().stream()
                        .map(map -> map.with(Arrays.copyOfRange(map.images(), from, to)))
                        .toList();
        float[][] latents = Arrays.copyOfRange(values.latents(), from, to);
        return new EmbeddingValues(values.space(), values.latentShape(), latents, maps);
    }
}
