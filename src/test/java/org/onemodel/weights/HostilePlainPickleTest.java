/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pickles of whole networks, as NVIDIA's, that would run their own source or cost too much. */
class HostilePlainPickleTest {

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    private void assertRefused(PickleBytes pickle, String words) throws IOException {
        attack.assertRefused(attack.file(pickle.stop()), words);
    }

    private static PickleBytes reconstruct() {
        return new PickleBytes()
                .ops("}")
                .text("G_ema")
                .global("torch_utils.persistence", "_reconstruct_persistent_obj")
                .ops("(}(");
    }

    @Test
    void theSourceInsideIsNeverRun() throws IOException {
        assertRefused(
                reconstruct()
                        .text("module_src")
                        .text("import os; os.system('touch owned')")
                        .text("class_name")
                        .text("os.system")
                        .text("state")
                        .ops("}utRs"),
                "in fact no tensor");
    }

    @Test
    void globalsOutsideTheTableEndTheReading() throws IOException {
        assertRefused(
                new PickleBytes().ops("}").text("G").global("os", "system").ops("(NtRs"),
                "needs os.system of Python");
        assertRefused(
                new PickleBytes().ops("}").text("G").global("torch", "jit.load").ops("(NtRs"),
                "needs torch.jit.load of Python");
        assertRefused(
                new PickleBytes().ops("}").text("G").global("torch.storage", "_load").ops("(NtRs"),
                "needs torch.storage._load of Python");
    }

    @Test
    void aModuleInsideItselfIsNoRecursionWithoutEnd() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}").text("G");
        pickle.global("torch.nn.modules.linear", "Linear").ops(")").op(0x81).op('q', 0).ops("}");
        pickle.text("_modules").ops("}").text("a").op('h', 0).ops("ssbs");

        assertRefused(pickle, "nested deeper than 32");
    }

    @Test
    void whatIsNoStateOrStorageIsDamage() throws IOException {
        assertRefused(reconstruct().text("state").ops("NutRs"), "state is not a dictionary");
        PickleBytes load = new PickleBytes().ops("}").text("G");
        load.global("torch.storage", "_load_from_bytes");
        assertRefused(load.text("os.system").op(0x85).ops("Rs"), "makes no sense");
        PickleBytes bytes = new PickleBytes().ops("}").text("G");
        bytes.global("torch.storage", "_load_from_bytes").bytes(new byte[100]).op(0x85).ops("Rs");
        assertRefused(bytes, "is not a storage as PyTorch pickles it");
        assertRefused(
                new PickleBytes().ops("}").text("G").text("id").ops("Qs"),
                "a persistent id outside");
    }

    @Test
    void aStorageInsideMayNotRunCodeEither() throws IOException {
        byte[] object = new PickleBytes().global("os", "system").ops("(NtR").stop();
        PickleBytes pickle = new PickleBytes().ops("}").text("G");
        pickle.global("torch.storage", "_load_from_bytes");
        pickle.bytes(PickleBytes.legacy(object, "0", 1, new byte[4])).op(0x85).ops("Rs");

        assertRefused(pickle, "needs os.system of Python");
    }

    @Test
    void thousandsOfStoragesAreReadAtABoundedCost() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}").text("G").ops("}(");
        for (int i = 0; i < 15_000; i++) {
            pickle.text("t" + i).plainTensor("FloatStorage", 1, new byte[4], 1);
        }
        assertRefused(pickle.ops("us"), "holds neither");
    }
}
