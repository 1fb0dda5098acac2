/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.generation.StandardNoise;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.npz.NpzContent;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.Context;

class CommandLineTest {

    @TempDir static Path shared;
    private static Path model;

    @TempDir Path folder;
    private Path input;

    @BeforeAll
    static void writeModel() throws IOException {
        model = shared.resolve("tiny");
        Architecture architecture =
                new Architecture(
                        2,
                        16,
                        8,
                        0,
                        new TreeMap<>(Map.of(4, 8, 8, 8, 16, 4)),
                        EncoderKind.EXPANDING,
                        List.of(8, 8),
                        1);
        ModelDescription description =
                new ModelDescription(
                        "tiny",
                        "1.0",
                        Task.DENOISE,
                        architecture,
                        32,
                        List.of(5.0, 50.0),
                        "grey",
                        "Drawn at random.",
                        "BSD-2-Clause",
                        "None.",
                        new TreeMap<>(),
                        "");
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        try (Autoencoder autoencoder = architecture.build(manager)) {
            ((NetworkBlock) autoencoder.encoder()).draw(manager, 1);
            ((NetworkBlock) autoencoder.decoder()).draw(manager, 2);
            ModelBundle.write(model, description, autoencoder, "# tiny\n\nA model for tests.\n");
        }
    }

    @BeforeEach
    void writeInput() {
        input = folder.resolve("cells.tif");
        save(input, bytes(40, 30, 1));
    }

    private static ByteProcessor bytes(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new ByteProcessor(width, height, pixels);
    }

    private static void save(Path file, ImageProcessor... slices) {
        ImageStack stack = new ImageStack(slices[0].getWidth(), slices[0].getHeight());
        for (ImageProcessor slice : slices) {
            stack.addSlice(slice);
        }
        FileSaver saver = new FileSaver(new ImagePlus("test", stack));
        boolean png = file.toString().endsWith(".png");
        String path = file.toString();
        assertThat(
                        png
                                ? saver.saveAsPng(path)
                                : slices.length > 1
                                        ? saver.saveAsTiffStack(path)
                                        : saver.saveAsTiff(path))
                .isTrue();
    }

