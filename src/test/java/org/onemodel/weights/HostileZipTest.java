/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip files whose headers lie, which expand without end, or which would write elsewhere. */
class HostileZipTest {

    private static final byte[] PICKLE = SmallCheckpoints.pickle(SmallCheckpoints.generator());
    private static final Map<String, byte[]> STORAGES =
            SmallCheckpoints.storages(SmallCheckpoints.generator());

    /** What a StyleGAN 2 generator is known by. */
    private static final String[] KINDS = {"input.input", "conv1.conv.modulation.weight"};

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    /** A whole generator, but for a change to the headers of one part. */
    private static ZipBytes generator(String changed, Consumer<ZipBytes.Part> change) {
        ZipBytes zip = new ZipBytes();
        zip.part("a/data.pkl", PICKLE, changed.equals("data.pkl") ? change : part -> {});
        STORAGES.forEach(
                (key, bytes) ->
                        zip.part(
                                "a/data/" + key, bytes, changed.equals(key) ? change : part -> {}));
        return zip;
    }

    private void assertRefused(ZipBytes zip, String words) throws IOException {
        attack.assertRefused(attack.file(zip.bytes()), words);
    }

    private void assertRefused(String changed, Consumer<ZipBytes.Part> change, String words)
            throws IOException {
        assertRefused(generator(changed, change), words);
    }

    /** The same lie about the pickle and about a storage. */
    private void assertRefused(Consumer<ZipBytes.Part> change, String words) throws IOException {
        assertRefused("data.pkl", change, words);
        assertRefused("0", change, words);
    }

    @Test
    void theZipThatIsDamagedHereIsWhole() throws IOException {
        attack.assertImported(attack.file(generator("", part -> {}).bytes()));
        attack.assertImported(attack.file(generator("0", ZipBytes.Part::deflate).bytes()));
        attack.assertImported(attack.file(generator("data.pkl", ZipBytes.Part::deflate).bytes()));
    }

    // Sizes

    @Test
    void aPickleOfTenGigabytesIsNotUnpacked() throws IOException {
        assertRefused(
                "data.pkl",
                part -> {
                    part.deflate();
                    part.size = 0xffffffffL;
                    part.extra = ZipBytes.zip64(10L << 30);
                },
                "data.pkl");
        assertRefused(claiming(2_000_000_000), "an entry a/data.pkl of 2000000000 bytes");
        assertRefused(claiming(64L << 20), "unpacks to more than 100 times its own size");
        assertRefused(claiming(5000), "a/data.pkl does not have the checksum");
    }

    /** A pickle of 100 MB, packed in 100 kB, whose headers claim another size. */
    private static ZipBytes claiming(long size) {
        return new ZipBytes()
                .part(
                        "a/data.pkl",
                        new byte[100 << 20],
                        part -> {
                            part.deflate();
                            part.size = size;
                            part.localSize = size;
                        });
    }

    @Test
    void aSmallFileDoesNotBecomeALargePickle() throws IOException {
        byte[] operations = new byte[60 << 20];
        Arrays.fill(operations, (byte) '0');

        assertRefused(
                new ZipBytes().part("a/data.pkl", operations, ZipBytes.Part::deflate),
                "unpacks to more than 100 times");
    }

    @Test
    void storagesDoNotExpandWithoutEnd() throws IOException {
        int values = 1 << 22;
        byte[] pickle =
                new PickleBytes()
                        .ops("}(")
                        .text("input.input")
                        .tensor("FloatStorage", "0", values, 0, new long[] {values}, new long[] {1})
                        .text("conv1.conv.modulation.weight")
                        .tensor("FloatStorage", "0", values, 0, new long[] {values}, new long[] {1})
                        .ops("u")
                        .stop();
        assertRefused(
                new ZipBytes()
                        .part("a/data.pkl", pickle)
                        .part("a/data/0", new byte[4 * values], ZipBytes.Part::deflate),
                "unpacks to more than 100 times");
    }

