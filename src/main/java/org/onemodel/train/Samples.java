/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.train.data.ValidationSet;
import org.onemodel.train.data.ValidationSet.Example;
import org.onemodel.train.record.SamplePicture;

/** Pictures of the first validation examples: input, output, target, then the noise maps. */
final class Samples {

    private static final int ROWS = 4;
    private static final int GAP = 4;

    private final StrategyConfig strategy;
    private final ValidationSet examples;

    Samples(StrategyConfig strategy, ValidationSet examples) {
        this.strategy = strategy;
        this.examples = examples;
    }

    /** Writes a picture of what the networks do now. */
    void write(Autoencoder autoencoder, Path file) throws IOException {
        List<Example> shown = shown();
        int side = shown.get(0).side();
        TrainingPass pass = new TrainingPass(strategy, autoencoder);
        int columns = 3 + autoencoder.decoder().noiseMapSizes().size();
        SamplePicture picture = new SamplePicture(shown.size(), columns, side, GAP);
        for (int row = 0; row < shown.size(); row++) {
            Example example = shown.get(row);
            try (NDManager scratch = autoencoder.manager().newSubManager()) {
                NDArray x = scratch.create(example.input(), new Shape(1, 3, side, side));
                Embedding embedding = pass.encode(x);
                picture.image(row, 0, example.input());
                picture.image(row, 1, autoencoder.decode(embedding).toFloatArray());
                picture.image(row, 2, example.target());
                for (int i = 0; i < embedding.noiseMaps().size(); i++) {
                    picture.map(row, 3 + i, embedding.noiseMaps().get(i).toFloatArray());
                }
            }
        }
        picture.write(file);
    }

    /** The first examples, of one size. */
    private List<Example> shown() {
        int side = examples.stream().findFirst().orElseThrow().side();
        return examples.stream().filter(e -> e.side() == side).limit(ROWS).toList();
    }
}
