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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Pass;
import org.onemodel.train.optimize.OptimizerConfig;

/** Compares R1's gradients with those that the engine takes of gradients. */
class GradientPenaltyTest {

    private static final int COUNT = 8;
    private static final float WEIGHT = 10;

    private NDManager manager;
    private Discriminator discriminator;
    private Pass pass;

    @BeforeEach
    void draw() throws ModelException {
        manager = TensorEngine.newManager(Device.cpu());
        discriminator = new Discriminator(TinyGan.SIZE, TinyGan.channels());
        discriminator.draw(manager, 1);
        pass = new Pass(new ParameterStore(manager, false), true);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private double penalty(double weight) {
        OptimizerConfig unused = new OptimizerConfig(1, 1, 0, 0, 0.99, 0, 0);
        Player player = new Player("discriminator", discriminator, unused, 1, 1, manager);
        return GradientPenalty.backward(discriminator, player, pass, images(), weight);
    }

    private NDArray images() {
        Shape shape = new Shape(COUNT, 3, TinyGan.SIZE, TinyGan.SIZE);
        float[] values = Draw.normal(0.5).values((int) shape.size(), new Random(2));
        return manager.create(values, shape);
    }

    private double[] gradients() {
        return Gradients.of(discriminator, manager);
    }

    /** The gradients of γ/2 times the mean of ‖∇D‖², by the engine's gradient of a gradient. */
    private double[] reference(NDArray images) {
        images.setRequiresGradient(true);
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            PtNDArray one = (PtNDArray) manager.create(1f);
            PtNDArray sum = (PtNDArray) discriminator.apply(pass, images).sum();
            JniUtils.backward(sum, one, true, true);
            double[] ofLogits = gradients();
            NDArray slope = images.getGradient();
            PtNDArray penalty = (PtNDArray) slope.square().sum().mul(WEIGHT / 2 / COUNT);
            JniUtils.backward(penalty, one, false, false);
            double[] both = gradients();
            for (int i = 0; i < both.length; i++) {
                both[i] -= ofLogits[i];
            }
            return both;
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Test
    void itsGradientsAreThoseOfTheGradientOfAGradient() throws ModelException {
        penalty(WEIGHT);
        double[] actual = gradients();
        manager.close();
        draw();
        double[] expected = reference(images());
        Gradients.assertNear(actual, expected);
    }

    @Test
    void itsValueIsTheMeanSquareOfTheSlopes() {
        double actual = penalty(WEIGHT);
        NDArray images = images();
        double expected = slope(images).square().sum().getFloat() / COUNT;
        assertThat(actual).isCloseTo(expected, within(1e-5 * expected));
    }

    @Test
    void theDerivativeIsTheChangeOfTheLogitsAlongADirection() {
        NDArray images = images();
        NDArray v = slope(images);
        float step = 1e-3f / v.norm().getFloat();
        NDArray above = discriminator.apply(pass, images.add(v.mul(step)));
        NDArray below = discriminator.apply(pass, images.sub(v.mul(step)));
        float[] expected = above.sub(below).div(2 * step).toFloatArray();
        float[] actual = discriminator.derivative(pass, images, v).toFloatArray();
        for (int n = 0; n < COUNT; n++) {
            assertThat(actual[n])
                    .as("image %d", n)
                    .isCloseTo(expected[n], within(0.05f * Math.abs(expected[n])));
        }
    }

    @Test
    void itLeavesNoGradientOfTheLogitsBehind() {
        penalty(0);
        assertThat(gradients()).containsOnly(0);
    }

    private NDArray slope(NDArray images) {
        images.setRequiresGradient(true);
        JniUtils.setGradMode(true);
        PtNDArray sum = (PtNDArray) discriminator.apply(pass, images).sum();
        JniUtils.backward(sum, (PtNDArray) manager.create(1f), false, false);
        JniUtils.setGradMode(false);
        NDArray slope = images.getGradient().duplicate();
        images.setRequiresGradient(false);
        return slope;
    }
}
