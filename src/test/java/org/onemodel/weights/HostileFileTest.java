/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no file, no checkpoint, or one of the old format that lies about its storages. */
class HostileFileTest {

    private static final long[] ONE = {1};

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    // Files

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        attack.assertRefused(folder.resolve("missing.pt"), "does not exist");
        attack.assertRefused(folder, "is not a file");
        Path missing = folder.resolve("missing.pt");
        attack.assertRefused(missing.resolve("below.pt"), "does not exist");
    }

    @Test
    void linksAreFollowedToFilesOnly() throws IOException {
        Path broken = folder.resolve("broken.pt");
        Path itself = folder.resolve("itself.pt");
        Path up = folder.resolve("up.pt");
        try {
            Files.createSymbolicLink(broken, folder.resolve("missing.pt"));
            Files.createSymbolicLink(itself, itself);
            Files.createSymbolicLink(up, folder);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "there are no symbolic links here");
        }
        attack.assertRefused(broken, "does not exist");
        attack.assertRefused(itself, "does not exist");
        attack.assertRefused(up, "is not a file");
    }

    @Test
    void devicesAndPipesAreNotReadWithoutEnd() throws IOException, InterruptedException {
        for (String device : List.of("/dev/zero", "/dev/urandom", "/dev/null", "/dev/stdin")) {
            Path path = Path.of(device);
            assumeTrue(Files.exists(path), "there are no devices here");
            if (!Files.isRegularFile(path)) {
                attack.assertRefused(path, "is not a file");
            }
        }
        Path pipe = folder.resolve("pipe.pt");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        attack.assertRefused(pipe, "is not a file");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = attack.file(SmallCheckpoints.zip(SmallCheckpoints.generator()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        attack.assertRefused(file, "may not be read by this user");
    }

    @Test
    void aFileOfHolesIsNotReadToItsEnd() throws IOException {
        for (byte[] start : List.of(SmallCheckpoints.legacyHeader(), new byte[] {'P', 'K', 3, 4})) {
            Path file = attack.file(start);
            try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
                holes.setLength(1L << 40);
            }
            attack.assertRefused(file, "damaged");
            Files.delete(file);
        }
    }

    @Test
    void whatIsNoCheckpointIsCalledSo() throws IOException {
        for (int length = 0; length < 4; length++) {
            attack.assertRefused(attack.file(new byte[length]), "is cut short");
        }
        attack.assertRefused(attack.file(new byte[100]), "is no PyTorch checkpoint");
        attack.assertRefused(attack.file("#!/bin/sh\nid\n".getBytes()), "is no PyTorch checkpoint");
        byte[] text = new byte[10_000_000];
        Arrays.fill(text, (byte) '{');
        attack.assertRefused(attack.file(text), "is no PyTorch checkpoint");
        text[0] = (byte) 0x80;
        attack.assertRefused(attack.file(text), "byte 2 of its pickle makes no sense");
    }

    @Test
    void aFilesOwnNameIsShownOnOneLine() {
        Path file = folder.resolve("a\nb\u001b[2J.pt");
        assertThatThrownBy(() -> ForeignModel.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("Checkpoint " + folder.resolve("a?b?[2J.pt") + " does not exist.");
    }

    // The old format

    private static byte[] legacy(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SmallCheckpoints.legacyHeader());
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] length(long length) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (length >>> 8 * i);
        }
        return bytes;
    }

    private void assertRefused(String words, byte[]... parts) throws IOException {
        attack.assertRefused(attack.file(legacy(parts)), words);
    }

    @Test
    void theListOfStoragesMustFitTheTensors() throws IOException {
        byte[] one = PickleBytes.oneTensor("FloatStorage", 1, 0, ONE, ONE);
        String words = "its list of storages does not fit its tensors";
        byte[] value = new byte[4];

        assertRefused(
                "is damaged: it has no list of storages", one, new PickleBytes().ops("}").stop());
        PickleBytes wanted = new PickleBytes().ops("}(");
        wanted.text("input.input").tensor("FloatStorage", "0", 1, 0, ONE, ONE);
        wanted.text("conv1.conv.modulation.weight").tensor("FloatStorage", "0", 1, 0, ONE, ONE);
        assertRefused(
                "storage 0 is missing",
                wanted.ops("u").stop(),
                SmallCheckpoints.legacyKeys(List.of()));
        assertRefused(words, one, SmallCheckpoints.legacyKeys(List.of("1")), length(1), value);
        assertRefused(
                words,
                one,
                SmallCheckpoints.legacyKeys(List.of("0", "0")),
                length(1),
                value,
                length(1),
                value);
        assertRefused(words, one, new PickleBytes().ops("](Ne").stop(), length(1), value);
    }

    @Test
    void storagesMustBeAsLongAsTheTensorsSay() throws IOException {
        byte[] one = PickleBytes.oneTensor("FloatStorage", 1, 0, ONE, ONE);
        byte[] keys = SmallCheckpoints.legacyKeys(List.of("0"));

        assertRefused("is cut short: it ends at storage", one, keys);
        assertRefused("is cut short: it ends at storage", one, keys, new byte[7]);
        assertRefused("is cut short: it ends at storage 0", one, keys, length(1), new byte[3]);
        for (long length : new long[] {0, 2, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32 | 1}) {
            assertRefused(
                    "storage 0 should have 1 values and has " + length,
                    one,
                    keys,
                    length(length),
                    new byte[4]);
        }
        byte[] vast = PickleBytes.oneTensor("FloatStorage", 1L << 60, 0, ONE, ONE);
        assertRefused("is cut short: it ends at storage 0", vast, keys, length(1L << 60));
    }

    @Test
    void theHeaderMustBeThatOfTheFormat() throws IOException {
        byte[] header = SmallCheckpoints.legacyHeader();
        byte[] magic = header.clone();
        magic[7] ^= 1;
        attack.assertRefused(attack.file(magic), "does not start with PyTorch's magic number");
        byte[] version = header.clone();
        version[18] ^= 1;
        attack.assertRefused(attack.file(version), "a version of PyTorch's old format other than");
        byte[] order = legacy(new PickleBytes().ops("}").stop());
        order[order.length - 6] = 'N';
        attack.assertRefused(attack.file(order), "does not tell its byte order");
    }

    @Test
    void aStorageMayNotBeDescribedTwice() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}(");
        pickle.text("a").tensor("FloatStorage", "0", 1, 0, ONE, ONE);
        pickle.text("b").tensor("FloatStorage", "0", 2, 0, ONE, ONE);
        assertRefused("storage 0 is described in two ways", pickle.ops("u").stop());
        PickleBytes types = new PickleBytes().ops("}(");
        types.text("a").tensor("FloatStorage", "0", 1, 0, ONE, ONE);
        types.text("b").tensor("IntStorage", "0", 1, 0, ONE, ONE);
        assertRefused("storage 0 is described in two ways", types.ops("u").stop());
    }
}
