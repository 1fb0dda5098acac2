/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;

/** An open checkpoint file: the object that it describes and the storages beside it. */
interface CheckpointArchive extends Closeable {

    /** The most that is read of a pickle, apart from tensors; large networks have a few MB. */
    long MAX_PICKLE_BYTES = 64L << 20;

    /** How much of a storage is decoded at once; most storages are far smaller. */
    int MAX_BLOCK = 1 << 16;

    /**
     * The object at the top, with a {@link TensorReference} where a tensor is.
     *
     * @throws CheckpointException if it is damaged or is not data
     */
    Object readObject() throws IOException;

    /**
     * Compares what the pickle says of storages with what the file holds, before memory is set
     * aside for them.
     *
     * @throws CheckpointException if one is missing or shorter than it should be
     */
    void check(Collection<StorageReference> storages) throws IOException;

    /**
     * All numbers of a storage that was {@link #check checked}.
     *
     * @throws CheckpointException if the bytes cannot be read or are not those that were written
     */
    float[] readStorage(StorageReference storage) throws IOException;

    /** Reads numbers of one type, a block at a time. */
    static float[] decode(InputStream in, ElementType type, ByteOrder order, int length)
            throws IOException {
        float[] numbers = new float[length];
        byte[] block = new byte[(int) Math.min(MAX_BLOCK, (long) length * type.bytes())];
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, block.length / type.bytes());
            int bytes = count * type.bytes();
            if (in.readNBytes(block, 0, bytes) < bytes) {
                throw new EOFException("it ends after about " + done + " of its values");
            }
            ByteBuffer buffer = ByteBuffer.wrap(block, 0, bytes).order(order);
            for (int i = 0; i < count; i++) {
                numbers[done++] = type.next(buffer);
            }
        }
        return numbers;
    }
}
