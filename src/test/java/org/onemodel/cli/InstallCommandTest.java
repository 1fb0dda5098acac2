/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {

    @TempDir private Path temporary;
    private Path host;
    private Path root;

    @BeforeEach
    void makeHost() throws IOException {
        host = temporary.toRealPath().resolve("ImageJ");
        Files.createDirectories(host.resolve("plugins"));
        jar(host.resolve("ij.jar"));
        root = temporary.resolve("installer");
        jar(root.resolve("jars/OneModel_-1.0.jar"));
        jar(root.resolve("jars/lib-3.0.jar"));
        Files.createDirectories(root.resolve("plugins"));
        Files.writeString(root.resolve("plugins/OneModel_Batch.ijm"), "// batch");
    }

    private static void jar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("some.txt"));
        }
    }

    private Cli install(Object... options) {
        Object[] arguments = new Object[options.length + 4];
        System.arraycopy(new Object[] {"install", host, "--from", root}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Cli.run(arguments);
    }

    @Test
    void itSaysWhatItDidAndWhatComesNext() {
        Cli cli = install();
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .startsWith("Installed OneModel 1.0 into ImageJ in " + host)
                .contains("plugins: OneModel_-1.0.jar")
                .contains("plugins/OneModel/Macros: OneModel_Batch.ijm")
                .contains("plugins/jars: lib-3.0.jar")
                .contains("Restart ImageJ; the commands are in Plugins > OneModel.");
        Cli undo = install("--undo");
        assertThat(undo.exitCode()).isZero();
        assertThat(undo.out())
                .startsWith("Took OneModel 1.0 out of ImageJ in " + host + ": 3 files.");
        assertThat(host.resolve("plugins")).isEmptyDirectory();
    }

    @Test
    void programsReadItAsJson() {
        JsonObject planned =
                JsonParser.parseString(install("--dry-run", "--json").out()).getAsJsonObject();
        assertThat(planned.get("dryRun").getAsBoolean()).isTrue();
        assertThat(host.resolve("onemodel-install.json")).doesNotExist();
        JsonObject done = JsonParser.parseString(install("--json").out()).getAsJsonObject();
        assertThat(done.get("host").getAsString()).isEqualTo("ImageJ");
        assertThat(done.getAsJsonObject("put").getAsJsonArray("plugins")).hasSize(1);
        assertThat(done.getAsJsonArray("findings")).isEmpty();
        JsonObject undone =
                JsonParser.parseString(install("--undo", "--json").out()).getAsJsonObject();
        assertThat(undone.getAsJsonArray("removed")).hasSize(3);
    }

    @Test
    void whatIsNoHostIsRefusedInASentence() {
        Cli cli = Cli.run("install", temporary.resolve("installer"), "--from", root);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err())
                .contains("is neither Fiji (jars/imagej-legacy-*.jar) nor ImageJ")
                .doesNotContain("\n");
    }

    @Test
    void aFolderWithoutJarsCantBeInstalledFrom() {
        root = temporary.resolve("ImageJ");
        Cli cli = install();
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("holds no jar of OneModel to install");
    }

    @Test
    void theClassesOfABuildAreNotInstalled() {
        Cli cli = Cli.run("install", host);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).startsWith("Use scripts/install, which builds first");
    }
}
