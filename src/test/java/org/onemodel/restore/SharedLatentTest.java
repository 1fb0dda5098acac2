/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

class SharedLatentTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 44;
    private static final int TILE = 16;
    private static final int OVERLAP = 4;
    private static final Normalization RANGE = Normalization.ofRange(0, 1500);
    private static final RestoreOptions TILES =
            RestoreOptions.defaults().withTile(TILE).withOverlap(OVERLAP).withBatch(3);

    private static Autoencoder resNet;
    private static Autoencoder expanding;

    @BeforeAll
    static void draw() {
        resNet = TinyModel.drawResNet();
        expanding = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        resNet.close();
        expanding.close();
    }

    /** Dark on the left and bright on the right. */
    private static float[] pixels() {
        FloatProcessor plane = TinyModel.plane(WIDTH, HEIGHT, 1);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            plane.setf(i, plane.getf(i) + 20 * (i % WIDTH));
        }
        return (float[]) plane.getPixels();
    }

    /** The latent codes that the tiles are decoded with. */
    private static List<float[]> decodedWith(Autoencoder model) {
        List<float[]> codes = new ArrayList<>();
        Plane plane = new Plane(WIDTH, HEIGHT, new float[][] {pixels()});
        new Restorer(model, TILE, TILES)
                .withEdit(
                        tiles -> {
                            codes.addAll(codes(tiles));
                            return tiles;
                        })
                .restore(plane, RANGE, Progress.NONE);
        int tiles = new Tiling(WIDTH, HEIGHT, TILE, OVERLAP).tiles().size();
        return codes.subList(codes.size() - tiles, codes.size());
    }

    /** The latent codes that an encoder reads from each tile by itself. */
    private static List<float[]> readByThemselves(Autoencoder model) {
        Tiling tiling = new Tiling(WIDTH, HEIGHT, TILE, OVERLAP);
        float[] seen = RANGE.normalize(pixels());
        List<float[]> codes = new ArrayList<>();
        for (Tile tile : tiling.tiles()) {
            float[] values = new float[TILE * TILE];
            TileReader.read(seen, tiling, tile, values, 0);
            try (NDManager manager = model.manager().newSubManager()) {
                Shape shape = new Shape(1, 1, TILE, TILE);
                codes.addAll(codes(model.encode(manager.create(values, shape).repeat(1, 3))));
            }
        }
        return codes;
    }

    private static List<float[]> codes(Embedding tiles) {
        float[] all = tiles.latent().toFloatArray();
        int length = all.length / tiles.batchSize();
        List<float[]> codes = new ArrayList<>();
        for (int i = 0; i < all.length; i += length) {
            codes.add(Arrays.copyOfRange(all, i, i + length));
        }
        return codes;
    }

    @Test
    void tilesShareTheMeanOfTheirCodesWhereTheseHaveTheTone() {
        List<float[]> own = readByThemselves(resNet);
        float[] mean = new float[own.get(0).length];
        own.forEach(
                code -> {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += code[i] / own.size();
                    }
                });

        assertThat(decodedWith(resNet))
                .hasSize(own.size())
                .allSatisfy(code -> assertThat(code).containsExactly(mean, within(1e-4f)));
        assertThat(own)
                .as("their own would have been others")
                .noneSatisfy(code -> assertThat(code).containsExactly(mean, within(1e-2f)));
    }

    @Test
    void tilesKeepTheirCodesWhereTheNoiseMapsHaveTheTone() {
        List<float[]> own = readByThemselves(expanding);

        List<float[]> used = decodedWith(expanding);

        assertThat(used).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
            assertThat(used.get(i)).containsExactly(own.get(i), within(1e-5f));
        }
    }

    @Test
    void readingTheSharedCodeIsNoneOfTheShareThatIsDoneAndMayBeCanceled() {
        List<Double> fractions = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        fractions.add(fractionDone);
                    }

                    @Override
                    public boolean isCanceled() {
                        return asked.incrementAndGet() > last.get();
                    }
                };
        Plane plane = new Plane(WIDTH, HEIGHT, new float[][] {pixels()});
        Restorer restorer = new Restorer(resNet, TILE, TILES);

        restorer.restore(plane, RANGE, progress);

        assertThat(fractions).isSorted().endsWith(1.0).hasSizeGreaterThan(4);
        assertThat(fractions.get(0)).isLessThan(0.5);
        fractions.clear();
        asked.set(0);
        last.set(3);
        assertThatThrownBy(() -> restorer.restore(plane, RANGE, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(fractions).isEmpty();
    }

    @Test
    void blocksGetTheCodeOfTheWholePlane() {
        Restorer restorer = new Restorer(resNet, TILE, TILES);
        Img<FloatType> image = ArrayImgs.floats(pixels(), WIDTH, HEIGHT);
        Img<FloatType> whole = restorer.restore(image, Progress.NONE);

        RandomAccessibleInterval<FloatType> lazily =
                restorer.restoreLazily(image, LazyOptions.defaults().withBlock(24), Progress.NONE);

        RandomAccess<FloatType> access = lazily.randomAccess();
        Cursor<FloatType> expected = whole.localizingCursor();
        while (expected.hasNext()) {
            expected.fwd();
            assertThat(access.setPositionAndGet(expected).get()).isEqualTo(expected.get().get());
        }
    }
}
