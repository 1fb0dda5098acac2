/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;

class ScalarsTest {

    @Test
    void theFactorIsStillThereWhenTheGradientIsTakenAfterACollection() throws Exception {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray x = manager.create(new float[] {1, 2});
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray y = x;
                for (int i = 0; i < 64; i++) {
                    y = Scalars.times(y, i % 2 == 0 ? 3 : 1 / 3.0);
                }
                overwriteFreedMemory();
                collector.backward(y.sum());
            }
            assertThat(x.getGradient().sub(1).abs().max().getFloat()).isLessThan(1e-4f);
        }
    }

    /** Collects, then fills small buffers with −1, some of which lie where freed ones did. */
    private static void overwriteFreedMemory() throws InterruptedException {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(50); // a thread of its own frees the buffers of what was collected
            for (int i = 0; i < 10_000; i++) {
                buffers.add(ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()));
                buffers.get(buffers.size() - 1).putFloat(-1);
            }
        }
    }

    @Test
    void theProductIsOnTheManagerOfTheTensor() throws ModelException {
        try (NDManager manager = TensorEngine.newManager(Device.cpu());
                NDManager scratch = manager.newSubManager()) {
            NDArray x = scratch.create(new float[] {1, -2});
            NDArray y = Scalars.times(x, 0.5);
            assertThat(y.toFloatArray()).containsExactly(0.5f, -1);
            assertThat(y.getManager()).isSameAs(scratch);
        }
    }
}
