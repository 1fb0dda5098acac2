/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip format that PyTorch writes since 1.6: {@code NAME/data.pkl}, {@code NAME/data/KEY} with
 * the bytes of each storage, and since 2.1 {@code NAME/byteorder}.
 */
final class ZipCheckpoint implements CheckpointArchive {

    private static final String PICKLE = "/data.pkl";

    /** Storages are written uncompressed; this allows for a file that someone zipped again. */
    private static final long MAX_EXPANSION = 100;

    /** Java finds a part by walking past all whose names have its hash, which can be all. */
    private static final int MAX_PARTS = 4096;

    private final Path file;
    private final long fileSize;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts;
    private final String root;
    private final ByteOrder order;

    private ZipCheckpoint(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.fileSize = Files.size(file);
        this.parts = findParts();
        this.root = findRoot();
        this.order = readByteOrder();
    }

    /**
     * @throws CheckpointException if the zip is damaged or has no pickle
     */
    static ZipCheckpoint open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new CheckpointException(
                    file,
                    "is cut short or damaged, its zip directory cannot be read ("
                            + e.getMessage()
                            + "); fetch or copy it again.",
                    e);
        }
        try {
            return new ZipCheckpoint(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private Map<String, ZipEntry> findParts() throws CheckpointException {
        if (zip.size() > MAX_PARTS) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "is a zip file of %d parts, and a checkpoint has at most %d.",
                            zip.size(), MAX_PARTS));
        }
        Map<String, ZipEntry> found = new HashMap<>();
        for (ZipEntry entry : entries()) {
            if (found.put(entry.getName(), entry) != null) {
                throw new CheckpointException(
                        file,
                        "is damaged: it has the part "
                                + DataUnpickler.printable(entry.getName())
                                + " twice.");
            }
        }
        return found;
    }

    private List<? extends ZipEntry> entries() throws CheckpointException {
        try {
            return zip.stream().toList();
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(
                    file, "is damaged: its zip directory has a comment that is no text.", e);
        }
    }

    private String findRoot() throws CheckpointException {
        List<String> roots =
                parts.keySet().stream()
                        .filter(name -> name.endsWith(PICKLE))
                        .map(name -> name.substring(0, name.length() - PICKLE.length()))
                        .filter(name -> !name.contains("/"))
                        .toList();
        if (roots.size() != 1) {
            throw new CheckpointException(
                    file,
                    roots.isEmpty()
                            ? "is a zip file but no PyTorch checkpoint: it has no data.pkl in its"
                                    + " top folder."
                            : "is a zip file with " + roots.size() + " pickles, not one.");
        }
        return roots.get(0) + "/";
    }

    private ByteOrder readByteOrder() throws IOException {
        ZipEntry entry = parts.get(root + "byteorder");
        if (entry == null) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        String name = new String(readEntry(entry, 16), StandardCharsets.US_ASCII).trim();
        return switch (name) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default ->
                    throw new CheckpointException(
                            file,
                            String.format(
                                    "is damaged: its byte order is '%s', neither little nor big.",
                                    DataUnpickler.printable(name)));
        };
    }

    @Override
    public Object readObject() throws IOException {
        byte[] pickle = readEntry(entry("data.pkl"), MAX_PICKLE_BYTES);
        return new DataUnpickler(file, TorchPickle.GLOBALS, TorchPickle::storage)
                .read(new PickleInput(new ByteArrayInputStream(pickle), pickle.length));
    }

    @Override
    public void check(Collection<StorageReference> storages) throws IOException {
        long expanded = 0;
        Set<String> keys = new HashSet<>();
        for (StorageReference storage : storages) {
            if (!keys.add(storage.key())) {
                throw new CheckpointException(
                        file,
                        String.format(
                                "is damaged: storage %s is described in two ways.",
                                DataUnpickler.printable(storage.key())));
            }
            ZipEntry entry = entry("data/" + storage.key());
            checkSizes(entry);
            if (entry.getSize() < storage.bytes()) {
                throw new CheckpointException(
                        file,
                        String.format(
                                "is damaged: storage %s should have %d bytes, but only %d are"
                                        + " there.",
                                DataUnpickler.printable(storage.key()),
                                storage.bytes(),
                                entry.getSize()));
            }
            expanded += entry.getSize();
            checkExpansion(expanded);
        }
    }

    private void checkExpansion(long bytes) throws CheckpointException {
        if (bytes / MAX_EXPANSION > fileSize) {
            throw new CheckpointException(
                    file,
                    "unpacks to more than "
                            + MAX_EXPANSION
                            + " times its own size, which no trained network does.");
        }
    }

    @Override
    public float[] readStorage(StorageReference storage) throws IOException {
        ZipEntry entry = entry("data/" + storage.key());
        try (CheckedInputStream in = open(entry)) {
            float[] numbers =
                    CheckpointArchive.decode(in, storage.type(), order, (int) storage.length());
            in.skip(entry.getSize() - storage.bytes());
            checkSum(entry, in);
            return numbers;
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(entry, e);
        }
    }

    private byte[] readEntry(ZipEntry entry, long maximum) throws IOException {
        checkSizes(entry);
        if (entry.getSize() > maximum) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "has an entry %s of %d bytes, more than the %d that are reasonable.",
                            DataUnpickler.printable(entry.getName()), entry.getSize(), maximum));
        }
        checkExpansion(entry.getSize());
        try (CheckedInputStream in = open(entry)) {
            byte[] bytes = new byte[(int) entry.getSize()];
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new EOFException("it ends before its " + bytes.length + " bytes");
            }
            checkSum(entry, in);
            return bytes;
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(entry, e);
        }
    }

    private ZipEntry entry(String name) throws CheckpointException {
        ZipEntry entry = parts.get(root + name);
        if (entry == null) {
            throw new CheckpointException(
                    file, "is damaged: its part " + DataUnpickler.printable(name) + " is missing.");
        }
        return entry;
    }

    /** The directory's sizes are claims; what is packed cannot be larger than the file. */
    private void checkSizes(ZipEntry entry) throws CheckpointException {
        long packed = entry.getCompressedSize();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        if (packed < 0
                || packed > fileSize
                || entry.getSize() < 0
                || (stored && packed != entry.getSize())) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "is damaged: its part %s claims %d bytes, packed in %d, in a file of"
                                    + " %d bytes.",
                            DataUnpickler.printable(entry.getName()),
                            entry.getSize(),
                            packed,
                            fileSize));
        }
    }

    private CheckedInputStream open(ZipEntry entry) throws IOException {
        InputStream in = zip.getInputStream(entry);
        return new CheckedInputStream(in, new CRC32());
    }

    private void checkSum(ZipEntry entry, CheckedInputStream in) throws CheckpointException {
        if (in.getChecksum().getValue() != entry.getCrc()) {
            throw new CheckpointException(
                    file,
                    "is damaged: its part "
                            + DataUnpickler.printable(entry.getName())
                            + " does not have the checksum it was written with; fetch or copy it"
                            + " again.");
        }
    }

    private CheckpointException unreadable(ZipEntry entry, Exception cause) {
        return new CheckpointException(
                file,
                String.format(
                        "is cut short or damaged: its part %s cannot be read (%s).",
                        DataUnpickler.printable(entry.getName()), cause.getMessage()),
                cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
