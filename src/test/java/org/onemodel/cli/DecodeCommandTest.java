/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.restore.TinyModel;

/** Noise maps and embeddings on the command line. */
class DecodeCommandTest {

    @TempDir static Path shared;
    private static Path model;

    @TempDir Path folder;
    private Path input;

    @BeforeAll
    static void writeModel() throws IOException {
        TinyBundle.write(shared);
        model = shared.resolve(TinyBundle.NAME);
    }

    @BeforeEach
    void writeInput() {
        input = folder.resolve("cells.tif");
        IJ.saveAsTiff(TinyModel.image(60, 40, 2, 16), input.toString());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static void assertDone(Cli cli, Path output) {
        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
    }

    private static void assertFails(Cli cli, int exitCode, String sentence) {
        assertThat(cli.exitCode()).isEqualTo(exitCode);
        assertThat(cli.err()).startsWith(sentence);
    }

    private static void assertSame(Path actual, Path expected) {
        ImagePlus one = IJ.openImage(actual.toString());
        ImagePlus other = IJ.openImage(expected.toString());
        assertThat(one.getBitDepth()).isEqualTo(other.getBitDepth());
        assertThat(one.getDimensions()).isEqualTo(other.getDimensions());
        for (int i = 1; i <= other.getStackSize(); i++) {
            assertThat(one.getStack().getPixels(i)).isEqualTo(other.getStack().getPixels(i));
        }
    }

    @Test
    void aKeptReconstructionIsDecodedAgain() {
        Path plain = file("plain.tif");
        Path kept = file("kept.tif");
        Path embedding = file("kept.npz");
        Path decoded = file("decoded.tif");
        assertDone(Cli.run("reconstruct", input, plain, "--model", model), plain);
        assertDone(
                Cli.run("reconstruct", input, kept, "--model", model, "--embedding", embedding),
                kept);
        assertSame(kept, plain);

        assertDone(Cli.run("decode", embedding, decoded), decoded);

        assertSame(decoded, plain);
    }

    @Test
    void editedMapsTakeThePlaceOfThoseInTheFile() {
        Path maps = file("maps.tif");
        Path embedding = file("maps.npz");
        assertDone(
                Cli.run(
                        "noise-maps",
                        input,
                        maps,
                        "--model",
                        model,
                        "--slices",
                        "all",
                        "--embedding",
                        embedding,
                        "--normalize"),
                maps);
        Path plain = file("plain.tif");
        Cli.run("reconstruct", input, plain, "--model", model);
        Path same = file("same.tif");
        assertDone(Cli.run("decode", embedding, same, "--noise-maps", maps), same);
        assertSame(same, plain);

        ImagePlus stack = IJ.openImage(maps.toString());
        stack.getStack().getProcessor(4).multiply(3);
        IJ.saveAsTiff(stack, maps.toString());
        Path edited = file("edited.tif");
        assertDone(
                Cli.run("decode", embedding, edited, "--noise-maps", maps, "--output", "32-bit"),
                edited);
        assertThat(IJ.openImage(edited.toString()).getBitDepth()).isEqualTo(32);
    }

    @Test
    void mapsOfNativeSizeAreWrittenForEachResolution() {
        Path maps = file("maps.tif");
        Path embedding = file("maps.npz");
        assertDone(
                Cli.run(
                        "noise-maps",
                        input,
                        maps,
                        "--model",
                        model,
                        "--size",
                        "native",
                        "--embedding",
                        embedding),
                maps);
        assertThat(IJ.openImage(file("maps-4x4.tif").toString()).getWidth()).isEqualTo(16);
        assertThat(IJ.openImage(file("maps-8x8.tif").toString()).getStackSize()).isEqualTo(2);
        Path one = file("one.tif");
        assertDone(
                Cli.run(
                        "decode",
                        embedding,
                        one,
                        "--noise-maps",
                        maps,
                        "--noise-maps",
                        file("maps-4x4.tif")),
                one);
        Path plain = file("plain.tif");
        Cli.run("decode", embedding, plain);
        assertSame(one, plain);
    }

    @Test
    void whatCannotBeIsToldBeforeTheWork() throws IOException {
        Path other = Files.copy(input, file("other.tif"));
        Path results = file("results");
        assertFails(
                Cli.run(
                        "reconstruct",
                        input,
                        other,
                        results,
                        "--model",
                        model,
                        "--embedding",
                        file("both.npz")),
                2,
                "--embedding is one file for one INPUT, and there are 2.");
        Path text = Files.writeString(file("text.npz"), "no embedding");
        assertFails(
                Cli.run("decode", text, file("out.tif"), "--model", model),
                1,
                text + " is no .npz file, or cut short or damaged (");
        assertFails(
                Cli.run(
                        "reconstruct",
                        input,
                        file("out.tif"),
                        "--model",
                        model,
                        "--embedding",
                        file("out.zip")),
                1,
                file("out.zip") + " can't be written: the name of an embedding ends with .npz.");
        assertFails(
                Cli.run("noise-maps", input, file("out.tif"), "--size", "large"),
                2,
                "The option size is 'large'; give image or native.");
        assertThat(file("out.tif")).doesNotExist();
    }
}
