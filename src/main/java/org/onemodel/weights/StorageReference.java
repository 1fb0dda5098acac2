/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

/**
 * What a checkpoint's pickle says of one storage; the numbers lie elsewhere in the file.
 *
 * @param type what the numbers are
 * @param key the storage's name in the file
 * @param length how many numbers it is said to hold
 * @param viewOffset where the seen part starts, in numbers; other than 0 only in the old format
 * @param viewLength how many numbers are seen
 */
record StorageReference(
        ElementType type, String key, long length, long viewOffset, long viewLength) {

    /** The size of the whole storage in bytes. */
    long bytes() {
        return length * type.bytes();
    }

    /** The whole storage that this sees, or this if it sees all. */
    StorageReference whole() {
        return new StorageReference(type, key, length, 0, length);
    }
}
