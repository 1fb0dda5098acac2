/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.weights.SafetensorsHeader.Entry;

/** A safetensors file, in which each tensor has its own storage under its own name. */
final class SafetensorsCheckpoint implements CheckpointArchive {

    private final Path file;
    private final FileChannel channel;
    private SafetensorsHeader header;

    private SafetensorsCheckpoint(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SafetensorsCheckpoint open(Path file) throws IOException {
        return new SafetensorsCheckpoint(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public Object readObject() throws IOException {
        try (InputStream in =
                new BufferedInputStream(new FileStretch(channel, 0, channel.size()))) {
            header = SafetensorsHeader.read(in, channel.size());
        } catch (SafetensorsException e) {
            throw new CheckpointException(file, e.getMessage(), e);
        }
        Map<String, TensorReference> tensors = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> tensors.put(name, tensor(name, entry)));
        return tensors;
    }

    private static TensorReference tensor(String name, Entry entry) {
        StorageReference storage =
                new StorageReference(entry.type(), name, entry.length(), 0, entry.length());
        return TensorReference.rowMajor(storage, entry.shape());
    }

    @Override
    public void check(Collection<StorageReference> storages) {
        // The header was compared with the file when it was read.
    }

    @Override
    public float[] readStorage(StorageReference storage) throws IOException {
        Entry entry = header.entries().get(storage.key());
        long start = header.length() + entry.start();
        InputStream in = new FileStretch(channel, start, header.length() + entry.end());
        try {
            return CheckpointArchive.decode(
                    in, entry.type(), ByteOrder.LITTLE_ENDIAN, entry.length());
        } catch (IOException e) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "cannot be read at tensor %s (%s).",
                            DataUnpickler.printable(storage.key()), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
