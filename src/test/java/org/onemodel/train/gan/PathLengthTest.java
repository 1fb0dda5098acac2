/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Pass;
import org.onemodel.train.optimize.OptimizerConfig;

/** Compares path length's gradients with those that the engine takes of gradients. */
class PathLengthTest {

    private static final int COUNT = 4;
    private static final int WEIGHT = 2;

    private NDManager manager;
    private StyleGan2Decoder generator;
    private Pass pass;
    private PathLength pathLength;

    @BeforeEach
    void draw() throws ModelException {
        manager = TensorEngine.newManager(Device.cpu());
        generator = new StyleGan2Decoder(new GeneratorSpec(TinyGan.SIZE, 8, 2, TinyGan.channels()));
        DrawnGenerator.draw(generator, manager, 1);
        pass = new Pass(new ParameterStore(manager, false), true);
        OptimizerConfig unused = new OptimizerConfig(1, 1, 0, 0, 0.99, 0, 0);
        Player player = new Player("generator", generator, unused, 1, 1, manager);
        pathLength = new PathLength(generator, player, pass, manager);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private GeneratorInput input() {
        return GeneratorInput.draw(generator, COUNT, 0.5, new SplittableRandom(1));
    }

    private NDArray noise() {
        Shape shape = new Shape(COUNT, 3, TinyGan.SIZE, TinyGan.SIZE);
        float[] values = Draw.normal(1.0 / TinyGan.SIZE).values((int) shape.size(), new Random(2));
        return manager.create(values, shape);
    }

    private double[] gradients() {
        return Gradients.of(generator, manager);
    }

    /** The gradients of the penalty about a fixed mean, by the engine's gradient of a gradient. */
    private double[] reference(float mean) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            Embedding embedding = input().embed(generator, pass, manager);
            // Zeros in which all layers of all images can move, so that the slope has a place.
            NDArray shift = manager.zeros(embedding.latent().getShape());
            shift.setRequiresGradient(true);
            NDArray latent = embedding.latent().add(shift);
            NDArray image =
                    generator.decode(
                            pass, new Embedding(embedding.space(), latent, embedding.noiseMaps()));
            PtNDArray one = (PtNDArray) manager.create(1f);
            JniUtils.backward((PtNDArray) noise().mul(image).sum(), one, true, true);
            double[] ofImages = gradients();
            NDArray lengths =
                    shift.getGradient().square().sum(new int[] {2}).mean(new int[] {1}).sqrt();
            NDArray penalty = Constants.times(lengths.sub(mean).square().mean(), WEIGHT);
            JniUtils.backward((PtNDArray) penalty, one, false, false);
            double[] both = gradients();
            for (int i = 0; i < both.length; i++) {
                both[i] -= ofImages[i];
            }
            return both;
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Test
    void itsGradientsAreThoseOfTheGradientOfAGradient() throws ModelException {
        pathLength.backward(input(), noise(), WEIGHT);
        double[] actual = gradients();
        float mean = pathLength.mean().getFloat(0);
        manager.close();
        draw();
        double[] expected = reference(mean);
        Gradients.assertNear(actual, expected);
    }

    @Test
    void theRunningMeanNearsTheLengthsByAHundredthAStep() {
        pathLength.backward(input(), noise(), WEIGHT);
        double first = pathLength.mean().getFloat(0);
        pathLength.backward(input(), noise(), WEIGHT);
        assertThat(first).isPositive();
        assertThat(pathLength.mean().getFloat(0)).isCloseTo((float) (1.99 * first), within(1e-4f));
    }
}
