/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.Arrays;

/**
 * A tensor as the pickle describes it: a strided view of a storage that is not read yet.
 *
 * <p>All is checked at construction, so that {@link #gather} stays inside a storage of the stated
 * length.
 */
final class TensorReference {

    private final StorageReference storage;
    private final long offset;
    private final long[] shape;
    private final long[] strides;
    private final long size;

    /**
     * @param offset the first value's place in the storage, in numbers
     * @param shape the length of each axis
     * @param strides the step in the storage along each axis, in numbers
     * @throws IllegalArgumentException if a value would lie outside the storage
     */
    TensorReference(StorageReference storage, long offset, long[] shape, long[] strides) {
        this.storage = storage;
        this.shape = shape;
        this.strides = strides;
        if (shape.length != strides.length) {
            throw new IllegalArgumentException(
                    String.format(
                            "a tensor of %d axes with %d strides", shape.length, strides.length));
        }
        size = HostTensor.size(shape);
        long last = lastIndex(offset, shape, strides, size);
        if (offset < 0 || last >= storage.viewLength()) {
            throw new IllegalArgumentException(
                    String.format(
                            "a tensor of shape %s, strides %s and offset %d that reaches beyond"
                                    + " the %d values of storage %s",
                            Arrays.toString(shape),
                            Arrays.toString(strides),
                            offset,
                            storage.viewLength(),
                            storage.key()));
        }
        this.offset = offset + storage.viewOffset();
    }

    /** All of a storage, row by row. */
    static TensorReference rowMajor(StorageReference storage, long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return new TensorReference(storage, 0, shape, strides);
    }

    /** The largest index that the tensor reaches, -1 for an empty one, 2^63 - 1 if beyond all. */
    private static long lastIndex(long offset, long[] shape, long[] strides, long size) {
        if (size == 0) {
            return -1;
        }
        long last = offset;
        for (int axis = 0; axis < shape.length; axis++) {
            if (strides[axis] < 0) {
                throw new IllegalArgumentException(
                        "a tensor with the negative stride " + strides[axis]);
            }
            try {
                last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, strides[axis]));
            } catch (ArithmeticException tooFar) {
                return Long.MAX_VALUE;
            }
        }
        return last;
    }

    StorageReference storage() {
        return storage;
    }

    /** The number of values; below 2^31 is for the reader to see to, as strides may be 0. */
    long size() {
        return size;
    }

    /**
     * The tensor in row-major order.
     *
     * @param numbers all numbers of the whole storage
     */
    HostTensor gather(float[] numbers) {
        float[] values;
        if (size == 0) {
            values = new float[0];
        } else if (isRowMajor()) {
            values =
                    size == numbers.length
                            ? numbers
                            : Arrays.copyOfRange(numbers, (int) offset, (int) (offset + size));
        } else {
            values = gatherStrided(numbers);
        }
        return new HostTensor(shape, values);
    }

    private boolean isRowMajor() {
        long expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != expected) {
                return false;
            }
            expected *= shape[axis];
        }
        return true;
    }

    private float[] gatherStrided(float[] numbers) {
        float[] values = new float[(int) size];
        long[] position = new long[shape.length];
        long index = offset;
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[(int) index];
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                index += strides[axis];
                if (++position[axis] < shape[axis]) {
                    break;
                }
                index -= strides[axis] * shape[axis];
                position[axis] = 0;
            }
        }
        return values;
    }
}