    @Test
    void partsThatOverlapAreCountedEachTime() throws IOException {
        int values = 1 << 18;
        byte[] packed = ZipBytes.deflate(new byte[4 * values]);
        PickleBytes pickle = new PickleBytes().ops("}(");
        ZipBytes zip = new ZipBytes();
        zip.part("a/data/0", new byte[4 * values], ZipBytes.Part::deflate);
        for (int i = 0; i < 1000; i++) {
            pickle.text(i < 2 ? KINDS[i] : "n" + i);
            pickle.tensor("FloatStorage", "" + i, values, 0, new long[] {values}, new long[] {1});
            if (i > 0) {
                zip.part(
                        "a/data/" + i,
                        new byte[0],
                        part -> {
                            part.method = ZipBytes.DEFLATED;
                            part.packed = packed.length;
                            part.size = 4L * values;
                            part.offset = 0;
                        });
            }
        }
        assertRefused(
                zip.part("a/data.pkl", pickle.ops("u").stop()), "unpacks to more than 100 times");
    }

    @Test
    void sizesInTheDirectoryAreNotBelieved() throws IOException {
        assertRefused(part -> part.size = 0, "damaged");
        assertRefused(part -> part.size = part.size + 1, "damaged");
        assertRefused(part -> part.size = 0x7fffffffL, "damaged");
        assertRefused(part -> part.size = 0xfffffffeL, "damaged");
        assertRefused(part -> part.size = part.packed = 0, "damaged");
        assertRefused(part -> part.size = part.packed = 3, "damaged");
        assertRefused(part -> part.size = part.packed = 1 << 20, "damaged");
        assertRefused(part -> part.packed = 0x7fffffffL, "damaged");
        assertRefused(part -> part.packed = 0xfffffffeL, "damaged");
        assertRefused(part -> part.packed = 0, "damaged");
    }

    @Test
    void sizesOfPackedPartsAreNotBelieved() throws IOException {
        assertRefused(packedAs(part -> part.size = 0), "damaged");
        assertRefused(packedAs(part -> part.size = 1), "damaged");
        assertRefused(packedAs(part -> part.size = 1 << 20), "times its own size");
        assertRefused(packedAs(part -> part.packed = 0), "damaged");
        assertRefused(packedAs(part -> part.packed = 1), "damaged");
        assertRefused(packedAs(part -> part.packed = 1 << 20), "damaged");
        assertRefused(packedAs(part -> part.packed = 0xfffffffeL), "damaged");
    }

    private static Consumer<ZipBytes.Part> packedAs(Consumer<ZipBytes.Part> change) {
        Consumer<ZipBytes.Part> deflate = ZipBytes.Part::deflate;
        return deflate.andThen(change);
    }

