/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.weights.SafetensorsHeader.Entry;

/**
 * Tensors in the safetensors format, read from a stream and written to one, a tensor at a time: a
 * file may be larger than the Java heap.
 *
 * <p>DJL reads and writes this format too, but its reader trusts the sizes in the header. Here
 * nothing is believed before it is checked, and no engine is needed.
 */
public final class Safetensors {

    /** Takes tensors as they are read. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Takes one tensor.
         *
         * @param name its name
         * @param tensor its shape and values
         * @throws IOException to end the reading
         */
        void accept(String name, HostTensor tensor) throws IOException;
    }

    /** Gives the values of tensors as they are written. */
    @FunctionalInterface
    public interface Values {

        /**
         * The values of one tensor.
         *
         * @param name its name
         * @return as many values as its shape says, row by row
         * @throws IOException to end the writing
         */
        float[] of(String name) throws IOException;
    }

    private final InputStream in;
    private final SafetensorsHeader header;

    private Safetensors(InputStream in, SafetensorsHeader header) {
        this.in = in;
        this.header = header;
    }

    /**
     * Reads and checks the header.
     *
     * @param in the file from its start; closing it is left to the caller
     * @param size the file's size in bytes
     * @return the tensors, whose values are still to be read
     * @throws SafetensorsException if the header is not as it must be or does not fit the size
     * @throws IOException if the stream cannot be read
     */
    public static Safetensors open(InputStream in, long size) throws IOException {
        return new Safetensors(in, SafetensorsHeader.read(in, size));
    }

    /**
     * The largest file with these tensors in float32 that {@link #open} reads.
     *
     * @param shapes the shape of each tensor by name
     * @return a size in bytes
     */
    public static long largestSize(Map<String, long[]> shapes) {
        long values = shapes.values().stream().mapToLong(HostTensor::size).sum();
        return Long.BYTES + SafetensorsHeader.LARGEST + Float.BYTES * values;
    }

    /**
     * The shape of each tensor.
     *
     * @return a new map, in the order in which the tensors lie in the file
     */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> shapes.put(name, entry.shape().clone()));
        return shapes;
    }

    /**
     * Reads all values, once and in the order of {@link #shapes}; numbers of other types are
     * converted to float32.
     *
     * @param receiver takes each tensor
     * @throws IOException if the stream cannot be read or ends early, or the receiver throws it
     */
    public void forEach(Receiver receiver) throws IOException {
        for (var tensor : header.entries().entrySet()) {
            Entry entry = tensor.getValue();
            float[] values =
                    CheckpointArchive.decode(
                            in, entry.type(), ByteOrder.LITTLE_ENDIAN, entry.length());
            receiver.accept(tensor.getKey(), new HostTensor(entry.shape(), values));
        }
    }

    /**
     * Writes float32 tensors in the order of a map.
     *
     * @param out takes the file; closing it is left to the caller
     * @param shapes the shape of each tensor by name
     * @param values asked for each tensor when its turn comes, so that no two need be in memory
     * @throws IOException if the stream cannot be written, or the values cannot be had
     * @throws IllegalArgumentException if there are more or fewer values than a shape says
     */
    public static void write(OutputStream out, Map<String, long[]> shapes, Values values)
            throws IOException {
        SafetensorsHeader header = SafetensorsHeader.of(shapes);
        header.write(out);
        for (var tensor : header.entries().entrySet()) {
            String name = tensor.getKey();
            write(out, new HostTensor(tensor.getValue().shape(), values.of(name)).values());
        }
    }

    private static void write(OutputStream out, float[] values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int most = block.capacity() / Float.BYTES;
        for (int done = 0; done < values.length; done += most) {
            int count = Math.min(most, values.length - done);
            block.asFloatBuffer().put(values, done, count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }
}
