/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An {@code .npz} file that is open for reading: a zip of NumPy's arrays. Nothing in it is trusted:
 * sizes are compared with each other and with the file's before memory is set aside, and checksums
 * are checked.
 *
 * <p>All methods throw {@link NpzException}, one sentence that begins with the file. Used by one
 * thread.
 */
public final class NpzFile implements Closeable {

    private static final String SUFFIX = ".npy";
    private static final int MOST_ARRAYS = 1024;

    /** No packer of zip files does better. */
    private static final long MOST_EXPANSION = 1032;

    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, NpyHeader> headers = new LinkedHashMap<>();

    private NpzFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        long fileSize = Files.size(file);
        if (zip.size() > MOST_ARRAYS) {
            throw new NpzException(file, "has " + zip.size() + " parts; too many for embeddings.");
        }
        List<? extends ZipEntry> found = zip.stream().toList();
        for (ZipEntry entry : found) {
            add(entry, fileSize);
        }
        for (String name : entries.keySet()) {
            headers.put(name, header(name));
        }
    }

    /**
     * Opens a file and reads what arrays it has.
     *
     * @param file the file
     * @return the open file, to be closed
     * @throws IOException if it is missing, damaged or no such file
     */
    public static NpzFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + "; check the path.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new NpzException(
                    file, "is no .npz file, or cut short or damaged (" + e.getMessage() + ").", e);
        }
        try {
            return new NpzFile(file, zip);
        } catch (IllegalArgumentException e) { // names or comments that are no text
            zip.close();
            throw new NpzException(file, "is damaged: its list of parts can't be read.", e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void add(ZipEntry entry, long fileSize) throws NpzException {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
            return;
        }
        long packed = entry.getCompressedSize();
        long size = entry.getSize();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        boolean possible =
                packed >= 0
                        && packed <= fileSize
                        && size >= 0
                        && (stored ? packed == size : size <= (packed + 1) * MOST_EXPANSION);
        String array = name.substring(0, name.length() - SUFFIX.length());
        if (!possible || entries.put(array, entry) != null) {
            throw new NpzException(
                    file,
                    "is damaged: its array "
                            + printable(array)
                            + " claims an impossible size, or is there twice.");
        }
    }

    private NpyHeader header(String name) throws NpzException {
        ZipEntry entry = entries.get(name);
        try (InputStream in = zip.getInputStream(entry)) {
            NpyHeader header = NpyHeader.read(in);
            long bytes = Math.multiplyExact(header.count(), header.type().bytes()) + header.bytes();
            if (bytes != entry.getSize()) {
                throw new IOException(
                        "has the shape "
                                + Arrays.toString(header.shape())
                                + ", which takes "
                                + bytes
                                + " bytes, but there are "
                                + entry.getSize());
            }
            return header;
        } catch (ArithmeticException e) {
            throw unreadable(name, "has more numbers than can be", e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(name, e.getMessage(), e);
        }
    }

    private NpzException unreadable(String name, String what, Exception cause) {
        return new NpzException(
                file, "can't be used: its array " + printable(name) + " " + what + ".", cause);
    }

    /** A name from the file, for a message. */
    private static String printable(String name) {
        String text = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return text.replaceAll("[^\\p{Print}…]", "?");
    }

    /**
     * The arrays that there are.
     *
     * @return their names, without {@code .npy}
     */
    public Set<String> names() {
        return Set.copyOf(entries.keySet());
    }

    /**
     * The shape of an array.
     *
     * @param name the array
     * @return length of each axis, a new array
     * @throws NpzException if there is none
     */
    public long[] shape(String name) throws NpzException {
        return described(name).shape().clone();
    }

    private NpyHeader described(String name) throws NpzException {
        NpyHeader header = headers.get(name);
        if (header == null) {
            throw new NpzException(file, "has no array " + name + ", which embeddings have.");
        }
        return header;
    }

    /** Takes numbers one after another. */
    @FunctionalInterface
    private interface Numbers {
        void take(NpyType type, ByteBuffer buffer, int index);
    }

    /**
     * Reads an array of numbers with fractions, or of others.
     *
     * @param name the array
     * @return its numbers, the last axis fastest
     * @throws NpzException if there is none, or it can't be read
     */
    public float[] floats(String name) throws NpzException {
        float[] values = new float[room(name, Float.BYTES)];
        read(name, (type, buffer, i) -> values[i] = (float) type.nextDouble(buffer));
        return values;
    }

    /**
     * Reads an array of numbers with fractions, or of others.
     *
     * @param name the array
     * @return its numbers, the last axis fastest
     * @throws NpzException if there is none, or it can't be read
     */
    public double[] doubles(String name) throws NpzException {
        double[] values = new double[room(name, Double.BYTES)];
        read(name, (type, buffer, i) -> values[i] = type.nextDouble(buffer));
        return values;
    }

    /**
     * Reads an array of whole numbers.
     *
     * @param name the array
     * @return its numbers, the last axis fastest
     * @throws NpzException if there is none, it has fractions, or it can't be read
     */
    public long[] longs(String name) throws NpzException {
        if (described(name).type().isReal()) {
            throw new NpzException(
                    file, "can't be used: its array " + name + " is not of whole numbers.");
        }
        long[] values = new long[room(name, Long.BYTES)];
        read(name, (type, buffer, i) -> values[i] = type.nextLong(buffer));
        return values;
    }

    /**
     * Reads an array of bytes.
     *
     * @param name the array
     * @return its bytes
     * @throws NpzException if there is none, it is of other numbers, or it can't be read
     */
    public byte[] bytes(String name) throws NpzException {
        if (described(name).type() != NpyType.UINT8) {
            throw new NpzException(
                    file, "can't be used: its array " + name + " is not of bytes (u1).");
        }
        byte[] values = new byte[room(name, Byte.BYTES)];
        read(name, (type, buffer, i) -> values[i] = buffer.get());
        return values;
    }

    /** How many numbers an array has, if there is memory for them. */
    private int room(String name, int bytes) throws NpzException {
        long count = described(name).count();
        Runtime java = Runtime.getRuntime();
        long left = java.maxMemory() - java.totalMemory() + java.freeMemory();
        if (count > Integer.MAX_VALUE - 8 || count * bytes > left) {
            throw new NpzException(
                    file,
                    "can't be read: its array "
                            + name
                            + " has "
                            + count
                            + " numbers, for which Java has too little memory.");
        }
        return (int) count;
    }

    private void read(String name, Numbers numbers) throws NpzException {
        ZipEntry entry = entries.get(name);
        NpyHeader header = described(name);
        try (CheckedInputStream in =
                new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            in.readNBytes(header.bytes());
            int bytes = header.type().bytes();
            byte[] block = new byte[BLOCK];
            int count = (int) header.count();
            for (int done = 0; done < count; ) {
                int next = Math.min(count - done, BLOCK / bytes);
                if (in.readNBytes(block, 0, next * bytes) < next * bytes) {
                    throw new EOFException("ends after about " + done + " of its numbers");
                }
                ByteBuffer buffer = ByteBuffer.wrap(block).order(header.order());
                for (int i = 0; i < next; i++) {
                    numbers.take(header.type(), buffer, done++);
                }
            }
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("does not have the checksum that it was written with");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(name, e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