    @Test
    void zip64FieldsAreNotBelieved() throws IOException {
        for (long size : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40}) {
            assertRefused(
                    part -> {
                        part.size = 0xffffffffL;
                        part.packed = 0xffffffffL;
                        part.extra = ZipBytes.zip64(size, size);
                    },
                    "damaged");
            assertRefused(
                    part -> {
                        part.offset = 0xffffffffL;
                        part.extra = ZipBytes.zip64(size == 0 ? 7 : size);
                    },
                    "damaged");
        }
        assertRefused(part -> part.size = 0xffffffffL, "damaged");
        assertRefused(
                part -> {
                    part.size = 0xffffffffL;
                    part.extra = new byte[] {1, 0, 2, 0, 9, 9};
                },
                "damaged");
    }

    // Headers

    @Test
    void headersThatDoNotFitTheirPartsAreFoundOut() throws IOException {
        assertRefused(part -> part.crc = ~part.crc, "does not have the checksum");
        assertRefused(part -> part.offset = 5, "damaged");
        assertRefused(part -> part.offset = 0x7fffffffL, "damaged");
        assertRefused(part -> part.offset = 0xfffffffeL, "damaged");
        assertRefused(part -> part.method = ZipBytes.DEFLATED, "damaged");
        assertRefused(part -> part.flags = 1, "damaged");
        for (int method : new int[] {1, 9, 12, 14, 93, 95, 99, 0xffff}) {
            assertRefused(part -> part.method = method, "damaged");
        }
    }

    @Test
    void aDirectoryThatIsNotWhereItShouldBeIsFoundOut() throws IOException {
        assertRefused(generator("", part -> {}).claimedDirectory(0), "damaged");
        assertRefused(generator("", part -> {}).claimedDirectory(-1), "damaged");
        assertRefused(generator("", part -> {}).claimedDirectory(1 << 30), "damaged");
    }

    // Names

    @Test
    void twoPartsOfOneNameAreRefused() throws IOException {
        assertRefused(generator("", part -> {}).part("a/data.pkl", PICKLE), "a/data.pkl twice");
        assertRefused(generator("", part -> {}).part("a/data/0", new byte[64]), "a/data/0 twice");
        assertRefused(
                generator("", part -> {}).part("b/data.pkl", PICKLE), "with 2 pickles, not one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../data.pkl",
                "../../a/data.pkl",
                "/data.pkl",
                "/etc/data.pkl",
                "a\\data.pkl",
                "..\\..\\data.pkl",
                "C:\\data.pkl",
                "a/data.pkl\u0000",
                "a/data.pkl/",
                "data.pkl",
                "",
                "\u001b[2J/data.pkl",
            })
    void namesThatClimbOutOfTheFolderWriteNothing(String name) throws IOException {
        ZipBytes zip = new ZipBytes().part(name, new PickleBytes().ops("]").stop());

        assertRefused(zip, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "ff", "c3", "c328", "e282", "eda080", "f8a1a1a1a1", "612fff"})
    void namesAndCommentsThatAreNoTextAreDamage(String hex) throws IOException {
        for (int flags : new int[] {0, 0x800}) {
            assertRefused(
                    generator("", part -> {})
                            .part(
                                    "",
                                    new byte[0],
                                    part -> {
                                        part.flags = flags;
                                        part.name = HexFormat.of().parseHex(hex);
                                    }),
                    "damaged");
            assertRefused(
                    part -> {
                        part.flags = flags;
                        part.comment = HexFormat.of().parseHex(hex);
                    },
                    "damaged");
        }
    }

    @Test
    void linksAreReadAsTheTextThatTheyAre() throws IOException {
        assertRefused(
                new ZipBytes()
                        .part(
                                "a/data.pkl",
                                "/etc/passwd".getBytes(),
                                part -> part.attributes = 0120777 << 16),
                "operation 0x2f is not one of data");
    }

    @Test
    void tensOfThousandsOfPartsAreCountedNotRead() throws IOException {
        ZipBytes zip = new ZipBytes().part("a/data.pkl", PICKLE);
        for (int i = 0; i < 60_000; i++) {
            zip.part("a/" + i, new byte[0], part -> part.offset = 0);
        }
        assertRefused(zip, "is a zip file of 60001 parts");
    }

    @Test
    void namesWhoseHashesCollideAreFoundQuickly() throws IOException {
        ZipBytes zip = new ZipBytes();
        PickleBytes pickle = new PickleBytes().ops("}(");
        for (int i = 0; i < 1800; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            zip.part("a/data/" + key, new byte[4]);
            pickle.text(i < 2 ? KINDS[i] : "n" + i);
            pickle.tensor("FloatStorage", key.toString(), 1, 0, new long[] {1}, new long[] {1});
        }
        assertRefused(zip.part("a/data.pkl", pickle.ops("u").stop()), " tensor input.input ");
    }

    @Test
    void theByteOrderIsAWordAndNothingElse() throws IOException {
        assertRefused(
                generator("", part -> {}).part("a/byteorder", "middle".getBytes()),
                "its byte order is 'middle'");
        assertRefused(
                generator("", part -> {}).part("a/byteorder", "\u001b[2J\n".getBytes()),
                "its byte order is '");
        assertRefused(
                generator("", part -> {}).part("a/byteorder", new byte[1 << 20]),
                "has an entry a/byteorder of 1048576 bytes");
    }
}
