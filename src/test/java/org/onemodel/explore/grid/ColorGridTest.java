/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.model.Importer;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

/** Cells of a colour grid are what decoding with both maps scaled gives. */
class ColorGridTest {

    private static final int TILE = 32;
    private static final NoiseFactors FACTORS = NoiseFactors.of(-1, 0, 1, 2);

    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static ColorGridResult grid(ImagePlus image, int rows, int columns) {
        return new ColorGrid(model, TILE, RestoreOptions.defaults())
                .of(image, new GridMaps(rows, columns), FACTORS, Progress.NONE);
    }

    /** Of a few cells: the pixels, compared with those of a restoration. */
    private static void assertCells(
            Autoencoder autoencoder, int tile, ImagePlus image, int rows, int columns) {
        RestoreOptions options = RestoreOptions.defaults();
        ImagePlus stack =
                new ColorGrid(autoencoder, tile, options)
                        .of(image, new GridMaps(rows, columns), FACTORS, Progress.NONE)
                        .stack();
        int shown = image.getCurrentSlice();
        for (int row = 0; row < FACTORS.count(); row++) {
            for (int column = 0; column < FACTORS.count(); column++) {
                double first = FACTORS.values().get(row);
                double second = FACTORS.values().get(column);
                if ((row + column) % 3 != 1) {
                    continue;
                }
                ImagePlus expected =
                        new Restorer(autoencoder, tile, options)
                                .withEdit(
                                        tiles ->
                                                first == 1 && second == 1
                                                        ? tiles
                                                        : tiles.scaleNoiseMap(rows, first)
                                                                .scaleNoiseMap(columns, second))
                                .restore(image, "", Progress.NONE);
                int index = stack.getStackIndex(1, row + 1, column + 1);
                assertThat(stack.getStack().getPixels(index))
                        .as("map %d x %s, map %d x %s", rows, first, columns, second)
                        .isEqualTo(expected.getStack().getPixels(shown));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8, 100, 70, 0, 4",
        "16, 30, 37, 3, 1",
        "24, 64, 40, 2, 3",
        "32, 50, 33, 4, 0",
        "24, 1, 1, 1, 2"
    })
    void eachCellIsTheImageDecodedWithBothMapsScaled(
            int bits, int width, int height, int rows, int columns) {
        ImagePlus image = TinyModel.image(width, height, 2, bits);
        image.setSlice(2);
        assertCells(model, TILE, image, rows, columns);
    }

    @ParameterizedTest
    @CsvSource({
        "stylegan1_wplusencoder, 1, 3",
        "stylegan1_wencoder, 3, 0",
        "stylegan2_wplusencoder, 2, 6",
        "stylegan2_twostem, 8, 1"
    })
    void publishedNetworksGiveTheSame(String name, int rows, int columns, @TempDir Path folder)
            throws IOException, URISyntaxException {
        Path file = Path.of(ColorGridTest.class.getResource("/golden/" + name + ".pt").toURI());
        Importer.importFile(file, folder.resolve(name));
        try (Autoencoder network = ModelBundle.open(folder.resolve(name)).load(Device.cpu())) {
            int size = network.decoder().size();
            assertCells(network, size, colours(size + size / 2, size), rows, columns);
        }
    }

    private static ImagePlus colours(int width, int height) {
        Random random = new Random(5);
        ColorProcessor picture = new ColorProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int red = 100 + x + random.nextInt(30);
            picture.set(i, red << 16 | random.nextInt(200) << 8 | (x * 7) % 256);
        }
        return new ImagePlus("colours", picture);
    }

