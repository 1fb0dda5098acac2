/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.command.TinyBundle;
import org.onemodel.evaluate.Psnr;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.onemodel.train.TinyTraining;
import org.scijava.module.Module;
import org.scijava.script.ScriptInfo;

/** The scripts of scripts/groovy, run through SciJava's ScriptService. */
class GroovyScriptsTest {

    private static final String MODELS = "onemodel.models";
    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults().withModel(TinyBundle.NAME).withDevice("cpu");

    @TempDir private static Path models;
    @TempDir private Path folder;
    private static String modelsBefore;
    private static ScriptHost host;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
        modelsBefore = System.setProperty(MODELS, models.toString());
        host = new ScriptHost();
    }

    @AfterAll
    static void stop() {
        host.close();
        if (modelsBefore == null) {
            System.clearProperty(MODELS);
        } else {
            System.setProperty(MODELS, modelsBefore);
        }
    }

    private static Map<String, Object> inputs(Object... keysAndValues) {
        Map<String, Object> inputs = new HashMap<>(Map.of("model", TinyBundle.NAME));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return inputs;
    }

    private static void save(ImagePlus image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (file.toString().endsWith(".png")) {
            new FileSaver(image).saveAsPng(file.toString());
        } else {
            IJ.saveAsTiff(image, file.toString());
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(
                            file ->
                                    folder.relativize(file)
                                            .toString()
                                            .replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSame(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    private static Stream<String> scriptsOfTheManual() throws IOException {
        return scriptsOf("scripts.md");
    }

    private static Stream<String> scriptsOf(String page) throws IOException {
        String manual = Files.readString(Path.of("docs", page));
        return Pattern.compile("(?m)(^ {4}.*\\n|^\\n(?= {4}))+")
                .matcher(manual)
                .results()
                .map(block -> block.group().stripTrailing().stripIndent().strip() + "\n")
                .filter(block -> block.startsWith("#@"));
    }

    @ParameterizedTest(name = "script {index}")
    @MethodSource("scriptsOfTheManual")
    void theScriptsOfTheManualGiveAnImage(String script) throws Exception {
        ImagePlus image = TinyModel.image(40, 30, 3, 16);
        ScriptInfo info =
                new ScriptInfo(host.scripts().context(), "manual.groovy", new StringReader(script));

        Module done = host.run(info, Map.of("image", image));

        ImagePlus result = (ImagePlus) done.getOutputs().values().iterator().next();
        assertThat(result.getDimensions()).isEqualTo(image.getDimensions());
        for (int i = 1; i <= 3; i++) {
            assertThat(result.getStack().getPixels(i)).isNotEqualTo(image.getStack().getPixels(i));
        }
    }

    @Test
    void theScriptThatGeneratesGivesTheImagesOfItsSeed() throws Exception {
        String script = scriptsOf("generate.md").findFirst().orElseThrow();
        ScriptInfo info =
                new ScriptInfo(
                        host.scripts().context(), "generate.groovy", new StringReader(script));

        ImagePlus images = (ImagePlus) host.run(info, Map.of()).getOutput("images");

        Generation same = Generation.defaults().withCount(16).withSeed(7);
        ImagePlus expected =
                host.service(OneModelService.class)
                        .explorer(RestoreOptions.defaults())
                        .generate(same);
        assertThat(images.getStackSize()).isEqualTo(16);
        assertSame(images, expected);
    }

    @Test
    void theScriptThatProjectsGivesWhatJavaGives() throws Exception {
        String script =
                scriptsOf("project.md")
                        .findFirst()
                        .orElseThrow()
                        .replace("withSteps(100)", "withSteps(5)");
        ImagePlus image = TinyModel.image(40, 30, 1, 16);
        ScriptInfo info =
                new ScriptInfo(
                        host.scripts().context(), "project.groovy", new StringReader(script));

        Module done = host.run(info, Map.of("image", image));

        ImagePlus expected =
                host.service(OneModelService.class)
                        .explorer(RestoreOptions.defaults())
                        .project(image, ProjectionOptions.defaults().withSteps(5))
                        .image();
        ImagePlus projected = (ImagePlus) done.getOutput("projected");
        assertThat(projected.getProcessor().getPixels())
                .isEqualTo(expected.getProcessor().getPixels());
        assertThat(((ImagePlus) done.getOutput("curve")).getTitle()).contains("curve");
    }

    @Test
    void theManualHasAScriptForEachWay() throws IOException {
        assertThat(scriptsOfTheManual()).hasSize(4);
    }

    @Test
    void theServiceInAScriptGivesWhatItGivesInJava() throws Exception {
        String script =
                """
                #@ OneModelService onemodel
                #@ ImagePlus image
                #@output ImagePlus denoised
                import org.onemodel.restore.RestoreOptions

                options = RestoreOptions.defaults().withModel("tiny").withDevice("cpu")
                denoised = onemodel.denoise(image, options)
                """;
        ImagePlus image = TinyModel.image(40, 30, 2, 16);
        ScriptInfo info =
                new ScriptInfo(
                        host.scripts().context(), "service.groovy", new StringReader(script));

        Module done = host.run(info, Map.of("image", image));

        ImagePlus expected = host.service(OneModelService.class).denoise(image, OPTIONS);
        assertSame((ImagePlus) done.getOutput("denoised"), expected);
    }

    @Test
    void aFolderIsDenoisedThoughSomeOfItsImagesFail() throws Exception {
        Path input = folder.resolve("noisy images");
        ImagePlus stack = TinyModel.image(40, 30, 3, 16);
        ImagePlus single = TinyModel.image(33, 20, 1, 8);
        save(stack, input.resolve("a.tif"));
        save(single, input.resolve("b.png"));
        save(single, input.resolve("b.tif"));
        Files.writeString(input.resolve("broken.tif"), "II*\0 no image");
        Files.writeString(input.resolve("notes.txt"), "not looked at");
        save(single, input.resolve("inner/c.tif"));
        Path output = input.resolve("results"); // inside the input

        Module done =
                host.run(
                        "OneModel_Denoise_a_Folder",
                        inputs("input", input, "output", output, "device", "cpu"));

        assertThat(done.getOutput("failed")).isEqualTo(1);
        assertThat(files(output))
                .containsExactly(
                        "a-denoised.tif", "b.png-denoised.tif", "b.tif-denoised.tif", "report.tsv");
        ImagePlus expected = host.service(OneModelService.class).denoise(stack, OPTIONS);
        assertSame(IJ.openImage(output.resolve("a-denoised.tif").toString()), expected);
        File report = (File) done.getOutput("report");
        assertThat(report.toPath()).isEqualTo(output.toRealPath().resolve("report.tsv"));
        List<String> lines = Files.readAllLines(report.toPath());
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).matches("a\\.tif\tdone\t40\t30\t3\t[0-9.]+\t.*a-denoised\\.tif");
        assertThat(lines.get(4)).startsWith("broken.tif\tfailed\t\t\t\t\t").contains("broken.tif");

        Module again =
                host.run(
                        "OneModel_Denoise_a_Folder",
                        inputs("input", input, "output", output, "recursive", true));
        assertThat(again.getOutput("failed")).isEqualTo(1);
        assertThat(files(output)).hasSize(5).contains("inner/c-denoised.tif");
    }

    @Test
    void aFolderThatCannotBeDenoisedIsNamed() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(
                        () ->
                                host.run(
                                        "OneModel_Denoise_a_Folder",
                                        inputs("input", empty, "output", folder.resolve("out"))))
                .hasMessageContaining("There is no image in " + empty.toRealPath());
        assertThatThrownBy(
                        () ->
                                host.run(
                                        "OneModel_Denoise_a_Folder",
                                        inputs("input", empty, "output", empty)))
                .hasMessageContaining("Input and output are the same folder");
    }

    @Test
    void aRunWithoutADisplayEndsWithAnExitCode() throws Exception {
        Path input = folder.resolve("noisy, of today");
        save(TinyModel.image(20, 20, 1, 8), input.resolve("good.tif"));
        String inputs =
                "input=\"%s\",output=\"%s\",model=\"tiny\",exit=true"
                        .formatted(path(input), path(folder.resolve("out")));

        assertThat(exitCode("OneModel_Denoise_a_Folder", inputs)).isZero();
        Files.writeString(input.resolve("bad.tif"), "II*\0 no image");
        assertThat(exitCode("OneModel_Denoise_a_Folder", inputs)).isEqualTo(1);
        assertThat(files(folder.resolve("out"))).contains("good-denoised.tif", "report.tsv");
    }

    @Test
    void aTrainingWithoutADisplayEndsWithAnExitCode() throws Exception {
        Path settings = new TinyTraining(folder).file("night");
        String inputs = "settings=\"%s\",set=\"iterations=%s; every.log=2; device=cpu\",exit=true";

        assertThat(exitCode("OneModel_Train_from_Settings", inputs.formatted(path(settings), 2)))
                .isZero();
        assertThat(folder.resolve("night/bundle/model.json")).exists();
        assertThat(exitCode("OneModel_Train_from_Settings", inputs.formatted(path(settings), -2)))
                .isEqualTo(1);
    }

    /** As a command line may have it on any system. */
    private static String path(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private static int exitCode(String script, String inputs)
            throws IOException, InterruptedException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:TieredStopAtLevel=1", // starts sooner
                                "-Djava.awt.headless=true",
                                "-Dai.djl.offline=true",
                                "-D" + MODELS + "=" + models,
                                "-cp",
                                classes,
                                ScriptHost.class.getName(),
                                "--run",
                                ScriptHost.SCRIPTS.resolve(script + ".groovy").toString(),
                                inputs)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor();
    }

    @Test
    void aSweepHasOneSliceAFactor() throws Exception {
        ImagePlus image = TinyModel.image(40, 30, 3, 8);
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.25;
        calibration.setUnit("mm");
        image.setCalibration(calibration);
        image.setSlice(2);

        Module done =
                host.run(
                        "OneModel_Noise_Strength",
                        inputs("image", image, "from", 0, "to", 2, "steps", 3, "device", "cpu"));

        ImagePlus sweep = (ImagePlus) done.getOutput("series");
        assertThat(sweep.getStackSize()).isEqualTo(3);
        assertThat(sweep.getStack().getSliceLabels())
                .startsWith(
                        "map all, factor 0.000", "map all, factor 1.000", "map all, factor 2.000");
        assertThat(sweep.getCalibration().getUnit()).isEqualTo("mm");
        RestoreOptions current =
                OPTIONS.withImageWords("current", "current", "current", "whole", "stack", "same");
        for (int i = 0; i < 3; i++) {
            ImagePlus scaled =
                    host.service(OneModelService.class)
                            .scaleNoise(image, current, NoiseMapSelection.ALL, i);
            assertThat(sweep.getStack().getPixels(i + 1))
                    .as("factor %d", i)
                    .isEqualTo(scaled.getProcessor().getPixels());
        }
        assertThat(sweep.getStack().getPixels(1)).isNotEqualTo(sweep.getStack().getPixels(3));
    }

    @Test
    void trainingTakesSettingsAndTellsHowItGoes() throws Exception {
        Path settings = new TinyTraining(folder).file("scripted");

        Module done =
                host.run(
                        "OneModel_Train_from_Settings",
                        Map.of(
                                "settings",
                                settings.toFile(),
                                "set",
                                "iterations=4; every.log=2; device=cpu"));

        File bundle = (File) done.getOutput("bundle");
        assertThat(bundle.toPath()).isEqualTo(folder.resolve("scripted/bundle").toAbsolutePath());
        Map<String, Double> measured = ModelBundle.open(bundle.toPath()).description().measured();
        assertThat(done.getOutput("psnr")).isIn(measured.values());
        assertThat(host.log())
                .anyMatch(line -> line.startsWith("Training 4 of 4: loss"))
                .anyMatch(line -> line.startsWith("Validation at 4: psnr"));
    }

    @Test
    void theOwnPipelineChangesFineMapsAndShowsAll() throws Exception {
        ImagePlus image = TinyModel.image(40, 30, 1, 8);
        Map<String, Object> unchanged = inputs("image", image, "factor", 1, "finer", 3);

        Module one = host.run("OneModel_Own_Pipeline", unchanged);
        Module none =
                host.run(
                        "OneModel_Own_Pipeline",
                        inputs("image", image, "factor", 0, "finer", 3, "device", "cpu"));

        ImagePlus whole = image.duplicate();
        RestoreOptions floats =
                OPTIONS.withImageWords("all", "all", "all", "auto", "stack", "32-bit");
        ImagePlus reconstructed = host.service(OneModelService.class).reconstruct(whole, floats);
        assertThat((float[]) ((ImagePlus) one.getOutput("edited")).getProcessor().getPixels())
                .containsExactly((float[]) reconstructed.getProcessor().getPixels(), within(1e-3f));
        assertThat(((ImagePlus) none.getOutput("edited")).getProcessor().getPixels())
                .isNotEqualTo(((ImagePlus) one.getOutput("edited")).getProcessor().getPixels());
        assertThat(((ImagePlus) one.getOutput("maps")).getStackSize()).isEqualTo(5);
        assertThat((String) one.getOutput("strengths"))
                .matches("map 0: [0-9.]+(, map [1-4]: [0-9.]+){4}");
    }

    @Test
    void oneTileGoesThroughTheNetworksByHand() throws Exception {
        Module done =
                host.run(
                        "OneModel_One_Tile_by_Hand",
                        inputs("image", TinyModel.image(40, 30, 1, 8)));

        ImagePlus tile = (ImagePlus) done.getOutput("tile");
        ImagePlus decoded = (ImagePlus) done.getOutput("decoded");
        assertThat(tile.getWidth()).isEqualTo(TinyModel.SIZE);
        assertThat(decoded.getWidth()).isEqualTo(TinyModel.SIZE);
        assertThat(decoded.getStatistics().stdDev).isPositive();
        assertThat((String) done.getOutput("shapes"))
                .isEqualTo(
                        "latent code (1, 6, 8), noise maps (1, 1, 4, 4) (1, 1, 8, 8) (1, 1, 8, 8)"
                                + " (1, 1, 16, 16) (1, 1, 16, 16)");
    }

    @Test
    void psnrIsMeasuredAgainstACleanImage() throws Exception {
        ImagePlus clean = TinyModel.image(40, 30, 1, 8);
        ImagePlus noisy = clean.duplicate();
        noisy.getProcessor().add(10);

        Module done = host.run("OneModel_Measure_PSNR", Map.of("image", noisy, "clean", clean));

        assertThat((Double) done.getOutput("psnr"))
                .isCloseTo(20 * Math.log10(255.0 / 10), within(0.01))
                .isCloseTo(
                        Psnr.of(
                                (float[])
                                        clean.getProcessor().convertToFloatProcessor().getPixels(),
                                (float[])
                                        noisy.getProcessor().convertToFloatProcessor().getPixels()),
                        within(1e-6));
        assertThat((Double) done.getOutput("ssim")).isBetween(0.5, 1.0);
    }

    @Test
    void fijiFindsTheScriptsInTheJarAsMenuEntries() throws IOException {
        try (Stream<Path> scripts = Files.list(ScriptHost.SCRIPTS)) {
            assertThat(
                            host.scripts().getScripts().stream()
                                    .map(info -> info.getMenuPath().getMenuString())
                                    .filter(path -> path.startsWith("Plugins > OneModel")))
                    .containsExactlyInAnyOrderElementsOf(
                            scripts.map(GroovyScriptsTest::menuPath).toList());
        }
    }

    private static String menuPath(Path script) {
        String name = script.getFileName().toString().replace(".groovy", "").replace('_', ' ');
        return "Plugins > OneModel > Scripts > " + name;
    }
}
