/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that would run code, use up memory or time, or garble the terminal. */
class HostilePickleTest {

    private static final long[] ONE = {1};
    private static final String TEXT_IS_SHORT = " bytes announced, 1 are left";
    private static final String BYTES_ARE_SHORT = " bytes are announced and 1 are left";

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    private void assertRefused(PickleBytes pickle, String words) throws IOException {
        attack.assertRefused(attack.pickle(pickle.stop()), words);
    }

    /** The same in the old format, where the object comes after three other pickles. */
    private void assertRefusedInOldFormat(PickleBytes pickle, String words) throws IOException {
        byte[] header = SmallCheckpoints.legacyHeader();
        byte[] object = pickle.stop();
        byte[] file = new byte[header.length + object.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(object, 0, file, header.length, object.length);
        attack.assertRefused(attack.file(file), words);
    }

    private static PickleBytes pickle() {
        return new PickleBytes();
    }

    // Code

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "nt, system",
        "subprocess, Popen",
        "builtins, eval",
        "builtins, exec",
        "builtins, getattr",
        "__builtin__, eval",
        "__builtin__, getattr",
        "importlib, import_module",
        "operator, attrgetter",
        "functools, reduce",
        "torch, load",
        "torch.hub, load",
        "torch._utils, _rebuild_tensor_v2.__globals__",
        "java.lang, Runtime",
        "decimal, Decimal",
        "builtins, bytearray",
    })
    void aGlobalOutsideTheTableIsNamedAndEndsTheReading(String module, String name)
            throws IOException {
        String words = "needs " + module + "." + name + " of Python, which is not one of the few";

        assertRefused(pickle().global(module, name).ops("(").text("id").ops("tR"), words);
        assertRefused(
                pickle().text(module).text(name).op(0x93).ops("(").text("id").ops("tR"), words);
        assertRefused(pickle().global(module, name).ops("(").text("id").op('t', 0x81), words);
        assertRefusedInOldFormat(
                pickle().global(module, name).ops("(").text("id").ops("tR"), words);
    }

    @Test
    void aGlobalIsNotEvenLookedUpAmongTheLibrarysOwn() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Unpickler.registerConstructor("os", "system", arguments -> calls.incrementAndGet());

        assertRefused(pickle().global("os", "system").ops("(").text("id").ops("tR"), "os.system");
        assertRefused(pickle().ops("(").text("id").ops("ios\nsystem\n"), "not one of data");

        assertThat(calls).hasValue(0);
    }

    @Test
    void otherWaysToCallAreNoOperationsOfData() throws IOException {
        assertRefused(
                pickle().ops("(").text("id").ops("ios\nsystem\n"), "operation 0x69 is not one of");
        assertRefused(
                pickle().ops("(").global("collections", "OrderedDict").ops("o"),
                "operation 0x6f is not one of");
        assertRefused(
                pickle().global("collections", "OrderedDict").ops(")}").op(0x92),
                "operation 0x92 is not one of");
        assertRefused(pickle().op(0x82, 1), "operation 0x82 is not one of");
        assertRefused(pickle().op(0x83, 1, 0), "operation 0x83 is not one of");
        assertRefused(pickle().op(0x84, 1, 0, 0, 0), "operation 0x84 is not one of");
        assertRefused(pickle().op(0x97), "operation 0x97 is not one of");
        assertRefused(pickle().ops("Pid\n"), "operation 0x50 is not one of");
        assertRefused(pickle().ops("I1\n"), "operation 0x49 is not one of");
        assertRefused(pickle().ops("S'text'\n"), "operation 0x53 is not one of");
    }

    @Test
    void whatIsNotAFunctionCannotBeCalled() throws IOException {
        assertRefused(pickle().text("os.system").ops("(").text("id").ops("tR"), "makes no sense");
        assertRefused(pickle().ops("})R"), "makes no sense");
        assertRefused(pickle().global("torch", "FloatStorage").ops(")R"), "makes no sense");
        assertRefused(pickle().global("torch._utils", "_rebuild_tensor_v2").ops(")R"), "no sense");
        assertRefused(
                pickle().global("torch._utils", "_rebuild_tensor_v2").ops("]R"), "makes no sense");
        assertRefused(
                pickle().global("torch._tensor", "_rebuild_from_type_v2").ops("(NNNNtR"),
                "rebuilt by an unknown function");
    }

    @Test
    void stateIsSetOnNothing() throws IOException {
        assertRefused(
                pickle().global("argparse", "Namespace")
                        .ops(")")
                        .op(0x81)
                        .ops("}")
                        .text("__setstate__")
                        .global("os", "system")
                        .ops("sb"),
                "needs os.system of Python");
        // Without a global the state is dropped, and what is left is no dictionary of tensors.
        assertRefused(
                pickle().global("argparse", "Namespace")
                        .ops(")")
                        .op(0x81)
                        .ops("}")
                        .text("__class__")
                        .text("java.lang.ProcessBuilder")
                        .ops("sb"),
                "does not hold a dictionary of tensors");
    }

    @Test
    void persistentIdsAreStoragesOrNothing() throws IOException {
        assertRefused(pickle().text("id").ops("Q"), "makes no sense");
        assertRefused(pickle().ops("(NNNNNtQ"), "a persistent id that is not a storage's");
        assertRefused(pickle().ops("(").text("storage").ops("NNNNtQ"), "not a storage's");
        assertRefused(
                pickle().ops("(")
                        .text("module")
                        .text("os")
                        .text("/etc/passwd")
                        .text("import os")
                        .ops("NtQ"),
                "a persistent id that is not a storage's");
        assertRefused(
                pickle().ops("((").text("storage").ops("NNNNtQNNNNtQ"), "that is not a storage's");
        PickleBytes nested = pickle().ops("(").text("storage").global("torch", "FloatStorage");
        nested.tensor("FloatStorage", "0", 1, 0, ONE, ONE).text("cpu").integer(1).ops("tQ");
        assertRefused(nested, "makes no sense");
    }

    // Names

    @Test
    void namesThatLookAlikeAreNotTheSame() throws IOException {
        assertRefused(pickle().text("оs").text("system").op(0x93), "needs оs.system of");
        assertRefused(
                pickle().text("torch").text("FloatStorage\u200b").op(0x93),
                "needs torch.FloatStorage? of");
        assertRefused(
                pickle().text("torch").text("Float\uff33torage").op(0x93),
                "needs torch.Float\uff33torage of");
        assertRefused(pickle().global("Torch", "FloatStorage"), "needs Torch.FloatStorage of");
        assertRefused(pickle().global(" torch", "FloatStorage"), "needs  torch.FloatStorage of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J\u001b]0;owned\u0007",
                "a\rb",
                "a\nb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\u202egnp.exe",
                "\u2066a\u2069",
                "\u009b31m",
                "%s%n%d{}",
            })
    void namesAreShownOnOneLineWithoutControlCharacters(String name) throws IOException {
        String shown = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");

        assertRefused(
                pickle().text("evil").text(name).op(0x93), "needs evil." + shown + " of Python");
        assertRefused(
                pickle().ops("}").text(name).tensor("FloatStorage", "0", 1, 0, ONE, ONE).ops("s"),
                shown);
        assertRefused(
                pickle().ops("}").text("t").tensor("FloatStorage", name, 1, 9, ONE, ONE).ops("s"),
                "of storage " + shown);
    }

    @Test
    void longNamesAreCutInTheMessage() throws IOException {
        String name = "n".repeat(3_000_000);

        assertRefused(pickle().text("evil").text(name).op(0x93), "needs evil.nnnnnn");
        assertRefused(pickle().global("evil", name), "a name of over 200 characters");
        assertRefused(
                pickle().ops("}").text(name).ops("}s"), "a name of more than 1000 characters");
        assertRefused(
                pickle().ops("}").text("t").tensor("FloatStorage", name, 1, 9, ONE, ONE).ops("s"),
                "a tensor of shape [1], strides [1] and offset 9 that reaches beyond");
        assertRefused(
                pickle().text("evil").text("\ud83d\ude00".repeat(200)).op(0x93), "needs evil.");
    }

    // Time and memory

    @Test
    void nestedTuplesThatDoubleTakeNoMoreThanTheirOperations() throws IOException {
        assertRefused(pickle().ops(")").repeat(100_000, "2\u0086"), "does not hold a dictionary");
        PickleBytes memo = pickle().ops("]").op('q', 0);
        for (int level = 1; level < 200; level++) {
            memo.ops("](").op('h', level - 1, 'h', level - 1).ops("e").op('q', level);
        }
        assertRefused(memo, "does not hold a dictionary");
        PickleBytes memoize = pickle().op(0x80, 4).ops(")").op(0x94);
        for (int level = 1; level < 200; level++) {
            memoize.op('h', level - 1, 'h', level - 1, 0x86, 0x94);
        }
        assertRefused(memoize, "does not hold a dictionary");
    }

    @Test
    void tuplesThatDoubleAreNoNames() throws IOException {
        // As a key in Python it would be hashed, which takes 2^40 steps.
        assertRefused(pickle().ops("})").repeat(40, "2\u0086").ops("Ns"), "in fact no tensor");
    }

    @Test
    void whatHoldsItselfIsReadOver() throws IOException {
        assertRefused(pickle().ops("]").op('q', 0, 'h', 0).ops("a"), "does not hold a dictionary");
        assertRefused(
                pickle().ops("}").text("a").ops("]").op('q', 0, 'h', 0).ops("as"),
                "in fact no tensor");
        assertRefused(
                pickle().ops("}").op('q', 0).text("a").op('h', 0).ops("s"),
                "has dictionaries nested deeper than 32");
    }

    @Test
    void dictionariesThatShareDictionariesAreCounted() throws IOException {
        PickleBytes pickle = pickle().ops("}").op('q', 0).ops("0");
        for (int level = 1; level < 30; level++) {
            pickle.ops("}").op('q', level).ops("(");
            pickle.text("a").op('h', level - 1).text("b").op('h', level - 1).ops("u0");
        }
        assertRefused(pickle.op('h', 29), "has dictionaries of more than");
    }

    @Test
    void deepNestingIsNoRecursion() throws IOException {
        assertRefused(pickle().ops(")").repeat(500_000, "\u0085"), "does not hold a dictionary");
        assertRefused(pickle().repeat(500_000, "("), "does not hold a dictionary");
        assertRefused(
                pickle().repeat(300_000, "(").repeat(300_000, "t"), "does not hold a dictionary");
        PickleBytes lists = pickle().repeat(300_000, "]").repeat(299_999, "a");
        assertRefused(lists, "does not hold a dictionary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"]\u0094", "}\u0094", "\u008f\u0094", "N", "(", "2", "}K\1Ns", "(K\1\u0091"})
    void operationsAreCounted(String operations) throws IOException {
        assertRefused(
                pickle().ops("}\u008f").repeat(1_100_000, operations),
                "operations, far more than a list of tensors needs");
    }

    @Test
    void aCallCostsWhatItsArgumentsHold() throws IOException {
        PickleBytes pairs = pickle().global("collections", "OrderedDict").op('q', 0).ops("0](");
        for (int i = 0; i < 10_000; i++) {
            pairs.text("k" + i).op('K', 1, 0x86);
        }
        pairs.ops("e").op(0x85).op('q', 1).repeat(50_000, "h\0h\1R");
        assertRefused(pairs, "operations, far more than a list of tensors needs");
    }

    @Test
    void tensorsHaveNotMoreAxesThanTorchAllows() throws IOException {
        long[] ones = new long[100_000];
        java.util.Arrays.fill(ones, 1);
        PickleBytes pickle = pickle().global("torch._utils", "_rebuild_tensor_v2").op('q', 0);
        pickle.ops("0((").text("storage").global("torch", "FloatStorage").text("0").text("cpu");
        pickle.integer(1).ops("tQ").op('K', 0).smallTuple(ones).op('q', 2, 'h', 2).ops("NNt");
        pickle.op('q', 1).repeat(50_000, "h\0h\1R");
        assertRefused(pickle, "a tensor of more than 64 axes");
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1L << 31, 1L << 32, 1L << 62, 1L << 63, -1})
    void announcedLengthsAreComparedWithTheFile(long length) throws IOException {
        String eight = Long.toUnsignedString(length);
        String four = Integer.toUnsignedString((int) length);
        assertRefused(pickle().op(0x8d).littleEndian(length), eight + TEXT_IS_SHORT);
        assertRefused(pickle().op(0x8e).littleEndian(length), eight + BYTES_ARE_SHORT);
        assertRefused(pickle().op(0x96).littleEndian(length), eight + BYTES_ARE_SHORT);
        if ((int) length != 0) {
            assertRefused(pickle().op('X').littleEndian((int) length), four + TEXT_IS_SHORT);
            assertRefused(pickle().op('T').littleEndian((int) length), four + TEXT_IS_SHORT);
            assertRefused(pickle().op('B').littleEndian((int) length), four + BYTES_ARE_SHORT);
            assertRefused(pickle().op(0x8b).littleEndian((int) length), "an integer of ");
        }
    }

    @Test
    void framesAreNotBelieved() throws IOException {
        assertRefused(
                pickle().op(0x80, 4, 0x95).littleEndian(Long.MAX_VALUE).ops("]"),
                "does not hold a dictionary");
        assertRefused(
                pickle().op(0x80, 4, 0x95).littleEndian(-1L).ops("]"),
                "does not hold a dictionary");
    }

    @Test
    void hugeIntegersAreRefused() throws IOException {
        PickleBytes pickle = pickle().op(0x8b).littleEndian(2_000_000).repeat(2_000_000, "\u007f");
        assertRefused(pickle, "an integer of 2000000 bytes");
        assertRefused(pickle().op(0x8a, 255).repeat(255, "\u0001"), "an integer of 255 bytes");
    }

    @Test
    void memoIndicesMayBeAnything() throws IOException {
        assertRefused(pickle().ops("]r").littleEndian(-1).ops("j").littleEndian(-1), "dictionary");
        assertRefused(pickle().ops("]r").littleEndian(Integer.MIN_VALUE), "dictionary");
        assertRefused(pickle().op('h', 7), "makes no sense");
        assertRefused(pickle().op('j').littleEndian(-1), "makes no sense");
    }

    @Test
    void stacksThatRunEmptyAreDamage() throws IOException {
        for (String operations :
                List.of(
                        "", "0", "1", "t", "s", "u", "a", "e", "b", "R", "Q", "\u0081", "\u0085",
                        "\u0086", "\u0087", "\u0090", "\u0091", "\u0093", "\u0094", "2", "q\0",
                        "](a0u", "}(Nu", "N(NNu", "]Na0a", "(s", "((s", "}(s", "(e", "NNa")) {
            assertRefused(pickle().ops(operations), "");
        }
    }

    @Test
    void keysWhoseHashesCollideAreFoundQuickly() throws IOException {
        PickleBytes texts = pickle().ops("}(");
        for (int i = 0; i < 100_000; i++) {
            texts.text(colliding(i)).ops("N");
        }
        assertRefused(texts.ops("u"), "in fact no tensor");
        PickleBytes numbers = pickle().ops("}(");
        for (int i = 0; i < 50_000; i++) {
            long bits = (long) i << 32 | i;
            numbers.integer(bits).ops("N").number(Double.longBitsToDouble(bits)).ops("N");
        }
        assertRefused(numbers.ops("u"), "in fact no tensor");
    }

    /** One of 2^17 texts with the same String.hashCode. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Test
    void namesInAllTakeBoundedMemory() throws IOException {
        String prefix = "p".repeat(900);
        PickleBytes pickle = pickle();
        pickle.tensor("FloatStorage", "0", 1, 0, ONE, ONE).op('q', 0).ops("0}(").text(prefix);
        pickle.ops("}(");
        for (int i = 0; i < 150_000; i++) {
            pickle.text(Integer.toString(i)).op('h', 0);
        }
        assertRefused(pickle.ops("uu"), "has names of more than");
    }

    @Test
    void aPickleThatIsNotUtf8IsStillOneSentence() throws IOException {
        byte[] broken = "\u00ff\u00fe\u00c0\u0080".getBytes(StandardCharsets.ISO_8859_1);
        PickleBytes pickle = pickle().op(0x8c, broken.length);
        for (byte b : broken) {
            pickle.op(b);
        }
        assertRefused(pickle.op(0x8c, 1, 'x', 0x93), "of Python");
    }
}
