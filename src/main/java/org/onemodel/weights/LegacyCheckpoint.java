/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format that PyTorch wrote from 0.1.10 to 1.5: pickles of a magic number, a protocol version,
 * facts of the system, the object, and the storages' keys; then for each key the number of values
 * (64 bits) and the values.
 */
final class LegacyCheckpoint implements CheckpointArchive {

    /** How many bytes {@link #recognizes} looks at. */
    static final int START_BYTES = 32;

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long PROTOCOL = 1001;

    /** In bytes; thousands of small files of this format can lie in a large one. */
    private static final int MAX_BUFFER = 8192;

    private final Path file;
    private final FileChannel channel;
    private final long start;
    private final long end;
    private final int maxOperations;

    /** Every storage that the pickle names, by its key. */
    private final Map<String, StorageReference> named = new HashMap<>();

    /** Where the values of each storage start in the file. */
    private final Map<String, Long> positions = new LinkedHashMap<>();

    private ByteOrder order;

    /**
     * One that is a part of a file.
     *
     * @param channel the open file, which {@link #close} closes
     * @param start where it starts there
     * @param end where it ends there
     * @param maxOperations how many operations each of its pickles may have
     */
    LegacyCheckpoint(Path file, FileChannel channel, long start, long end, int maxOperations) {
        this.file = file;
        this.channel = channel;
        this.start = start;
        this.end = end;
        this.maxOperations = maxOperations;
    }

    static LegacyCheckpoint open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new LegacyCheckpoint(file, channel, 0, channel.size(), DataUnpickler.MAX_OPERATIONS);
    }

    /** Whether a file that starts so has PyTorch's magic number in its first pickle. */
    static boolean recognizes(byte[] start) {
        byte[] magic = MAGIC.toByteArray(); // the other way round than in the file
        for (int from = 0; from <= start.length - magic.length; from++) {
            int same = 0;
            while (same < magic.length && start[from + same] == magic[magic.length - 1 - same]) {
                same++;
            }
            if (same == magic.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object readObject() throws IOException {
        InputStream stretch = new FileStretch(channel, start, end);
        int buffer = (int) Math.max(1, Math.min(MAX_BUFFER, end - start));
        PickleInput in = new PickleInput(new BufferedInputStream(stretch, buffer), end - start);
        DataUnpickler unpickler =
                new DataUnpickler(file, TorchPickle.GLOBALS, this::storage, maxOperations);
        if (!MAGIC.equals(readMagic(unpickler, in))) {
            throw new CheckpointException(
                    file,
                    "is a pickle but no PyTorch checkpoint: it does not start with PyTorch's magic"
                            + " number.");
        }
        Object protocol = unpickler.read(in);
        if (!(protocol instanceof Number version) || version.longValue() != PROTOCOL) {
            throw new CheckpointException(
                    file, "has a version of PyTorch's old format other than " + PROTOCOL + ".");
        }
        order = byteOrder(unpickler.read(in));
        Object object = unpickler.read(in);
        locate(unpickler.read(in), start + in.position());
        return object;
    }

    /** Any pickle may come here, so that one which does not open with a number is just not ours. */
    private Object readMagic(DataUnpickler unpickler, PickleInput in) throws CheckpointException {
        try {
            return unpickler.read(in);
        } catch (CheckpointException e) {
            throw new CheckpointException(
                    file,
                    "is no PyTorch checkpoint: it is neither a zip file nor does it start with"
                            + " PyTorch's magic number.",
                    e);
        }
    }

    private ByteOrder byteOrder(Object system) throws CheckpointException {
        if (system instanceof Map<?, ?> facts
                && facts.get("little_endian") instanceof Boolean little) {
            return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        }
        throw new CheckpointException(file, "is damaged: it does not tell its byte order.");
    }

    private StorageReference storage(Object persistentId) {
        StorageReference storage = TorchPickle.storage(persistentId);
        StorageReference known = named.putIfAbsent(storage.key(), storage.whole());
        if (known != null && !known.equals(storage.whole())) {
            throw new IllegalArgumentException(
                    "storage " + storage.key() + " is described in two ways");
        }
        return storage;
    }

    private void locate(Object keys, long after) throws IOException {
        if (!(keys instanceof List<?> list)) {
            throw new CheckpointException(file, "is damaged: it has no list of storages.");
        }
        long position = after;
        for (Object key : list) {
            StorageReference storage = key instanceof String ? named.get(key) : null;
            if (storage == null || positions.containsKey(storage.key())) {
                throw new CheckpointException(
                        file, "is damaged: its list of storages does not fit its tensors.");
            }
            long length = readLength(position);
            if (length != storage.length()) {
                throw new CheckpointException(
                        file,
                        String.format(
                                "is damaged: storage %s should have %d values and has %d.",
                                DataUnpickler.printable(storage.key()), storage.length(), length));
            }
            position += Long.BYTES;
            if (storage.bytes() > end - position) {
                throw cutShort(storage.key());
            }
            positions.put(storage.key(), position);
            position += storage.bytes();
        }
    }

    private long readLength(long position) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(order);
        InputStream in = new FileStretch(channel, position, end);
        if (in.readNBytes(length.array(), 0, Long.BYTES) < Long.BYTES) {
            throw cutShort("lengths");
        }
        return length.getLong();
    }

    private CheckpointException cutShort(String where) {
        return new CheckpointException(
                file,
                "is cut short: it ends at storage "
                        + DataUnpickler.printable(where)
                        + "; fetch or copy it again.");
    }

    @Override
    public void check(Collection<StorageReference> storages) throws IOException {
        for (StorageReference storage : storages) {
            if (!positions.containsKey(storage.key())) {
                throw new CheckpointException(
                        file,
                        "is damaged: its storage "
                                + DataUnpickler.printable(storage.key())
                                + " is missing.");
            }
        }
    }

    @Override
    public float[] readStorage(StorageReference storage) throws IOException {
        InputStream in = new FileStretch(channel, positions.get(storage.key()), end);
        try {
            return CheckpointArchive.decode(in, storage.type(), order, (int) storage.length());
        } catch (IOException e) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "cannot be read at storage %s (%s).",
                            DataUnpickler.printable(storage.key()), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