    private List<String> namesIn(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Path damaged(Path folder) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("damaged"));
        for (String file : List.of("model.json", "README.md", "weights.safetensors")) {
            Files.copy(model.resolve(file), copy.resolve(file));
        }
        Path weights = copy.resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 5] ^= 1;
        Files.write(weights, bytes);
        return copy;
    }

    private void assertFails(Cli cli, String sentence) throws IOException {
        assertThat(cli.err()).isEqualTo(sentence);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertNoRemains();
    }

    private void assertNoRemains() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".onemodel"))
                    .doesNotContain("out.tif");
        }
    }

    @Test
    void denoisesAnImage() throws IOException {
        Path output = folder.resolve("out.tif");
        Cli cli = Cli.run("denoise", input, output, "--model", model, "--device", "cpu");
        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
        ImagePlus image = IJ.openImage(output.toString());
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(30);
        assertThat(image.getBitDepth()).isEqualTo(8);
        assertThat(namesIn(folder)).containsExactly("cells.tif", "out.tif");
    }

    @Test
    void keepsBitDepthAndDimensionsOfAStack() {
        Path stack = folder.resolve("stack.tif");
        short[] pixels = new short[20 * 20];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) (1000 + 7 * i);
        }
        save(
                stack,
                new ShortProcessor(20, 20, pixels, null),
                new ShortProcessor(20, 20, pixels.clone(), null));
        Path output = folder.resolve("out.tif");
        Cli cli = Cli.run("reconstruct", stack, output, "--model", model);
        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
        ImagePlus image = IJ.openImage(output.toString());
        assertThat(image.getStackSize()).isEqualTo(2);
        assertThat(image.getBitDepth()).isEqualTo(16);
    }

    @Test
    void writesColourAsPng() {
        Path colour = folder.resolve("colour.png");
        save(colour, bytes(20, 20, 3).convertToRGB());
        Path output = folder.resolve("out.png");
        assertThat(Cli.run("denoise", colour, output, "--model", model))
                .isEqualTo(new Cli(0, output.toString(), ""));
        assertThat(IJ.openImage(output.toString()).getProcessor())
                .isInstanceOf(ColorProcessor.class);
    }

    @Test
    void pngKeepsGreyValuesWhateverTheDisplayRange() throws IOException {
        ImagePlus image = new ImagePlus("grey", bytes(16, 16, 4));
        image.setDisplayRange(100, 110);
        Path output = folder.resolve("grey.png");
        ImageFiles.write(image, output);
        assertThat((byte[]) ImageFiles.read(output).getProcessor().getPixels())
                .isEqualTo((byte[]) image.getProcessor().getPixels());
    }

    @Test
    void pngRefusesStacks() throws IOException {
        Path stack = folder.resolve("stack.tif");
        save(stack, bytes(20, 20, 1), bytes(20, 20, 2));
        Path output = folder.resolve("out.png");
        assertFails(
                Cli.run("denoise", stack, output, "--model", model),
                output
                        + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and this"
                        + " image has 2 of 8 bits; name the output .tif.");
        assertThat(output).doesNotExist();
    }

    @Test
    void noiseMapsAreOneSliceAMap() {
        Path output = folder.resolve("maps.tif");
        Cli cli = Cli.run("noise-maps", input, output, "--model", model, "--normalize");
        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
        assertThat(IJ.openImage(output.toString()).getStackSize()).isEqualTo(5);
    }

    @Test
    void scalingByOneIsReconstruction() {
        Path scaled = folder.resolve("scaled.tif");
        Path same = folder.resolve("same.tif");
        String[] all = {"--map", "all", "--factor", "1"};
        Cli cli =
                Cli.run(
                        "scale-noise",
                        input,
                        scaled,
                        "--model",
                        model,
                        all[0],
                        all[1],
                        all[2],
                        all[3]);
        assertThat(cli).isEqualTo(new Cli(0, scaled.toString(), ""));
        Cli.run("reconstruct", input, same, "--model", model);
        assertThat((byte[]) IJ.openImage(scaled.toString()).getProcessor().getPixels())
                .isEqualTo((byte[]) IJ.openImage(same.toString()).getProcessor().getPixels());
    }

    @Test
    void scalingRefusesAMapThatIsNotThere() throws IOException {
        assertFails(
                Cli.run(
                        "scale-noise",
                        input,
                        folder.resolve("out.tif"),
                        "--model",
                        model,
                        "--map",
                        "9",
                        "--factor",
                        "2"),
                "There is no noise map 9: the model '" + model + "' has maps 0 (coarsest) to 4.");
    }

    @Test
    void aFolderBecomesAFolder() throws IOException {
        save(folder.resolve("b.png"), bytes(20, 20, 1));
        Files.writeString(folder.resolve("notes.txt"), "not an image");
        Path output = folder.resolve("new").resolve("results");
        Cli cli = Cli.run("denoise", folder, output, "--model", model);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(namesIn(output)).containsExactly("b.tif", "cells.tif");
    }

    @Test
    void aGlobAndItsExpansionByAShellAreTheSame() throws IOException {
        save(folder.resolve("cells2.tif"), bytes(20, 20, 1));
        save(folder.resolve("other.tif"), bytes(20, 20, 1));
        Path output = folder.resolve("results");
        Cli glob = Cli.run("denoise", folder + "/cells*.tif", output, "--model", model);
        assertThat(glob.err()).isEmpty();
        assertThat(namesIn(output)).containsExactly("cells.tif", "cells2.tif");
        Cli shell =
                Cli.run("denoise", input, folder.resolve("cells2.tif"), output, "--model", model);
        assertThat(shell).isEqualTo(glob);
    }

    @Test
    void aBatchGoesOnAndListsWhatFailed() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        save(images.resolve("a.tif"), bytes(20, 20, 1));
        Files.writeString(images.resolve("b.tif"), "not an image");
        save(images.resolve("c.tif"), bytes(20, 20, 1));
        Path output = folder.resolve("results");
        Cli cli = Cli.run("denoise", images, output, "--model", model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(namesIn(output)).containsExactly("a.tif", "c.tif");
        assertThat(cli.out().lines()).hasSize(2);
        assertThat(cli.err().lines())
                .containsExactly(
                        images.resolve("b.tif")
                                + " can't be read as an image; open it in ImageJ or Fiji and save"
                                + " it as TIFF.",
                        "1 of 3 images failed: [" + images.resolve("b.tif") + "]");
    }

    @Test
    void twoInputsThatWouldBecomeOneOutputAreRefused() throws IOException {
        save(folder.resolve("cells.png"), bytes(20, 20, 1));
        Path output = folder.resolve("results");
        assertFails(
                Cli.run("denoise", folder, output, "--model", model),
                folder.resolve("cells.png")
                        + " and "
                        + input
                        + " would both become "
                        + output.resolve("cells.tif")
                        + "; rename one or run them apart.");
        assertThat(output).doesNotExist();
    }

    @Test
    void aResultNeverReplacesItsInput() throws IOException {
        byte[] before = Files.readAllBytes(input);
        assertFails(
                Cli.run("denoise", input, input, "--model", model),
                "The result would replace its own input " + input + "; choose another OUTPUT.");
        assertThat(Files.readAllBytes(input)).isEqualTo(before);
    }

    @Test
    void aMissingFileIsToldInOneSentence() throws IOException {
        Path missing = folder.resolve("missing.tif");
        assertFails(
                Cli.run("denoise", missing, folder.resolve("out.tif"), "--model", model),
                "There is no image file " + missing + "; check the path.");
    }

    @Test
    void anUnreadableImageIsToldInOneSentence() throws IOException {
        for (String name : List.of("text.tif", "text.png", "text.jpg", "text.xyz", "text.gif")) {
            Path text = folder.resolve(name);
            Files.writeString(text, "This is not an image.");
            Cli cli = Cli.run("denoise", text, folder.resolve("out.tif"), "--model", model);
            assertThat(cli.err())
                    .as(name)
                    .startsWith(text + " can't be read as an image")
                    .endsWith("; open it in ImageJ or Fiji and save it as TIFF.")
                    .doesNotContain("\n");
            assertThat(cli.exitCode()).as(name).isEqualTo(1);
        }
        Files.write(folder.resolve("empty.tif"), new byte[0]);
        Cli empty =
                Cli.run(
                        "denoise",
                        folder.resolve("empty.tif"),
                        folder.resolve("out.tif"),
                        "--model",
                        model);
        assertFails(
                empty,
                folder.resolve("empty.tif")
                        + " can't be read as an image; open it in ImageJ or Fiji and save it as"
                        + " TIFF.");
    }

    @Test
    void aTruncatedTiffIsNotFilledWithZeros() throws IOException {
        byte[] whole = Files.readAllBytes(input);
        Path cut = folder.resolve("cut.tif");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 100));
        assertFails(
                Cli.run("denoise", cut, folder.resolve("out.tif"), "--model", model),
                cut
                        + " is cut short: it has "
                        + (whole.length - 100)
                        + " bytes, but its pixels end at byte "
                        + whole.length
                        + "; get the file again.");
    }

    @Test
    void aTruncatedPngIsRefused() throws IOException {
        Path png = folder.resolve("whole.png");
        save(png, bytes(64, 64, 1));
        byte[] whole = Files.readAllBytes(png);
        Path cut = folder.resolve("cut.png");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Cli cli = Cli.run("denoise", cut, folder.resolve("out.tif"), "--model", model);
        assertThat(cli.err()).startsWith(cut.toString()).doesNotContain("\n");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertNoRemains();
    }

    @Test
    void anUnknownModelIsToldBeforeTheFirstImage() throws IOException {
        Cli cli = Cli.run("denoise", input, folder.resolve("out.tif"), "--model", "nonesuch");
        assertThat(cli.err()).startsWith("There is no model \"nonesuch\"").doesNotContain("\n");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertNoRemains();
    }

    @Test
    void weightsWithOneByteChangedAreRefused() throws IOException {
        Path damaged = damaged(folder);
        Cli denoise = Cli.run("denoise", input, folder.resolve("out.tif"), "--model", damaged);
        assertThat(denoise.err())
                .contains("is damaged: its checksum (SHA-256) is ")
                .contains(damaged.toString())
                .doesNotContain("\n");
        assertThat(denoise.exitCode()).isEqualTo(1);
        assertNoRemains();
        assertThat(Cli.run("models", "check", damaged)).isEqualTo(new Cli(1, "", denoise.err()));
    }

    @Test
    void anUnknownDeviceIsToldInOneSentence() throws IOException {
        Cli cli =
                Cli.run(
                        "denoise",
                        input,
                        folder.resolve("out.tif"),
                        "--model",
                        model,
                        "--device",
                        "quantum");
        assertFails(cli, "There is no device 'quantum'; give one of auto, cpu, gpu or gpu:N.");
    }

    @Test
    void theResidualIsWrittenBesideTheResult() throws IOException {
        Path noisy = folder.resolve("noisy.tif");
        FloatProcessor pixels = new FloatProcessor(40, 30);
        pixels.noise(10);
        save(noisy, pixels);
        Path out = folder.resolve("out.tif");

        Cli cli = Cli.run("denoise", noisy, out, "--model", model, "--residual", "--noise", "none");

        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).matches(".*noisy.tif: \\d+\\.\\d % of the variance was taken away");
        ImageProcessor result = IJ.openImage(out.toString()).getProcessor();
        ImageProcessor residual =
                IJ.openImage(folder.resolve("out-residual.tif").toString()).getProcessor();
        assertThat(result.getf(7, 8) + residual.getf(7, 8))
                .isCloseTo(pixels.getf(7, 8), within(1e-4f));
    }

    @Test
    void whatIsNotANumberStaysSo() throws IOException {
        FloatProcessor pixels = new FloatProcessor(20, 20);
        pixels.setf(3, 2, Float.NaN);
        pixels.setf(4, 2, Float.POSITIVE_INFINITY);
        Path nan = folder.resolve("nan.tif");
        save(nan, pixels);
        Path out = folder.resolve("out.tif");
        assertThat(Cli.run("denoise", nan, out, "--model", model).exitCode()).isZero();
        ImageProcessor result = IJ.openImage(out.toString()).getProcessor();
        assertThat(result.getf(2, 2)).isFinite();
        assertThat(result.getf(3, 2)).isNaN();
        assertThat(result.getf(4, 2)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void onePixelAndConstantImagesAreRestored() {
        Path one = folder.resolve("one.tif");
        save(one, new ByteProcessor(1, 1, new byte[] {77}));
        Path constant = folder.resolve("constant.tif");
        FloatProcessor level = new FloatProcessor(20, 10);
        level.set(5.5);
        save(constant, level);
        for (Path image : List.of(one, constant)) {
            Path output = folder.resolve("of-" + image.getFileName());
            assertThat(Cli.run("denoise", image, output, "--model", model))
                    .isEqualTo(new Cli(0, output.toString(), ""));
            assertThat(IJ.openImage(output.toString()).getWidth())
                    .isEqualTo(IJ.openImage(image.toString()).getWidth());
        }
    }

    @Test
    void anOutputThatCannotBeWrittenIsToldBeforeTheWork() throws IOException {
        // Below a regular file not even an administrator can write.
        Path output = input.resolve("below").resolve("result.tif");
        assertFails(
                Cli.run("denoise", input, output, "--model", model),
                output
                        + " can't be written: "
                        + output.getParent()
                        + " is not a folder; make it first.");
        Path results = input.resolve("results");
        Cli batch = Cli.run("denoise", folder, results, "--model", model);
        assertThat(batch.err())
                .startsWith("The folder " + results + " can't be made (")
                .endsWith("; choose another OUTPUT.")
                .doesNotContain("\n");
        assertThat(batch.exitCode()).isEqualTo(1);
    }

    @Test
    void anOutputOfUnknownFormatIsRefused() throws IOException {
        Path output = folder.resolve("out.jpg");
        assertFails(
                Cli.run("denoise", input, output, "--model", model),
                output + " can't be written: the name of an output ends with .tif or .png.");
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(Cli.run().err())
                .isEqualTo("Give a command, such as denoise.\nUsage: onemodel --help");
        Object[][] wrong = {
            {},
            {"denoise"},
            {"denoise", input},
            {"dance", input},
            {"denoise", input, "out.tif", "--tile", "many"},
            {"denoise", input, "out.tif", "--tile", "-8", "--model", model},
            {"denoise", input, "out.tif", "--nonsense"},
            {"scale-noise", input, "out.tif", "--map", "1"},
            {"scale-noise", input, "out.tif", "--map", "one", "--factor", "2"},
            {"scale-noise", input, "out.tif", "--map", "1", "--factor", "two"},
            {"denoise", folder, input},
            {"evaluate"},
            {"evaluate", "denoise"},
            {"evaluate", "denoise", "--images", folder, "--sigma", "-1"},
            {"engine"},
            {"import", input},
            {"verify", model},
            {"verify", model, input, "--tolerance", "-1"},
            {"train"},
            {"train-generator"},
            {"models", "info"},
        };
        for (Object[] args : wrong) {
            Cli cli = Cli.run(args);
            assertThat(cli.exitCode()).as(Arrays.toString(args)).isEqualTo(2);
            assertThat(cli.err().lines()).as(Arrays.toString(args)).hasSize(2);
            assertThat(cli.out()).isEmpty();
        }
    }

    @Test
    void helpIsPrintedAsAResult() {
        Cli cli = Cli.run("denoise", "--help");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("INPUT OUTPUT").contains("--overlap");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void modelsAreListedDescribedAndChecked() {
        String before = System.getProperty("onemodel.models");
        System.setProperty("onemodel.models", shared.toString());
        try {
            assertThat(Cli.run("models", "list").out()).contains("tiny").contains("denoise");
            assertThat(Cli.run("models").out()).isEqualTo(Cli.run("models", "list").out());
            assertThat(Cli.run("models", "list", "--json").out()).contains("\"name\": \"tiny\"");
            assertThat(Cli.run("models", "info", "tiny").out()).contains("A model for tests.");
            assertThat(
                            JsonParser.parseString(
                                            Cli.run("models", "info", "tiny", "--json").out())
                                    .getAsJsonObject()
                                    .get("tile")
                                    .getAsInt())
                    .isEqualTo(32);
            Cli check = Cli.run("models", "check", "tiny");
            assertThat(check.out()).matches("tiny 1\\.0 is whole: SHA-256 [0-9a-f]{64}");
            assertThat(check.exitCode()).isZero();
        } finally {
            if (before == null) {
                System.clearProperty("onemodel.models");
            } else {
                System.setProperty("onemodel.models", before);
            }
        }
    }

    private static Path golden(String name) throws IOException {
        Path copy = shared.resolve(name);
        if (!Files.exists(copy)) {
            try (InputStream in = CommandLineTest.class.getResourceAsStream("/golden/" + name)) {
                Files.copy(in, copy);
            }
        }
        return copy;
    }

    @Test
    void anImportedCheckpointIsVerified() throws IOException {
        Path bundle = folder.resolve("imported");
        Cli imported = Cli.run("import", golden("stylegan2_wplusencoder.pt"), bundle);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out())
                .startsWith(bundle + ": W+ autoencoder with a StyleGAN 2 decoder");
        Path vectors = golden("stylegan2_wplusencoder.npz");
        Cli verified = Cli.run("verify", bundle, vectors);
        assertThat(verified.err()).isEmpty();
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("latent").contains("noise_00").contains("y_shift2x3");
        assertThat(verified.out().lines().skip(1)).allMatch(line -> line.endsWith("ok"));
        Cli strict = Cli.run("verify", bundle, vectors, "--tolerance", "0", "--json");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.err())
                .startsWith("The model " + bundle + " differs from " + vectors)
                .doesNotContain("\n");
        assertThat(
                        JsonParser.parseString(strict.out())
                                .getAsJsonObject()
                                .get("within")
                                .getAsBoolean())
                .isFalse();
    }

    @Test
    void aTruncatedCheckpointLeavesNoBundle() throws IOException {
        byte[] whole = Files.readAllBytes(golden("stylegan2_generator.pt"));
        Path cut = folder.resolve("cut.pt");
        Path bundle = folder.resolve("bundle");
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            Cli cli = Cli.run("import", cut, bundle);
            assertThat(cli.err())
                    .as("%d bytes", length)
                    .contains(cut.toString())
                    .doesNotContain("\n")
                    .doesNotContain("should not happen");
            assertThat(cli.exitCode()).isEqualTo(1);
            assertThat(namesIn(folder)).containsExactly("cells.tif", "cut.pt");
        }
    }

    @Test
    void missingCheckpointsAndVectorsAreTold() {
        Path missing = folder.resolve("missing");
        for (Cli cli :
                List.of(
                        Cli.run("import", missing, folder.resolve("bundle")),
                        Cli.run("verify", model, missing),
                        Cli.run("verify", missing, input),
                        Cli.run("verify", model, input))) {
            assertThat(cli.err()).isNotEmpty().doesNotContain("\n", "should not happen");
            assertThat(cli.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void trainingWritesABundleAndItsPath() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        save(images.resolve("a.png"), bytes(40, 40, 1));
        Path config = folder.resolve("tiny.yaml");
        Files.writeString(
                config,
                """
                name: trained
                output: %s
                work: %s
                architecture:
                  size: 16
                  latentSize: 8
                  channels: {4: 8, 8: 8, 16: 4}
                  widths: [8, 8]
                  depth: 1
                data:
                  images: [%s]
                  validation: [%s]
                  crop: 16
                batch: 1
                iterations: 3
                """
                        .formatted(
                                folder.resolve("trained"), folder.resolve("work"), images, images));
        Cli cli = Cli.run("train", config, "--set", "iterations=2");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEqualTo(folder.resolve("trained").toString());
        assertThat(cli.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("2 of 2: loss "))
                .anyMatch(line -> line.matches("2: validation psnr .* dB \\(best so far\\)"));
        assertThat(Cli.run("models", "check", folder.resolve("trained")).exitCode()).isZero();
    }

    @Test
    void pairsOfNoisyAndCleanImagesAreMeasured() throws IOException {
        Path noisy = Files.createDirectory(folder.resolve("noisy"));
        Path clean = Files.createDirectory(folder.resolve("clean"));
        save(noisy.resolve("a.png"), bytes(40, 40, 1));
        save(clean.resolve("a.tif"), bytes(40, 40, 2));
        Cli cli =
                Cli.run(
                        "evaluate",
                        "pairs",
                        "--images",
                        noisy,
                        "--targets",
                        clean,
                        "--model",
                        model,
                        "--affine",
                        "--json");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("\"affine\": true", "\"image\": \"a.png\"", "\"mean\"");

        save(noisy.resolve("b.png"), bytes(40, 40, 1));
        assertFails(
                Cli.run(
                        "evaluate",
                        "pairs",
                        "--images",
                        noisy,
                        "--targets",
                        clean,
                        "--model",
                        model),
                "There is no image in "
                        + clean
                        + " of the name of "
                        + noisy.resolve("b.png")
                        + ".");
    }

    @Test
    void trainingAGeneratorWritesABundleAndItsPath() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        save(images.resolve("a.png"), bytes(40, 40, 1));
        Path bundle = folder.resolve("generator");
        Path config = folder.resolve("generator.yaml");
        Files.writeString(
                config,
                """
                name: generator
                output: %s
                work: %s
                generator: {size: 16, latentSize: 8, mappingLayers: 1, channels: {4: 8, 8: 8, 16: 4}}
                data: {images: %s}
                batch: 2
                iterations: 30
                """
                        .formatted(bundle, folder.resolve("work"), images));
        Cli cli = Cli.run("train-generator", config, "--set", "iterations=1");
        assertThat(cli).isEqualTo(new Cli(0, bundle.toString(), ""));
        assertThat(Cli.run("models", "check", bundle).exitCode()).isZero();
        assertFails(
                Cli.run("train-generator", config, "--set", "batch=5"),
                "Setting batch must be at most 4 or a multiple of 4, not 5.");
    }

    @Test
    void trainingNamesAWrongSetting() throws IOException {
        Path config = folder.resolve("empty.yaml");
        Files.writeString(config, "name: nothing");
        assertFails(
                Cli.run("train", config, "--set", "batch=["),
                "The value of batch is not valid YAML: \"[\".");
        Cli cli = Cli.run("train", folder.resolve("missing.yaml"));
        assertThat(cli.err())
                .isEqualTo("Configuration " + folder.resolve("missing.yaml") + " cannot be read.");
        assertThat(cli.exitCode()).isEqualTo(1);
    }

    @Test
    void engineTellsItsDevices() {
        JsonObject status =
                JsonParser.parseString(Cli.run("engine", "status", "--json").out())
                        .getAsJsonObject();
        assertThat(status.get("engine").getAsString()).isEqualTo("PyTorch");
        assertThat(Cli.run("engine", "status").out()).contains("PyTorch");
    }

    @Test
    void evaluationPrintsEachImageAndTheMean() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        save(images.resolve("a.png"), bytes(24, 20, 1));
        save(images.resolve("b.png"), bytes(20, 24, 2).convertToRGB());
        Path csv = folder.resolve("scores.csv");
        Cli cli =
                Cli.run(
                        "evaluate",
                        "denoise",
                        "--images",
                        images,
                        "--sigma",
                        "15,25",
                        "--csv",
                        csv,
                        "--model",
                        model);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        List<String> lines = cli.out().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).contains("a.png");
        assertThat(lines.get(3)).contains("mean");
        assertThat(Files.readAllLines(csv)).hasSize(5);
        JsonObject json =
                JsonParser.parseString(
                                Cli.run(
                                                "evaluate",
                                                "denoise",
                                                "--images",
                                                images,
                                                "--model",
                                                model,
                                                "--json")
                                        .out())
                        .getAsJsonObject();
        JsonObject mean = json.getAsJsonArray("means").get(0).getAsJsonObject();
        assertThat(mean.get("sigma").getAsDouble()).isEqualTo(25);
        // 20.17 dB unclipped; clipping to 0..255 removes some of the noise
        assertThat(mean.get("noisyPsnr").getAsDouble()).isBetween(20.1, 21.5);
    }

    @Test
    void evaluationRefusesOtherThanEightBit() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        save(images.resolve("a.tif"), new FloatProcessor(20, 20));
        Cli cli = Cli.run("evaluate", "denoise", "--images", images, "--model", model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err())
                .contains(
                        "The benchmark takes single planes of 8-bit or RGB pixels, but 'a.tif' has"
                                + " 1 of 32 bits; convert it first.");
    }

    @Test
    void aProjectionIsWrittenWithItsWayAndItsCurve() throws IOException {
        Path output = folder.resolve("found.tif");
        Path csv = folder.resolve("curve.csv");

        Cli cli =
                Cli.run(
                        "project",
                        input,
                        output,
                        "--steps",
                        4,
                        "--from",
                        "mean",
                        "--seed",
                        5,
                        "--noise-maps",
                        "no",
                        "--snapshots",
                        2,
                        "--csv",
                        csv,
                        "--plot",
                        "--model",
                        model,
                        "--device",
                        "cpu");

        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEqualTo(output.toString());
        assertThat(cli.err()).contains(output + ": step 0, ").contains(output + ": step 4, ");
        assertThat(IJ.openImage(folder.resolve("found-steps.tif").toString()).getStackSize())
                .isEqualTo(3);
        assertThat(IJ.openImage(folder.resolve("found-curve.png").toString()).getWidth())
                .isEqualTo(800);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("image,step,psnr,mse");
        assertThat(lines.get(5)).contains(",4,");
        try (Context context = new Context(OneModelService.class)) {
            RestoreOptions options =
                    RestoreOptions.defaults().withModel(model.toString()).withDevice("cpu");
            ProjectionOptions same =
                    ProjectionOptions.defaults().withSteps(4).withWords("mean", "no", "5");
            ImagePlus expected =
                    context.service(OneModelService.class)
                            .explorer(options)
                            .project(IJ.openImage(input.toString()), same)
                            .image();
            assertThat(IJ.openImage(output.toString()).getProcessor().getPixels())
                    .isEqualTo(expected.getProcessor().getPixels());
        }
    }

    @Test
    void whatAProjectionFoundIsKeptAndDecoded() throws IOException {
        Path output = folder.resolve("found.tif");
        Path kept = folder.resolve("found.npz");
        Path again = folder.resolve("again.tif");

        Cli cli =
                Cli.run(
                        "project",
                        input,
                        output,
                        "--steps",
                        3,
                        "--embedding",
                        kept,
                        "--model",
                        model,
                        "--device",
                        "cpu");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Cli decoded = Cli.run("decode", kept, again, "--model", model, "--device", "cpu");

        assertThat(decoded.exitCode()).as(decoded.err()).isZero();
        assertThat(IJ.openImage(again.toString()).getProcessor().getPixels())
                .isEqualTo(IJ.openImage(output.toString()).getProcessor().getPixels());
        Path flat = folder.resolve("flat.tif");
        save(flat, new FloatProcessor(20, 20));
        assertFails(
                Cli.run("project", flat, output, "--embedding", kept, "--model", model),
                "'flat.tif' is constant and needs no latent code; leave out --embedding.");
    }

    @Test
    void whatCannotBeProjectedIsWrongUsage() throws IOException {
        Cli cli = Cli.run("project", input, folder.resolve("a.tif"), "--from", "zero");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).startsWith("A projection can't start from 'zero'; ");
        assertFails(
                Cli.run(
                        "project",
                        input,
                        folder.resolve("a.tif"),
                        "--csv",
                        folder.resolve("a.txt"),
                        "--model",
                        model),
                folder.resolve("a.txt")
                        + " can't be written: the name of a table's file ends with .csv.");
    }

    @Test
    void imagesAreGeneratedAsTheServiceGeneratesThem() {
        Path output = folder.resolve("made.tif");

        Cli cli =
                Cli.run(
                        "generate",
                        output,
                        "--count",
                        3,
                        "--seed",
                        7,
                        "--truncation",
                        0.5,
                        "--noise",
                        "fixed",
                        "--model",
                        model,
                        "--device",
                        "cpu");

        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
        ImagePlus made = IJ.openImage(output.toString());
        assertThat(made.getDimensions()).containsExactly(16, 16, 1, 3, 1);
        assertThat(made.getBitDepth()).isEqualTo(8);
        assertThat(made.getStack().getSliceLabel(2)).isEqualTo("seed 7, image 2, truncation 0.5");
        assertThat(made.getInfoProperty()).contains("noise maps: fixed");
        try (Context context = new Context(OneModelService.class)) {
            RestoreOptions options =
                    RestoreOptions.defaults().withModel(model.toString()).withDevice("cpu");
            Generation same =
                    Generation.defaults()
                            .withCount(3)
                            .withSeed(7)
                            .withTruncation(0.5)
                            .withNoise(StandardNoise.FIXED);
            ImagePlus expected =
                    context.service(OneModelService.class).explorer(options).generate(same);
            for (int i = 1; i <= 3; i++) {
                assertThat(made.getStack().getPixels(i))
                        .as("slice %d", i)
                        .isEqualTo(expected.getStack().getPixels(i));
            }
        }
    }

    @Test
    void givenNoiseIsReadFromTheFileOfAnEmbedding() throws IOException {
        Path embedding = folder.resolve("maps.npz");
        NpzContent content = new NpzContent().floats("latent", new float[8], 1, 8);
        int[] sides = {4, 8, 8, 16, 16};
        for (int i = 0; i < sides.length; i++) {
            content.floats("noise_0" + i, new float[sides[i] * sides[i]], 1, 1, sides[i], sides[i]);
        }
        content.write(embedding);
        Path output = folder.resolve("made.tif");
        Path none = folder.resolve("none.tif");

        Object[] given = {
            "generate", output, "--model", model, "--noise", "given", "--embedding", embedding
        };
        assertThat(Cli.run(given)).isEqualTo(new Cli(0, output.toString(), ""));
        assertThat(Cli.run("generate", none, "--model", model, "--noise", "none").exitCode())
                .isZero();
        assertThat(IJ.openImage(output.toString()).getStack().getPixels(3))
                .as("maps of zeros")
                .isEqualTo(IJ.openImage(none.toString()).getStack().getPixels(3));

        Cli without = Cli.run("generate", output, "--model", model, "--noise", "given");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).startsWith("The noise is given, but no embedding; ");
        Files.writeString(embedding, "no zip");
        Cli damaged = Cli.run(given);
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err()).contains(embedding.toString());
    }

    @Test
    void whatCannotBeGeneratedOrWrittenIsToldBeforeTheWork() throws IOException {
        Path png = folder.resolve("made.png");
        assertFails(
                Cli.run("generate", png, "--model", model),
                png
                        + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and this"
                        + " image has 8 of 8 bits; name the output .tif.");
        assertFails(
                Cli.run("generate", png, "--count", 1, "--output", "32-bit", "--model", model),
                png
                        + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and this"
                        + " image has 1 of 32 bits; name the output .tif.");
        assertThat(Cli.run("generate", png, "--count", 1, "--model", model))
                .isEqualTo(new Cli(0, png.toString(), ""));
        Cli none = Cli.run("generate", folder.resolve("a.tif"), "--count", 0);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .startsWith("The count is 0; give the number of images to generate, from 1.");
        Cli empty = Cli.run("denoise", input, folder.resolve("a.tif"), "--model", "");
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).startsWith("The model is missing; ");
    }
}
