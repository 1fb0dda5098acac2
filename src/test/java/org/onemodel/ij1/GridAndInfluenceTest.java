/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.grid.ColorGrid;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.influence.InfluenceTable;
import org.onemodel.explore.influence.NoiseMapInfluence;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/** Macros that make colour grids and measure the influence of noise maps. */
class GridAndInfluenceTest {

    private static final String OPEN = "open('test-images/tissue-noisy.tif');";
    private static final String CROP = "makeRectangle(20, 30, 40, 36); run('Crop');";
    private static final RestoreOptions OPTIONS = RestoreOptions.defaults().withModel("tiny");

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder, "-Xmx1g");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static ImagePlus cropped() {
        ImagePlus image = IJ.openImage("test-images/tissue-noisy.tif");
        image.setRoi(20, 30, 40, 36);
        return image.crop();
    }

    private static String path(String file) {
        return folder.resolve(file).toString().replace('\\', '/');
    }

    private static Autoencoder model() throws IOException {
        return ModelBundle.open(folder.resolve("models").resolve("tiny")).load(Device.cpu());
    }

    /** Without transparency, which files do not have. */
    private static int[] colours(ImagePlus image) {
        int[] pixels = (int[]) image.getProcessor().getPixels();
        return IntStream.of(pixels).map(pixel -> pixel & 0xffffff).toArray();
    }

    @Test
    void theMontageIsInFrontAndTheStackBehindIt() throws IOException {
        List<String> printed =
                host.print(
                        "run('Close All');"
                                + OPEN
                                + CROP
                                + "run('OneModel Color Grid...', 'model=tiny maps=3,1 range=0:2"
                                + " steps=3'); title = getTitle(); saveAs('tiff', '"
                                + path("montage.tif")
                                + "'); selectImage('tissue-noisy-color-grid-stack.tif');"
                                + "getDimensions(w, h, c, z, t); saveAs('tiff', '"
                                + path("stack.tif")
                                + "'); return title + ' ' + w + ' ' + h + ' ' + c + ' ' + z + ' ' + t"
                                + " + ' ' + nImages;");
        assertThat(printed)
                .contains("ANSWER tissue-noisy-color-grid.tif 40 36 1 3 3 3")
                .noneMatch(line -> line.contains("Noise maps"));

        try (Autoencoder model = model()) {
            ColorGridResult expected =
                    new ColorGrid(model, 32, OPTIONS)
                            .of(
                                    cropped(),
                                    new GridMaps(3, 1),
                                    NoiseFactors.of(0, 1, 2),
                                    Progress.NONE);
            ImagePlus stack = IJ.openImage(path("stack.tif"));
            for (int i = 1; i <= 9; i++) {
                assertThat(stack.getStack().getPixels(i))
                        .isEqualTo(expected.stack().getStack().getPixels(i));
            }
            assertThat(colours(IJ.openImage(path("montage.tif"))))
                    .isEqualTo(colours(expected.montage()));
        }
    }

    @Test
    void oneOfBothMayBeShownAndChosenMapsAreTold() {
        assertThat(
                        host.print(
                                "run('Close All');"
                                        + OPEN
                                        + CROP
                                        + "run('OneModel Color Grid...', 'model=tiny show=stack"
                                        + " steps=2'); return getTitle() + ' ' + nImages;"))
                .contains("ANSWER tissue-noisy-color-grid-stack.tif 2")
                .anyMatch(
                        line ->
                                line.matches(
                                        "OneModel Color Grid: Noise maps \\d and \\d change"
                                                + " .*'tissue-noisy.tif' most: by .* grey levels of"
                                                + " 255."));
        assertThat(
                        host.answer(
                                "run('Close All'); setBatchMode(true);"
                                        + OPEN
                                        + CROP
                                        + "run('OneModel Color Grid...', 'model=tiny maps=0,4"
                                        + " show=montage steps=2');"
                                        + " return getTitle() + ' ' + nImages;"))
                .isEqualTo("tissue-noisy-color-grid.tif 2");
    }

    @Test
    void wrongWordsStopTheMacro() {
        for (String words :
                List.of(
                        "maps=1|The maps are '1'; give auto",
                        "maps=1,9|There is no noise map 9",
                        "range=2|The range is '2'; give the first and the last factor",
                        "steps=x|The steps is 'x'; give a whole number from 2.",
                        "steps=1|The steps are 1; give 2 to 1000.",
                        "steps=33|A colour grid of 33 steps is too large; give at most 32.",
                        "show=all|There is no 'all' to show; give montage, stack or both.")) {
            String[] parts = words.split("\\|");
            assertThat(
                            host.print(
                                    OPEN
                                            + CROP
                                            + "run('OneModel Color Grid...', 'model=tiny "
                                            + parts[0]
                                            + "'); return 'went on';"))
                    .noneMatch(line -> line.contains("went on"))
                    .anyMatch(line -> line.contains(parts[1]));
        }
    }

    @Test
    void theNextLinesReadWhatEachMapChanges() throws IOException {
        String answer =
                host.answer(
                        "run('Close All');"
                                + OPEN
                                + CROP
                                + "run('OneModel Noise Map Influence...', 'model=tiny');"
                                + "s = ''; for (i = 0; i < Table.size; i++)"
                                + " s = s + Table.get('Map', i) + ' ' + Table.getString('Layer', i)"
                                + " + ' ' + Table.getString('Verdict', i) + ';';"
                                + "saveAs('Results', '"
                                + path("influence.csv")
                                + "'); return s;");
        try (Autoencoder model = model()) {
            InfluenceTable expected =
                    new NoiseMapInfluence(model, 32, OPTIONS).of(cropped(), Progress.NONE);
            StringBuilder lines = new StringBuilder();
            expected.maps()
                    .forEach(
                            map ->
                                    lines.append(map.map())
                                            .append(' ')
                                            .append(map.layer())
                                            .append(' ')
                                            .append(map.change().verdict())
                                            .append(';'));
            assertThat(answer).isEqualTo(lines.toString());
        }
        assertThat(Files.readAllLines(folder.resolve("influence.csv")))
                .hasSize(6)
                .first()
                .isEqualTo(
                        "Image,Map,Layer,Pixels,Total,Colour,Brightness,Structure,Detail,Verdict");
    }
}
