/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.train.TinyTraining;

/** Real macros in a real, headless ImageJ 1, which finds the commands in {@code plugins.config}. */
class MacroTest {

    private static final String OPEN =
            "open('test-images/cells-noisy.tif'); makeRectangle(0, 0, 64, 48); run('Crop'); ";

    private static final String COMMANDS_OF_TESTS =
            """

            Plugins>Tests, "Test Canceled...", org.onemodel.ij1.CommandPlugIn("org.onemodel.command.CanceledCommand")
            Plugins>Tests, "Test Preview...", org.onemodel.ij1.CommandPlugIn("org.onemodel.ij1.PreviewCommand")
            Plugins>Tests, "Test Subtract...", org.onemodel.ij1.CommandPlugIn("org.onemodel.ij1.SubtractCommand")
            """;

    /** Commands that make an image of the active one, and the ending of its title. */
    private static final Map<String, String> SUFFIXES =
            Map.of(
                    "OneModel Denoise...", "-denoised",
                    "OneModel Reconstruct...", "-reconstructed",
                    "OneModel Scale Noise...", "-scaled-noise",
                    "OneModel Export Noise Maps...", "-noise-maps");

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder, COMMANDS_OF_TESTS, List.of("-Xmx1g"));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static List<String> print(String macro) {
        return host.print(macro);
    }

    /** A path that a macro's text can hold. */
    private static String path(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    @Test
    void aMacroWorksOnWithTheResult() {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "input = getImageID(); t = 32;"
                                + "run('OneModel Denoise...', 'model=tiny device=cpu tile=&t');"
                                + "first = getTitle();"
                                + "selectImage(input);"
                                + "run('OneModel Export Noise Maps...', 'model=tiny mode=normalized');"
                                + "second = getTitle() + ' ' + nSlices;"
                                + "selectImage(input);"
                                + "run('OneModel Scale Noise...', 'model=[tiny] map=0 factor=0.5');"
                                + "saveAs('tiff', '"
                                + path("scaled.tif")
                                + "');"
                                + "return first + ', ' + second + ', ' + getTitle();");

        assertThat(printed)
                .contains(
                        "ANSWER cells-noisy-denoised.tif, cells-noisy-noise-maps.tif 5,"
                                + " scaled.tif");
        ImagePlus scaled = IJ.openImage(folder.resolve("scaled.tif").toString());
        assertThat(scaled.getWidth()).isEqualTo(64);
        assertThat(scaled.getHeight()).isEqualTo(48);
    }

    @Test
    void imagesAreGeneratedWithoutAnyImageOpen() {
        assertThat(
                        print(
                                "setBatchMode(true); close('*'); seed = 7;"
                                        + "run('OneModel Generate...', 'model=tiny count=3 seed=&seed"
                                        + " truncation=0.5 noise=none output=32-bit device=cpu');"
                                        + "setSlice(2);"
                                        + "return getTitle() + ' ' + nSlices + ' ' + bitDepth()"
                                        + " + ' ' + getInfo('slice.label');"))
                .contains("ANSWER generated 3 32 seed 7, image 2, truncation 0.5");
    }

    @Test
    void aProjectionGivesItsWayItsTableAndThenItself() {
        assertThat(
                        print(
                                "setBatchMode(true); "
                                        + OPEN
                                        + "run('OneModel Project...', 'model=tiny steps=4"
                                        + " snapshots=2 curve=both device=cpu');"
                                        + "title = getTitle(); images = nImages();"
                                        + " rows = Table.size; rise = Table.get('psnr', 4) >"
                                        + " Table.get('psnr', 0);"
                                        + "selectImage('cells-noisy-steps.tif');"
                                        + "return title + ' ' + images + ' ' + rows + ' ' + rise"
                                        + " + ' ' + nSlices;"))
                .contains("ANSWER cells-noisy-projected.tif 4 5 1 3");
    }

    @Test
    void planesRegionNoiseAndResidualAreOptionsOfAMacro() {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "makeRectangle(4, 4, 20, 16); before = getPixel(40, 40);"
                                + "run('OneModel Denoise...', 'model=tiny region=inside"
                                + " output=32-bit noise=poisson gain=2 offset=90 readnoise=auto"
                                + " residual=yes');"
                                + "outside = getPixel(40, 40) == before;"
                                + "return getTitle() + ' ' + bitDepth() + ' ' + outside + ' '"
                                + " + nImages();");

        assertThat(printed).contains("ANSWER cells-noisy-denoised.tif 32 1 3");
        assertThat(printed)
                .anyMatch(line -> line.matches(".*% of the variance of .* taken away\\."));
    }

    @Test
    void aSweepGivesAMontageAndAHyperstackWithTheSamePixelsAsScalingOneMap() {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "input = getImageID();"
                                + "run('OneModel Noise Sweep...', 'model=tiny device=cpu map=1,3"
                                + " factors=-2:2:3');"
                                + "montage = getTitle() + ' ' + bitDepth();"
                                + "selectImage('cells-noisy-noise-sweep-stack.tif');"
                                + "getDimensions(w, h, c, z, t);"
                                + "stack = '' + c + ' ' + z + ' ' + t;"
                                + "Stack.setPosition(1, 2, 1); label = getInfo('slice.label');"
                                + "saveAs('tiff', '"
                                + path("stack.tif")
                                + "'); selectImage(input);"
                                + "run('OneModel Scale Noise...', 'model=tiny device=cpu map=3"
                                + " factor=-2');"
                                + "saveAs('tiff', '"
                                + path("one.tif")
                                + "');"
                                + "return montage + ', ' + stack + ', ' + label + ', ' + nImages;");

        assertThat(printed).contains("ANSWER cells-noisy-noise-sweep.tif 24, 1 2 3, map 3 x -2, 4");
        ImagePlus stack = IJ.openImage(folder.resolve("stack.tif").toString());
        ImagePlus one = IJ.openImage(folder.resolve("one.tif").toString());
        assertThat(stack.getStack().getPixels(2)).isEqualTo(one.getProcessor().getPixels());
    }

    @Test
    void aWordThatIsNoneOfAnOptionIsNamed() {
        assertThat(
                        print(
                                "setBatchMode(true); "
                                        + OPEN
                                        + "run('OneModel Denoise...', 'model=tiny slices=9');"
                                        + "return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(line -> line.contains("slice") && line.contains("9"));
    }

    @Test
    void theResultIsSelectedWithoutBatchModeToo() {
        assertThat(
                        print(
                                OPEN
                                        + "run('OneModel Reconstruct...', 'model=tiny');"
                                        + "return getTitle();"))
                .contains("ANSWER cells-noisy-reconstructed.tif");
    }

    @Test
    void aFailureStopsTheMacroWithItsSentence() {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "for (i = 0; i < 2; i++) {"
                                + "  run('OneModel Denoise...', 'model=tiny tile=abc');"
                                + "  print('went on ' + i);"
                                + "}"
                                + "print('went on to the end');");

        assertThat(printed)
                .contains(
                        "OneModel: The tile is 'abc'; give a positive whole number, or 0 for"
                                + " automatic.")
                .noneMatch(line -> line.startsWith("went on"));
    }

    @Test
    void aMacroTrainsAndGoesOnWithoutAnyWindow() throws IOException {
        String letter = encodes("ü") ? "ü" : "u"; // where file names can have it
        Path training = Files.createDirectories(folder.resolve("to train " + letter));
        Path settings = new TinyTraining(training).file(letter);
        List<String> printed =
                print(
                        "run('OneModel Train...', 'settings=["
                                + settings.toString().replace('\\', '/')
                                + "] set=[iterations=4; every.log=2] mode=new');"
                                + "return 'went on';");

        assertThat(printed).contains("ANSWER went on");
        assertThat(printed.toString())
                .contains("2 of 4: loss", "Trained tiny: best validation psnr");
        assertThat(training.resolve(letter).resolve("bundle/model.json")).exists();
    }

    private static boolean encodes(String letter) {
        String names = System.getProperty("sun.jnu.encoding", "US-ASCII");
        return Charset.forName(names).newEncoder().canEncode(letter);
    }

    @Test
    void aMacroStopsWhereTrainingCannotStart() {
        String missing = path("not there.yaml");
        assertThat(
                        print(
                                "run('OneModel Train...', 'settings=["
                                        + missing
                                        + "]'); print('went on');"))
                .contains("OneModel: Configuration " + Path.of(missing) + " cannot be read.")
                .doesNotContain("went on");
        assertThat(print("run('OneModel Train...', 'mode=new'); print('went on');"))
                .contains("OneModel: No settings are given; give the path of a YAML file.")
                .doesNotContain("went on");
    }

    @Test
    void aMacroWithoutAnImageStops() {
        assertThat(print("run('OneModel Denoise...', 'model=tiny'); print('went on');"))
                .contains("OneModel: No image is open; open one first.")
                .doesNotContain("went on");
        assertThat(
                        print(
                                OPEN
                                        + "run('OneModel Denoise...', 'image=[not there]');"
                                        + "print('went on');"))
                .contains(
                        "OneModel: No image 'not there' is open; give the title or the ID of an"
                                + " open one.")
                .doesNotContain("went on");
    }

    /** Runs one line on a small image; the answer is what comes after it. */
    private static List<String> printOf(String line) {
        return print("setBatchMode(true); " + OPEN + line + " print('went on');");
    }

    @Test
    void everyCommandSelectsItsResultWithBatchModeAndWithout() {
        SUFFIXES.forEach(
                (command, suffix) -> {
                    String run = "run('" + command + "', 'model=tiny'); return getTitle();";
                    String title = HeadlessImageJ.ANSWER + "cells-noisy" + suffix + ".tif";
                    assertThat(print(OPEN + run)).contains(title);
                    assertThat(print("setBatchMode(true); " + OPEN + run)).contains(title);
                });
    }

    @Test
    void withAResidualTheDenoisedImageIsSelectedAndTheResidualOpen() {
        String titles =
                "list = getList('image.titles'); all = '';"
                        + "for (i = 0; i < list.length; i++) all = all + list[i] + ' ';";
        assertThat(
                        print(
                                "setBatchMode(true); "
                                        + OPEN
                                        + "run('OneModel Denoise...', 'model=tiny residual=yes'); "
                                        + titles
                                        + "return getTitle() + ' of ' + all;"))
                .last()
                .asString()
                .startsWith("ANSWER cells-noisy-denoised.tif of ")
                .contains("cells-noisy.tif", "cells-noisy-residual.tif");
    }

    @Test
    void anUnknownKeyIsRefusedInEveryCommand() {
        SUFFIXES.keySet()
                .forEach(
                        command ->
                                assertThat(printOf("run('" + command + "', 'modell=tiny');"))
                                        .doesNotContain("went on")
                                        .anyMatch(
                                                line ->
                                                        line.startsWith(
                                                                        "OneModel: There is no"
                                                                                + " option 'modell';"
                                                                                + " those of "
                                                                                + command
                                                                                + " are ")
                                                                && line.contains(
                                                                        "image, model, ")));
    }

    @Test
    void anUnknownWordIsRefusedInEveryCommand() {
        SUFFIXES.keySet()
                .forEach(
                        command ->
                                assertThat(
                                                printOf(
                                                        "run('"
                                                                + command
                                                                + "', 'model=tiny device=tpu');"))
                                        .contains(
                                                "OneModel: There is no device 'tpu'; give one of"
                                                        + " auto, cpu, gpu or gpu:N.")
                                        .doesNotContain("went on"));
        Map.of(
                        "OneModel Denoise...", "noise=foo",
                        "OneModel Reconstruct...", "output=foo",
                        "OneModel Scale Noise...", "region=foo",
                        "OneModel Export Noise Maps...", "mode=foo")
                .forEach(
                        (command, option) ->
                                assertThat(
                                                printOf(
                                                        "run('"
                                                                + command
                                                                + "', 'model=tiny "
                                                                + option
                                                                + "');"))
                                        .doesNotContain("went on")
                                        .anyMatch(
                                                line ->
                                                        line.startsWith("OneModel: ")
                                                                && line.contains("foo")));
        assertThat(printOf("run('OneModel Denoise...', 'model=tiny residual=foo');"))
                .contains("OneModel: The residual is 'foo'; give yes or no.")
                .doesNotContain("went on");
    }

    @Test
    void aNumberOfAnotherKindOfNoiseIsRefused() {
        assertThat(printOf("run('OneModel Denoise...', 'model=tiny noise=poisson sigma=5');"))
                .doesNotContain("went on")
                .anyMatch(line -> line.startsWith("OneModel: The noise's sigma is given, 5.0"));
    }

    @Test
    void whatFijiRecordsReplays() {
        assertThat(
                        printOf(
                                "run('OneModel Denoise...', 'model=tiny noise=auto sigma=auto"
                                        + " gain=auto offset=auto readnoise=auto region=auto"
                                        + " channels=all slices=all frames=all output=same"
                                        + " residual=no device=auto tile=0 overlap=0"
                                        + " batch=0 normalization=stack');"))
                .contains("went on");
    }

    @Test
    void aModelsPathMayHaveSpacesBracketsAndUmlauts() throws IOException {
        Path models = folder.resolve("my [own] models " + (encodes("ü") ? "Süß" : ""));
        TinyBundle.write(models);
        String model = models.resolve(TinyBundle.NAME).toString().replace('\\', '/');

        assertThat(printOf("run('OneModel Denoise...', 'model=[" + model + "]');"))
                .contains("went on");
    }

    @Test
    void backslashesOfAPathSurvive() {
        // Doubled once for Java and once for the macro, as ImageJ's recorder does.
        assertThat(printOf("run('OneModel Denoise...', 'model=[C:\\\\my models\\\\tiny]');"))
                .doesNotContain("went on")
                .anyMatch(line -> line.contains("C:\\my models\\tiny"));
    }

    @Test
    void aCanceledCommandStopsTheMacroWithItsMessage() {
        assertThat(print("run('Test Canceled...'); print('went on');"))
                .contains("OneModel: The command was canceled.")
                .doesNotContain("went on");
    }

    @Test
    void aCommandWithoutOptionsRefusesAny() {
        assertThat(print("run('Test Canceled...', 'model=tiny'); print('went on');"))
                .contains(
                        "OneModel: There is no option 'model'; those of Canceled are none, and"
                                + " a value with spaces needs brackets.")
                .doesNotContain("went on");
    }

    @Test
    void aPreviewThatFijiRecordedIsHarmless() {
        for (String option : List.of("preview=false", "preview=true", "preview")) {
            assertThat(
                            print(
                                    "run('Test Preview...', 'strength=2 "
                                            + option
                                            + "'); return 'went on';"))
                    .containsExactly("run with 2", "ANSWER went on");
        }
    }

    @Test
    void whatAMacroLeavesOutHasItsDefault() {
        assertThat(print("run('Test Preview...', 'preview=false'); return 'went on';"))
                .containsExactly("run with 1", "ANSWER went on");
    }

    @Test
    void twoImagesAreGivenByTitle() {
        assertThat(
                        print(
                                "newImage('a b', '8-bit', 8, 8, 1); newImage('c', '8-bit', 8, 8, 1);"
                                        + "run('Test Subtract...', 'first=[a b] second=c');"
                                        + "return 'went on';"))
                .contains("a b - c", "ANSWER went on");
    }

    @Test
    void javaCodeRunsACommandOnTheImageThatItGives() {
        assertThat(print("return call('org.onemodel.ij1.JavaCaller.denoise');"))
                .contains("ANSWER active, given-denoised");
    }

    @Test
    void helpPrintsItsAddressWhereThereIsNoWindow() {
        assertThat(print("run('OneModel Help'); return 'went on';"))
                .contains(
                        "OneModel: the documentation is at"
                                + " https://github.com/onemodel/onemodel/blob/main/docs/README.md",
                        "ANSWER went on");
    }

    @Test
    void aMacroListsAndChecksModelsAndLooksAtTheEngine() {
        assertThat(
                        print(
                                "run('OneModel Models...', 'action=list');"
                                        + "run('OneModel Models...', 'action=check name=tiny');"
                                        + "run('OneModel Engine...', 'action=status');"
                                        + "return 'went on';"))
                .anyMatch(line -> line.startsWith("OneModel: tiny 1.0 (denoise, "))
                .anyMatch(line -> line.startsWith("OneModel: tiny is whole: SHA-256 "))
                .anyMatch(line -> line.startsWith("OneModel: PyTorch 2."))
                .contains("ANSWER went on");
    }

    @Test
    void aMacroStopsWhereAModelCannotBeRemovedOrFetched() {
        for (String options :
                List.of(
                        "action=remove name=compact-denoise",
                        "action=fetch name=[not published]",
                        "action=add file=[" + path("not there.pt") + "]",
                        "action=delete")) {
            assertThat(print("run('OneModel Models...', '" + options + "'); print('went on');"))
                    .as(options)
                    .doesNotContain("went on")
                    .anyMatch(line -> line.startsWith("OneModel: "));
        }
    }
}
