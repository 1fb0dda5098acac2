/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TensorEngineTest {

    @Test
    void eachThreadThatStartsItRecordsNoGradients() throws Exception {
        TensorEngine.start();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            assertThat(thread.submit(JniUtils::isGradMode).get())
                    .as("PyTorch records on a new thread; else there is nothing to do here")
                    .isTrue();
            thread.submit(TensorEngine::start).get();
            assertThat(thread.submit(JniUtils::isGradMode).get()).isFalse();
        } finally {
            thread.shutdown();
        }
    }
}
