/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.weights.Checkpoint;

class ExportCommandTest {

    @TempDir Path folder;

    @Test
    void aModelIsWrittenForPyTorchAndImportedAgain() throws IOException {
        Path file = folder.resolve("denoise.safetensors");

        Cli export = Cli.run("models", "export", "compact-denoise", file, "--json");
        Cli again = Cli.run("import", file, folder.resolve("again"));

        int tensors = Checkpoint.names(file).size();
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(JsonParser.parseString(export.out()).getAsJsonObject().get("tensors").getAsInt())
                .isEqualTo(tensors);
        assertThat(Checkpoint.names(file)).contains("encoder.stem.weight", "decoder.input.input");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("W+ autoencoder with a StyleGAN 2 decoder");
        assertThat(Files.mismatch(weights(folder.resolve("again")), file)).isEqualTo(-1);
    }

    private static Path weights(Path bundle) {
        return bundle.resolve("weights.safetensors");
    }

    @Test
    void aModelThatIsNotThereLeavesNoFile() {
        Path file = folder.resolve("none.safetensors");

        Cli cli = Cli.run("models", "export", "no-such-model", file);

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("There is no model \"no-such-model\"");
        assertThat(file).doesNotExist();
    }
}
