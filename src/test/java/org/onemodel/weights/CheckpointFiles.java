/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes tensors as PyTorch's {@code torch.save} of a state_dict does, for tests of readers. */
public final class CheckpointFiles {

    private CheckpointFiles() {}

    public static Path write(Path file, Map<String, HostTensor> tensors) throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}");
        Map<String, byte[]> storages = new LinkedHashMap<>();
        for (Map.Entry<String, HostTensor> entry : tensors.entrySet()) {
            HostTensor tensor = entry.getValue();
            String key = Integer.toString(storages.size());
            pickle.text(entry.getKey())
                    .tensor(
                            "FloatStorage",
                            key,
                            tensor.size(),
                            0,
                            tensor.shape(),
                            PickleBytes.rowMajor(tensor.shape()))
                    .ops("s");
            storages.put(key, bytes(tensor.values()));
        }
        return PickleBytes.zip(file, pickle.stop(), storages);
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
