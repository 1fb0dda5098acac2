/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.RowBands;
import org.onemodel.image.RowSink;
import org.onemodel.image.RowSource;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tiling;

/**
 * Restores one plane at a time.
 *
 * @param autoencoder the model, which stays its owner's
 * @param edit what becomes of each tile's embedding before it is decoded
 * @param grid where the tiles lie
 * @param toneOfInput whether results get the local mean of their input
 */
record PlaneRestorer(
        Autoencoder autoencoder,
        UnaryOperator<Embedding> edit,
        UnaryOperator<Tiling> grid,
        boolean toneOfInput) {

    /** Without any change, for whatever the model was made for. */
    static PlaneRestorer of(Autoencoder autoencoder) {
        return new PlaneRestorer(
                autoencoder, UnaryOperator.identity(), UnaryOperator.identity(), false);
    }

    PlaneRestorer withEdit(UnaryOperator<Embedding> change) {
        return new PlaneRestorer(autoencoder, change, grid, toneOfInput);
    }

    PlaneRestorer withToneOfInput() {
        return new PlaneRestorer(autoencoder, edit, grid, true);
    }

    PlaneRestorer withGrid(UnaryOperator<Tiling> other) {
        return new PlaneRestorer(autoencoder, edit, other, toneOfInput);
    }

    /**
     * Restores a plane.
     *
     * @param source the plane, with one channel or three and finite values
     * @param treatment how it is brought to the network and back
     * @param sink takes the rows of the result
     * @param memory repeats the plane with less at a time where memory does not suffice
     * @param progress asked and told after each batch
     */
    void restore(
            RowSource source,
            Treatment treatment,
            RowSink sink,
            MemoryFallback memory,
            Progress progress) {
        if (treatment.leavesAsIs()) {
            copy(source, sink, progress);
            return;
        }
        memory.compute(
                tiles -> {
                    Tiling tiling = tiling(tiles, source.width(), source.height());
                    SeenPlane plane = new SeenPlane(source, treatment);
                    withLatentOf(plane, tiling, progress)
                            .bands(plane, tiling, tiling.plane())
                            .run(tiles.batch(), toneOfInput, sink, progress);
                    return null;
                },
                progress);
    }

    /**
     * The same for blocks of one plane: its tiles get one latent code, where tiles with codes of
     * their own would differ in tone.
     *
     * @param plane the whole plane
     * @param tiling its tiling
     * @param progress asked after each tile that the code is read from
     * @return a restorer for this plane only
     */
    PlaneRestorer withLatentOf(SeenPlane plane, Tiling tiling, Progress progress) {
        if (!SharedLatent.isNeeded(autoencoder, tiling)) {
            return this;
        }
        SharedLatent latent = SharedLatent.of(autoencoder, plane, tiling, progress);
        return withEdit(tiles -> edit.apply(latent.in(tiles)));
    }

    /** The tiling of planes of a size. */
    Tiling tiling(TileLayout tiles, int width, int height) {
        return grid.apply(tiles.tiling(width, height));
    }

    /** How many pixels around a block must be computed with it for it to be as in the plane. */
    int reach(Treatment treatment) {
        return BandRestoration.reach(treatment, toneOfInput);
    }

    /**
     * Restores a block of a plane; beyond {@link #reach} from its borders it is as in the plane.
     *
     * @param plane the plane, with finite values where {@link BandRestoration#needed} says, and a
     *     treatment that changes it
     * @param tiling the plane's
     * @param block the part of the plane
     * @param sink takes the rows of the block
     * @param memory repeats the block with fewer tiles at a time where memory does not suffice
     * @param progress asked and told after each batch
     */
    void restore(
            SeenPlane plane,
            Tiling tiling,
            Block block,
            RowSink sink,
            MemoryFallback memory,
            Progress progress) {
        BandRestoration bands = bands(plane, tiling, block);
        memory.compute(
                tiles -> {
                    bands.run(tiles.batch(), toneOfInput, sink, progress);
                    return null;
                },
                progress);
    }

    private BandRestoration bands(SeenPlane plane, Tiling tiling, Block block) {
        boolean grey = plane.source().channels() == 1;
        TiledNetwork network =
                new TiledNetwork(autoencoder.manager(), images -> List.of(pass(images, grey)));
        return new BandRestoration(network, plane, tiling, block);
    }

    private static void copy(RowSource source, RowSink sink, Progress progress) {
        RowBands.forEach(
                source,
                (y, rows, values) -> {
                    progress.checkCanceled();
                    sink.write(y, rows, values);
                    progress.update((double) (y + rows) / source.height(), "");
                });
    }

    private NDArray pass(NDArray images, boolean grey) {
        Embedding embedding = edit.apply(autoencoder.encode(images));
        NDArray decoded = autoencoder.decode(embedding); // [N, 3, T, T]
        return grey ? decoded.mean(new int[] {1}, true) : decoded;
    }
}
