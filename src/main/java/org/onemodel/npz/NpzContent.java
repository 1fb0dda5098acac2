/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onemodel.files.WholeFile;

/**
 * Arrays that become an {@code .npz} file, as {@code numpy.savez} writes it: not compressed. The
 * same arrays give the same bytes. Used by one thread; arrays that were added must not change.
 */
public final class NpzContent {

    private static final int BLOCK = 1 << 14;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Nothing yet. */
    public NpzContent() {}

    /** Puts a number into a buffer. */
    @FunctionalInterface
    private interface Numbers {
        void put(ByteBuffer out, long index);
    }

    /** An array: its header, and what puts number i into a buffer. */
    private record Entry(NpyType type, long count, byte[] header, Numbers numbers) {

        long bytes() {
            return header.length + count * type.bytes();
        }

        void writeTo(OutputStream out) throws IOException {
            out.write(header);
            ByteBuffer buffer =
                    ByteBuffer.allocate(BLOCK * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            for (long i = 0; i < count; i++) {
                numbers.put(buffer, i);
                if (!buffer.hasRemaining() || i == count - 1) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
        }
    }

    private NpzContent add(String name, NpyType type, long count, Numbers numbers, long... shape) {
        long room = 1;
        for (long axis : shape) {
            room *= axis;
        }
        if (room != count) {
            throw new IllegalArgumentException(
                    name + " has " + count + " numbers; its shape takes " + room + ".");
        }
        entries.put(name, new Entry(type, count, NpyHeader.of(type, shape), numbers));
        return this;
    }

    /**
     * Adds 32-bit numbers.
     *
     * @param name the array
     * @param values the numbers, the last axis fastest
     * @param shape length of each axis
     * @return this
     */
    public NpzContent floats(String name, float[] values, long... shape) {
        return add(
                name,
                NpyType.FLOAT32,
                values.length,
                (out, i) -> out.putFloat(values[(int) i]),
                shape);
    }

    /**
     * Adds rows of 32-bit numbers, all of the same length.
     *
     * @param name the array
     * @param rows {@code [N][]} numbers; at least one
     * @param shape length of each axis, N first
     * @return this
     */
    public NpzContent rows(String name, float[][] rows, long... shape) {
        int length = rows[0].length;
        return add(
                name,
                NpyType.FLOAT32,
                (long) rows.length * length,
                (out, i) -> out.putFloat(rows[(int) (i / length)][(int) (i % length)]),
                shape);
    }

    /**
     * Adds 64-bit numbers.
     *
     * @param name the array
     * @param values the numbers, the last axis fastest
     * @param shape length of each axis
     * @return this
     */
    public NpzContent doubles(String name, double[] values, long... shape) {
        return add(
                name,
                NpyType.FLOAT64,
                values.length,
                (out, i) -> out.putDouble(values[(int) i]),
                shape);
    }

    /**
     * Adds whole numbers.
     *
     * @param name the array
     * @param values the numbers, the last axis fastest
     * @param shape length of each axis
     * @return this
     */
    public NpzContent longs(String name, long[] values, long... shape) {
        return add(
                name,
                NpyType.INT64,
                values.length,
                (out, i) -> out.putLong(values[(int) i]),
                shape);
    }

    /**
     * Adds bytes.
     *
     * @param name the array
     * @param values the bytes, the last axis fastest
     * @param shape length of each axis
     * @return this
     */
    public NpzContent bytes(String name, byte[] values, long... shape) {
        return add(name, NpyType.UINT8, values.length, (out, i) -> out.put(values[(int) i]), shape);
    }

    /**
     * Adds text, as bytes in UTF-8.
     *
     * @param name the array
     * @param text the text
     * @return this
     */
    public NpzContent text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(name, bytes, bytes.length);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it can't be written, or would have 2 GB or more
     */
    public void write(Path file) throws IOException {
        long bytes = entries.values().stream().mapToLong(Entry::bytes).sum();
        if (bytes > Integer.MAX_VALUE) {
            throw new NpzException(
                    file,
                    "would have "
                            + (bytes >> 20)
                            + " MB, and embeddings are written up to 2047 MB; choose fewer slices"
                            + " or frames, or a part of the image.");
        }
        new WholeFile(file).write(this::writeTo);
    }

    private void writeTo(Path file) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, Entry> named : entries.entrySet()) {
                Entry array = named.getValue();
                CRC32 sum = new CRC32();
                array.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
                ZipEntry entry = new ZipEntry(named.getKey() + ".npy");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(array.bytes());
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                array.writeTo(zip);
                zip.closeEntry();
            }
        }
    }
}
