/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Pass;

class GeneratorInputTest {

    private static final int COUNT = 20;

    private NDManager manager;
    private StyleGan2Decoder generator;
    private Pass pass;

    @BeforeEach
    void draw() throws ModelException {
        manager = TensorEngine.newManager(Device.cpu());
        generator = new StyleGan2Decoder(new GeneratorSpec(TinyGan.SIZE, 8, 2, TinyGan.channels()));
        DrawnGenerator.drawForTraining(generator, manager, 1);
        pass = new Pass(new ParameterStore(manager, false), false);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private GeneratorInput input(double mixing) {
        return GeneratorInput.draw(generator, COUNT, mixing, new SplittableRandom(1));
    }

    /** How many different latent vectors the layers of each image follow. */
    private long[] codes(double mixing) {
        NDArray latent = input(mixing).embed(generator, pass, manager).latent();
        assertThat(latent.getShape()).isEqualTo(new Shape(COUNT, 6, 8));
        float[] values = latent.toFloatArray();
        long[] codes = new long[COUNT];
        for (int n = 0; n < COUNT; n++) {
            codes[n] = 1;
            for (int layer = 1; layer < 6; layer++) {
                int at = (n * 6 + layer) * 8;
                codes[n] += values[at] == values[at - 8] ? 0 : 1;
            }
        }
        return codes;
    }

    @Test
    void withoutMixingAllLayersOfAnImageFollowOneCode() {
        assertThat(codes(0)).containsOnly(1);
    }

    @Test
    void withMixingTheLayersOfEachImageFollowTwoCodes() {
        assertThat(codes(1)).containsOnly(2);
    }

    @Test
    void theSameStateGivesTheSameImages() {
        float[] once = input(0.5).generate(generator, pass, manager).toFloatArray();
        float[] again = input(0.5).generate(generator, pass, manager).toFloatArray();
        assertThat(again).isEqualTo(once).hasSize(COUNT * 3 * 16 * 16);
    }
}
