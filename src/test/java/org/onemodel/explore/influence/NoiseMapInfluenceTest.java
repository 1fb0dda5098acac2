/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.OutputType;
import org.onemodel.model.Importer;
import org.onemodel.model.ModelBundle;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

class NoiseMapInfluenceTest {

    private static final int TILE = 32;
    private static final double ROUNDING = 0.01;

    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static InfluenceTable influence(Autoencoder autoencoder, int tile, ImagePlus image) {
        return new NoiseMapInfluence(autoencoder, tile, RestoreOptions.defaults())
                .of(image, Progress.NONE);
    }

    private static ImagePlus colours(int width, int height) {
        Random random = new Random(5);
        ColorProcessor picture = new ColorProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            picture.set(i, (100 + x % 120) << 16 | random.nextInt(256) << 8 | (x * 7) % 256);
        }
        return new ImagePlus("colours", picture);
    }

    /** Root mean square difference of scaled images to the reconstruction, in 255 of the range. */
    private static double difference(Autoencoder autoencoder, int tile, ImagePlus image, int map) {
        RestoreOptions options = RestoreOptions.defaults();
        RestoreOptions exact = options.withImage(options.image().withOutput(OutputType.FLOAT));
        ImagePlus plain = new Restorer(autoencoder, tile, exact).restore(image, "", Progress.NONE);
        double squares = 0;
        int count = 0;
        for (double factor : new double[] {0.5, 1.5}) {
            ImagePlus scaled =
                    new Restorer(autoencoder, tile, exact)
                            .withEdit(tiles -> tiles.scaleNoiseMap(map, factor))
                            .restore(image, "", Progress.NONE);
            for (int c = 1; c <= plain.getStackSize(); c++) {
                float[] a = (float[]) plain.getStack().getPixels(c);
                float[] b = (float[]) scaled.getStack().getPixels(c);
                for (int i = 0; i < a.length; i++) {
                    squares += (a[i] - b[i]) * (a[i] - b[i]);
                    count++;
                }
            }
        }
        return Math.sqrt(squares / count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder",
                "stylegan1_twostem",
                "stylegan2_wplusencoder",
                "stylegan2_wwplusencoder"
            })
    void theTotalIsTheDifferenceToTheScaledImages(String name, @TempDir Path folder)
            throws IOException, URISyntaxException {
        Path file =
                Path.of(NoiseMapInfluenceTest.class.getResource("/golden/" + name + ".pt").toURI());
        Importer.importFile(file, folder.resolve(name));
        try (Autoencoder network = ModelBundle.open(folder.resolve(name)).load(Device.cpu())) {
            int size = network.decoder().size();
            ImagePlus image = colours(size + size / 2, size);
            ColorProcessor pixels = (ColorProcessor) image.getProcessor();
            // the range from black to white is that of the grey levels
            for (int i = 0; i < image.getWidth() * 2; i++) {
                pixels.set(i, i % 2 == 0 ? 0 : 0xffffff);
            }

            InfluenceTable table = influence(network, size, image);

            assertThat(table.maps()).hasSameSizeAs(network.decoder().noiseMapSizes());
            for (int map : List.of(0, 2, table.maps().size() - 1)) {
                Change change = table.maps().get(map).change();
                assertThat(change.total())
                        .as("map %d", map)
                        .isEqualTo(difference(network, size, image, map), within(ROUNDING));
            }
        }
    }

    @Test
    void aMapThatTheGeneratorLeavesOutChangesNothing() {
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        try (Autoencoder without = TinyModel.architecture().build(manager)) {
            ((NetworkBlock) without.encoder()).draw(manager, 1);
            ((NetworkBlock) without.decoder()).draw(manager, 2);
            mute(without, 2);
            InfluenceTable table = influence(without, TILE, colours(40, 30));
            List<Integer> silent = new ArrayList<>();
            for (MapInfluence map : table.maps()) {
                if (map.change().total() == 0) {
                    silent.add(map.map());
                }
            }
            assertThat(silent).containsExactly(2);
            assertThat(table.maps().get(2).layer()).isEqualTo("convs.1");
            assertThat(table.maps().get(2).change().verdict()).isEqualTo("nothing");
            assertThat(table.strongestMaps()).doesNotContain(2);
        }
    }

    /** The weight of a noise map becomes 0. */
    private static void mute(Autoencoder autoencoder, int map) {
        List<String> weights =
                autoencoder.decoder().getParameters().keys().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("noise"))
                        .toList();
        assertThat(weights).hasSameSizeAs(autoencoder.decoder().noiseMapSizes());
        autoencoder.decoder().getParameters().get(weights.get(map)).getArray().muli(0f);
    }

    @Test
    void greyImagesHaveNoColourAndTheStrongestMapsAreThoseOfTheTotal() {
        InfluenceTable table = influence(model, TILE, TinyModel.image(100, 70, 1, 16));
        assertThat(table.maps()).allMatch(map -> map.change().colour() == 0);
        double least =
                table.strongestMaps().stream()
                        .mapToDouble(map -> table.maps().get(map).change().total())
                        .min()
                        .orElseThrow();
        assertThat(table.maps()).filteredOn(map -> map.change().total() > least).hasSizeLessThan(2);
        assertThat(table.choice()).doesNotContain("colours").contains("change 'tiny.tif' most");
    }

    @Test
    void holesAndOutliersDoNotCount() {
        ImagePlus image = TinyModel.image(60, 50, 1, 32);
        InfluenceTable before = influence(model, TILE, image);
        image.getProcessor().setf(5, 5, Float.NaN);
        image.getProcessor().setf(50, 40, 1e30f);
        InfluenceTable after = influence(model, TILE, image);
        for (int map = 0; map < 5; map++) {
            double total = before.maps().get(map).change().total();
            assertThat(after.maps().get(map).change().total())
                    .isEqualTo(total, within(0.1 * total));
        }
    }

    @Test
    void aPlaneOfOneValueIsChangedByNothing() {
        ImagePlus flat = TinyModel.image(20, 20, 1, 8);
        flat.getProcessor().setValue(7);
        flat.getProcessor().fill();
        assertThat(influence(model, TILE, flat).maps())
                .hasSize(5)
                .allMatch(map -> map.change().verdict().equals("nothing"));
    }

    @Test
    void theTableHasOneRowAMap() {
        InfluenceTable influence = influence(model, TILE, colours(40, 30));
        ResultsTable table = influence.table();
        assertThat(table.size()).isEqualTo(5);
        assertThat(table.getHeadings())
                .containsExactly(
                        "Image",
                        "Map",
                        "Layer",
                        "Pixels",
                        "Total",
                        "Colour",
                        "Brightness",
                        "Structure",
                        "Detail",
                        "Verdict");
        assertThat(table.getStringValue("Layer", 0)).isEqualTo("conv1");
        assertThat(table.getValue("Pixels", 0)).isEqualTo(4);
        assertThat(table.getValue("Pixels", 4)).isEqualTo(1);
        assertThat(table.getValue("Colour", 3))
                .isEqualTo(influence.maps().get(3).change().colour());
    }
}
