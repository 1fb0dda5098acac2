/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plain pickle, as NVIDIA's stylegan2-ada-pytorch and stylegan3 write their networks: a
 * dictionary of network modules ({@link ModulePickle}).
 *
 * <p>Outside of {@code torch.save} PyTorch pickles a storage as a call of {@code
 * torch.storage._load_from_bytes} with a whole file of its old format in a byte string, whose
 * object is the storage. These byte strings stay in the file until their numbers are asked for.
 */
final class PlainPickle implements CheckpointArchive {

    private static final String LOAD_STORAGE = "torch.storage._load_from_bytes";

    /** The three networks of a StyleGAN 2 have about 400. */
    private static final int MAX_STORAGES = 20_000;

    /** What PyTorch writes for one storage has under fifty in each of its pickles. */
    private static final int MAX_STORAGE_OPERATIONS = 200;

    private final Path file;
    private final FileChannel channel;
    private final Map<ByteString, StorageReference> storages = new HashMap<>();

    /** The file around each storage, by the storage's key here, and its reference in there. */
    private final Map<String, Inner> inner = new HashMap<>();

    private record Inner(LegacyCheckpoint archive, StorageReference storage) {}

    private PlainPickle(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static PlainPickle open(Path file) throws IOException {
        return new PlainPickle(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public Object readObject() throws IOException {
        Map<String, PickleGlobal> globals = new HashMap<>(TorchPickle.GLOBALS);
        globals.put(LOAD_STORAGE, arguments -> storage((ByteString) arguments[0]));
        FileStretch stretch = new FileStretch(channel, 0, channel.size());
        PickleInput in = new PickleInput(new BufferedInputStream(stretch), channel.size());
        Object object = new DataUnpickler(file, globals, PlainPickle::noPersistentId).read(in);
        if (!(object instanceof Map)) {
            throw new CheckpointException(
                    file,
                    "is a pickle but no checkpoint: it does not start with PyTorch's magic number,"
                            + " and it is no dictionary of networks as NVIDIA's pickles are.");
        }
        return object;
    }

    private static Object noPersistentId(Object id) {
        throw new IllegalArgumentException("a persistent id outside of PyTorch's own files");
    }

    private StorageReference storage(ByteString bytes) throws IOException {
        StorageReference known = storages.get(bytes);
        if (known != null) {
            return known;
        }
        if (storages.size() == MAX_STORAGES) {
            throw new IllegalArgumentException("more than " + MAX_STORAGES + " storages");
        }
        StorageReference storage = open(bytes);
        storages.put(bytes, storage);
        return storage;
    }

    /** The key in the byte string is an address in memory that other storages may have had. */
    private StorageReference open(ByteString bytes) throws IOException {
        long end = bytes.start() + bytes.length();
        LegacyCheckpoint archive =
                new LegacyCheckpoint(file, channel, bytes.start(), end, MAX_STORAGE_OPERATIONS);
        byte[] start =
                new FileStretch(channel, bytes.start(), end)
                        .readNBytes(LegacyCheckpoint.START_BYTES);
        if (!LegacyCheckpoint.recognizes(start)
                || !(archive.readObject() instanceof StorageReference storage)) {
            throw new CheckpointException(
                    file,
                    "is damaged: its byte string at "
                            + bytes.start()
                            + " is not a storage as PyTorch pickles it.");
        }
        String key = "at byte " + bytes.start();
        inner.put(key, new Inner(archive, storage));
        return new StorageReference(
                storage.type(), key, storage.length(), storage.viewOffset(), storage.viewLength());
    }

    @Override
    public void check(Collection<StorageReference> wanted) throws IOException {
        for (StorageReference storage : wanted) {
            Inner place = inner.get(storage.key());
            place.archive().check(List.of(place.storage()));
        }
    }

    @Override
    public float[] readStorage(StorageReference storage) throws IOException {
        Inner place = inner.get(storage.key());
        return place.archive().readStorage(place.storage().whole());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