    @Test
    void slicesAreFactorsOfTheFirstMapAndFramesOfTheSecond() {
        ImagePlus image = TinyModel.image(20, 18, 1, 16);
        image.setTitle("cells.tif");
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().setUnit("um");

        ImagePlus stack = grid(image, 3, 1).stack();

        assertThat(stack.getTitle()).isEqualTo("cells-color-grid-stack.tif");
        assertThat(stack.getDimensions()).containsExactly(20, 18, 1, 4, 4);
        assertThat(stack.isHyperStack()).isTrue();
        assertThat(stack.getBitDepth()).isEqualTo(16);
        assertThat(stack.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(stack.getStack().getSliceLabel(stack.getStackIndex(1, 1, 4)))
                .isEqualTo("map 3 x -1, map 1 x 2");
    }

    @Test
    void theMontageShowsTheCellsAsTheImageIsShown() {
        ImagePlus image = TinyModel.image(100, 97, 1, 8);
        image.setTitle("cells.tif");
        image.setLut(LUT.createLutFromColor(Color.GREEN));
        image.setDisplayRange(50, 150);

        ColorGridResult result = grid(image, 1, 4);

        ImagePlus montage = result.montage();
        assertThat(montage.getTitle()).isEqualTo("cells-color-grid.tif");
        assertThat(montage.getBitDepth()).isEqualTo(24);
        ImagePlus stack = result.stack();
        stack.setPosition(1, 2, 3);
        int[] cell = (int[]) stack.getProcessor().convertToRGB().getPixels();
        int[] shown = (int[]) montage.getProcessor().getPixels();
        assertThat(places(shown, montage.getWidth(), cell, 100)).as("row 2, column 3").hasSize(1);
        stack.setPosition(1, 3, 2);
        int[] other = (int[]) stack.getProcessor().convertToRGB().getPixels();
        int[] first = places(shown, montage.getWidth(), cell, 100).get(0);
        int[] second = places(shown, montage.getWidth(), other, 100).get(0);
        assertThat(second[0]).as("left of it").isLessThan(first[0]);
        assertThat(second[1]).as("below it").isGreaterThan(first[1]);
    }

    /** Where the first rows of a picture are in a larger one. */
    private static List<int[]> places(int[] whole, int width, int[] picture, int columns) {
        List<int[]> places = new ArrayList<>();
        for (int at = 0; at + columns <= whole.length; at++) {
            boolean same = true;
            for (int i = 0; i < columns && same; i++) {
                same = alike(whole[at + i], picture[i]);
            }
            if (same) {
                places.add(new int[] {at % width, at / width});
            }
        }
        return places;
    }

    /** ImageJ rounds the colours of a display range in another way. */
    private static boolean alike(int colour, int other) {
        boolean alike = true;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (colour >> shift & 255) - (other >> shift & 255);
            alike &= Math.abs(difference) <= 2;
        }
        return alike;
    }

    @Test
    void ofACompositeTheShownChannelIsTaken() {
        ImagePlus stack = TinyModel.image(40, 30, 3, 16);
        stack.setDimensions(3, 1, 1);
        CompositeImage composite = new CompositeImage(stack, CompositeImage.COMPOSITE);
        composite.setC(2);
        assertCells(model, TILE, composite, 1, 3);
    }

    @Test
    void aSelectionIsTakenAsItsBox() {
        ImagePlus image = TinyModel.image(60, 50, 1, 24);
        image.setRoi(new Roi(10, 12, 30, 20));
        ImagePlus stack = grid(image, 0, 1).stack();
        assertThat(stack.getDimensions()).containsExactly(30, 20, 1, 4, 4);
        assertThat(stack.getCalibration().xOrigin).isEqualTo(-10);
    }

    @Test
    void mapsAreChosenByWhatTheyChange() {
        ImagePlus image = colours(48, 32);
        ColorGrid tool = new ColorGrid(model, TILE, RestoreOptions.defaults());

        ColorGridResult chosen = tool.of(image, GridMaps.AUTO, FACTORS, Progress.NONE);

        assertThat(chosen.maps().rows()).isLessThan(chosen.maps().columns());
        assertThat(chosen.choice())
                .startsWith(
                        "Noise maps "
                                + chosen.maps().rows()
                                + " and "
                                + chosen.maps().columns()
                                + " change ")
                .contains("'colours' most: by ");
        ColorGridResult given = tool.of(image, chosen.maps(), FACTORS, Progress.NONE);
        assertThat(given.choice()).isEmpty();
        assertThat(given.montage().getProcessor().getPixels())
                .isEqualTo(chosen.montage().getProcessor().getPixels());
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        assertThatThrownBy(() -> grid(image, 0, 5))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "There is no noise map 5: the model 'compact-denoise' has maps 0 (coarsest)"
                                + " to 4.");
        ImagePlus flat = TinyModel.image(20, 20, 1, 8);
        flat.getProcessor().setValue(7);
        flat.getProcessor().fill();
        ColorGrid tool = new ColorGrid(model, TILE, RestoreOptions.defaults());
        assertThatThrownBy(() -> tool.of(flat, GridMaps.AUTO, FACTORS, Progress.NONE))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "Fewer than two noise maps of the model 'compact-denoise' change"
                                + " 'tiny.tif', so none can be chosen; give two numbers such as"
                                + " 0,1.");
    }

    @Test
    void cancelingStopsWithinTheGrid() {
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        AtomicInteger told = new AtomicInteger();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        told.incrementAndGet();
                    }

                    @Override
                    public boolean isCanceled() {
                        return told.get() > 5;
                    }
                };
        ColorGrid tool = new ColorGrid(model, TILE, RestoreOptions.defaults());
        assertThatThrownBy(() -> tool.of(image, new GridMaps(0, 1), FACTORS, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(told.get()).isLessThan(10);
    }
}
