/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.restore.TinyModel;

/** {@code scale-noise --sweep} through the command line. */
class NoiseSweepLineTest {

    @TempDir static Path models;
    private static Path model;

    @TempDir Path folder;
    private Path input;
    private Path montage;
    private Path stack;

    @BeforeAll
    static void writeModel() throws IOException {
        TinyBundle.write(models);
        model = models.resolve(TinyBundle.NAME);
    }

    @BeforeEach
    void writeInput() {
        input = folder.resolve("cells.tif");
        montage = folder.resolve("montage.png");
        stack = folder.resolve("stack.tif");
        new FileSaver(TinyModel.image(40, 30, 1, 8)).saveAsTiff(input.toString());
    }

    private static Cli scaleNoise(Object... args) {
        Stream<Object> words = Stream.of("scale-noise", "--model", model);
        return Cli.run(Stream.concat(words, Arrays.stream(args)).toArray());
    }

    @Test
    void aSweepIsAMontageAndAHyperstackOfWhatScalingGives() {
        Path one = folder.resolve("one.tif");

        Cli cli = scaleNoise(input, montage, "--sweep", "-2:2:3", "--map", "1,3", "--stack", stack);

        assertThat(cli).isEqualTo(new Cli(0, montage.toString(), ""));
        ImagePlus figure = IJ.openImage(montage.toString());
        assertThat(figure.getBitDepth()).isEqualTo(24);
        assertThat(figure.getWidth()).isGreaterThan(2 * 96);
        ImagePlus cells = IJ.openImage(stack.toString());
        assertThat(new int[] {cells.getNSlices(), cells.getNFrames()}).containsExactly(2, 3);
        scaleNoise(input, one, "--map", "3", "--factor", "-2");
        assertThat(cells.getStack().getPixels(2))
                .isEqualTo(IJ.openImage(one.toString()).getProcessor().getPixels());
    }

    @Test
    void allMapsAreSweptUnlessSomeAreNamedAndTheStackIsLeftOut() throws IOException {
        assertThat(scaleNoise(input, montage, "--sweep", "0,1").exitCode()).isZero();
        assertThat(IJ.openImage(montage.toString()).getWidth()).isGreaterThan(5 * 96);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(input, montage);
        }
    }

    @Test
    void aFolderBecomesAFolderOfMontagesAndOneOfStacks() {
        new FileSaver(TinyModel.image(20, 20, 1, 16)).saveAsTiff(folder + "/b.tif");
        Path montages = folder.resolve("montages");
        Path stacks = folder.resolve("stacks");

        Cli cli = scaleNoise(folder, montages, "--sweep", "0:1:2", "--stack", stacks);

        assertThat(cli.err()).isEmpty();
        for (String name : List.of("b.tif", "cells.tif")) {
            assertThat(montages.resolve(name)).exists();
            ImagePlus cells = IJ.openImage(stacks.resolve(name).toString());
            assertThat(cells.getStackSize()).as(name).isEqualTo(5 * 2);
        }
    }

    @Test
    void onlyASelectionThatTheFileBringsIsSwept() {
        ImagePlus image = TinyModel.image(60, 50, 1, 8);
        image.setRoi(new Roi(10, 12, 30, 20));
        new FileSaver(image).saveAsTiff(input.toString());

        scaleNoise(input, montage, "--sweep", "0:1:2", "--stack", stack);

        assertThat(IJ.openImage(stack.toString()).getWidth()).isEqualTo(30);
    }

    @Test
    void theSliceOfAStackIsChosen() {
        new FileSaver(TinyModel.image(30, 30, 3, 8)).saveAsTiffStack(input.toString());

        Cli two = scaleNoise(input, montage, "--sweep", "0:1:2", "--slices", "1-2");
        Cli third = scaleNoise(input, montage, "--sweep", "0,1", "--slices", "3", "--stack", stack);

        assertThat(two.exitCode()).isEqualTo(1);
        assertThat(two.err()).contains("A sweep shows one plane, and 2 planes of 'cells.tif'");
        assertThat(third.exitCode()).isZero();
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeTheWorkAndNothingIsLeft() throws IOException {
        Path missing = folder.resolve("missing").resolve("stack.tif");
        Cli nowhere = scaleNoise(input, montage, "--sweep", "0,1", "--stack", missing);
        Cli twice = scaleNoise(input, stack, "--sweep", "0,1", "--stack", stack);
        Cli over = scaleNoise(input, montage, "--sweep", "0,1", "--stack", input);
        Cli ninth = scaleNoise(input, montage, "--sweep", "0,1", "--map", "9");

        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).contains(missing.toString());
        assertThat(twice.err())
                .isEqualTo(stack + " would be written twice; choose another --stack.");
        assertThat(over.err())
                .isEqualTo(input + " would be written twice; choose another --stack.");
        assertThat(ninth.err()).contains("There is no noise map 9");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(input);
        }
    }

    @Test
    void wrongUsageIsTwoAndSaysWhatToGive() {
        assertUsage("Give --factor for one factor or --sweep for several.", "--map", "1");
        assertUsage(
                "Give --factor for one factor or --sweep for several.",
                "--sweep",
                "0,1",
                "--factor",
                "2");
        assertUsage("Give --map with --factor: all, or numbers from 0.", "--factor", "2");
        assertUsage(
                "--stack is of a sweep; give --sweep instead of --factor.",
                "--map",
                "1",
                "--factor",
                "2",
                "--stack",
                "s.tif");
        assertUsage("The factors are '1:2'; give FROM:TO:STEPS", "--sweep", "1:2");
        assertUsage("The map is 'one'; give all", "--sweep", "0,1", "--map", "one");
    }

    private void assertUsage(String sentence, String... args) {
        Stream<Object> files = Stream.of(input, montage);
        Cli cli = scaleNoise(Stream.concat(files, Arrays.stream(args)).toArray());
        assertThat(cli.exitCode()).as(sentence).isEqualTo(2);
        assertThat(cli.err()).startsWith(sentence);
    }
}
