/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.OutputType;
import org.onemodel.image.RowSink;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.tiff.SampleType;
import org.onemodel.tiff.TiffImage;
import org.onemodel.tiff.TiffMetadata;
import org.onemodel.tiff.TiffPlanes;
import org.onemodel.tiff.TiffWriter;

class LargeFilesTest {

    private static final int TILE = 256;

    @TempDir static Path shared;
    @TempDir Path folder;

    /** A network of hardly any computation, with tiles that are worth the overhead. */
    @BeforeAll
    static void writeModel() throws IOException {
        Architecture architecture =
                new Architecture(
                        2,
                        16,
                        4,
                        0,
                        new TreeMap<>(Map.of(4, 2, 8, 2, 16, 2)),
                        EncoderKind.EXPANDING,
                        List.of(2, 2),
                        0);
        ModelDescription description =
                new ModelDescription(
                        "light",
                        "1.0",
                        Task.DENOISE,
                        architecture,
                        TILE,
                        List.of(5.0, 50.0),
                        "grey",
                        "Drawn at random.",
                        "BSD-2-Clause",
                        "none",
                        new TreeMap<>(),
                        "");
        try (NDManager manager = TensorEngine.newManager(Device.cpu());
                Autoencoder drawn = architecture.build(manager)) {
            ((NetworkBlock) drawn.encoder()).draw(manager, 1);
            ((NetworkBlock) drawn.decoder()).draw(manager, 2);
            ModelBundle.write(shared.resolve("light"), description, drawn, "# light\n");
        }
    }

    @Test
    void aFileIsRestoredByRowsAsItIsInMemory() throws IOException {
        Path input = folder.resolve("stack.tif");
        Path output = folder.resolve("out.tif");
        ImagePlus image = stack();
        new FileSaver(image).saveAsTiffStack(input.toString());
        try (Autoencoder model = ModelBundle.open(shared.resolve("light")).load(Device.cpu())) {
            Restorer restorer =
                    new Restorer(model, TILE, RestoreOptions.defaults()).withToneOfInput();
            ImagePlus expected = restorer.restore(image, "", Progress.NONE);

            LargeFiles.restore(restorer, ImageOptions.DEFAULT, input, output, Progress.NONE);

            ImagePlus restored = IJ.openImage(output.toString());
            assertThat(restored.getDimensions()).containsExactly(image.getDimensions());
            assertThat(restored.getCalibration().pixelWidth).isEqualTo(0.25);
            for (int slice = 1; slice <= image.getStackSize(); slice++) {
                assertThat((float[]) restored.getStack().getPixels(slice))
                        .as("slice %d", slice)
                        .isEqualTo(expected.getStack().getPixels(slice));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "signed", "line", "32-bit"})
    void aFileBecomes32BitByRowsAsItDoesInMemory(String type) throws IOException {
        Path input = folder.resolve("stack.tif");
        Path output = folder.resolve("out.tif");
        ImagePlus image = greyStack(type);
        new FileSaver(image).saveAsTiffStack(input.toString());
        ImageOptions floats = ImageOptions.DEFAULT.withOutput(OutputType.FLOAT);
        RestoreOptions options = RestoreOptions.defaults().withImage(floats);
        try (Autoencoder model = ModelBundle.open(shared.resolve("light")).load(Device.cpu())) {
            Restorer restorer = new Restorer(model, TILE, options).withToneOfInput();
            ImagePlus expected =
                    restorer.restore(IJ.openImage(input.toString()), "", Progress.NONE);

            LargeFiles.restore(restorer, floats, input, output, Progress.NONE);

            ImagePlus restored = IJ.openImage(output.toString());
            assertThat(restored.getBitDepth()).isEqualTo(32);
            assertThat(restored.getDimensions()).containsExactly(image.getDimensions());
            assertThat(restored.getCalibration().pixelWidth).isEqualTo(0.25);
            assertThat(restored.getCalibration().calibrated()).isFalse();
            assertThat(restored.getDisplayRangeMin())
                    .isCloseTo(expected.getDisplayRangeMin(), within(0.01));
            assertThat(restored.getDisplayRangeMax())
                    .isCloseTo(expected.getDisplayRangeMax(), within(0.01));
            for (int slice = 1; slice <= image.getStackSize(); slice++) {
                float[] values = (float[]) expected.getStack().getPixels(slice);
                assertThat((float[]) restored.getStack().getPixels(slice))
                        .as("slice %d", slice)
                        .containsExactly(values, Offset.offset(0.005f));
            }
        }
    }

    private static ImagePlus greyStack(String type) {
        Random random = new Random(3);
        ImageStack slices = new ImageStack(70, 50);
        for (int slice = 0; slice < 2; slice++) {
            FloatProcessor plane = new FloatProcessor(70, 50);
            for (int i = 0; i < 70 * 50; i++) {
                plane.setf(i, 60 + i % 70 + 10 * (float) random.nextGaussian());
            }
            slices.addSlice(
                    switch (type) {
                        case "8-bit" -> plane.convertToByteProcessor(false);
                        case "32-bit" -> plane;
                        default -> plane.convertToShortProcessor(false);
                    });
        }
        ImagePlus image = new ImagePlus("stack", slices);
        image.getCalibration().pixelWidth = 0.25;
        switch (type) {
            case "signed" -> {
                for (int slice = 1; slice <= 2; slice++) {
                    slices.getProcessor(slice).add(32668);
                }
                image.getCalibration().setSigned16BitCalibration();
                image.setDisplayRange(32668, 32868);
            }
            case "line" -> {
                double[] coefficients = {5, -0.5};
                image.getCalibration()
                        .setFunction(Calibration.STRAIGHT_LINE, coefficients, "photons");
                image.setDisplayRange(20, 170);
            }
            default -> image.setDisplayRange(20, 170);
        }
        return image;
    }

    /** Two channels of very different brightness, two slices, and a hole. */
    private static ImagePlus stack() {
        Random random = new Random(1);
        ImageStack slices = new ImageStack(70, 50);
        for (int slice = 0; slice < 4; slice++) {
            float scale = slice % 2 == 0 ? 1 : 1000;
            float[] values = new float[70 * 50];
            for (int i = 0; i < values.length; i++) {
                values[i] = scale * (i % 70 + 10 * (float) random.nextGaussian());
            }
            slices.addSlice(new FloatProcessor(70, 50, values));
        }
        slices.getProcessor(3).setf(5, 6, Float.NaN);
        ImagePlus image = new ImagePlus("stack", slices);
        image.setDimensions(2, 2, 1);
        image.setOpenAsHyperStack(true);
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.25;
        image.setCalibration(calibration);
        return image;
    }

    @Test
    void aPlaneThatTheMemoryDoesNotHoldIsRestored() throws IOException, InterruptedException {
        int width = 30_000;
        int height = 1_200;
        Path input = folder.resolve("wide.tif");
        Path output = folder.resolve("out.tif");
        TiffImage image =
                new TiffImage(
                        width, height, 1, SampleType.UINT16, TiffMetadata.none(SampleType.UINT16));
        TiffWriter.write(input, image, writer -> fill(writer.plane(0), width, height));

        try (ChildProgram program =
                ChildProgram.start("denoise", input, output, "--model", shared.resolve("light"))) {
            int exitCode = program.await();

            assertThat(program.lines()).containsExactly(output.toString());
            assertThat(exitCode).isZero();
        }
        try (TiffPlanes planes = TiffPlanes.open(output)) {
            assertThat(planes.image().width()).isEqualTo(width);
            assertThat(planes.image().height()).isEqualTo(height);
            float[][] row = new float[1][width];
            planes.plane(0).read(height - 1, 1, row);
            double mean = 0;
            for (float value : row[0]) {
                mean += value / width;
            }
            assertThat(mean).isBetween(900.0, 1100.0); // the tone of the input
        }
    }

    private static void fill(RowSink plane, int width, int height) {
        Random random = new Random(2);
        float[][] row = new float[1][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[0][x] = 900 + random.nextInt(200);
            }
            plane.write(y, 1, row);
        }
    }

    @Test
    void whatCanNotBeDoneByRowsIsSaid() throws IOException {
        Path input = folder.resolve("stack.tif");
        new FileSaver(stack()).saveAsTiffStack(input.toString());
        try (Autoencoder model = ModelBundle.open(shared.resolve("light")).load(Device.cpu())) {
            Restorer restorer = new Restorer(model, TILE, RestoreOptions.defaults());
            ImageOptions slices = ImageOptions.DEFAULT.withNormalization(NormalizationScope.SLICE);

            assertThatThrownBy(
                            () ->
                                    LargeFiles.restore(
                                            restorer,
                                            slices,
                                            input,
                                            folder.resolve("out.tif"),
                                            Progress.NONE))
                    .isInstanceOf(OneModelException.class)
                    .hasMessageStartingWith(input + " is too large to be opened as a whole");
            assertThatThrownBy(
                            () ->
                                    LargeFiles.restore(
                                            restorer,
                                            ImageOptions.DEFAULT,
                                            input,
                                            folder.resolve("out.png"),
                                            Progress.NONE))
                    .hasMessage(input + " is too large for a PNG file; name the output .tif.");
        }
        assertThat(folder.resolve("out.tif")).doesNotExist();
    }

    @Test
    void whatDoesNotBecome32BitByRowsIsSaid() throws IOException {
        Path colours = folder.resolve("rgb.tif");
        new FileSaver(new ImagePlus("rgb", new ColorProcessor(40, 30)))
                .saveAsTiff(colours.toString());
        Path curve = folder.resolve("curve.tif");
        ImagePlus calibrated = new ImagePlus("curve", new ByteProcessor(40, 30));
        calibrated
                .getCalibration()
                .setFunction(Calibration.POLY2, new double[] {0, 1, 2}, "optical density");
        new FileSaver(calibrated).saveAsTiff(curve.toString());
        ImageOptions floats = ImageOptions.DEFAULT.withOutput(OutputType.FLOAT);
        Path output = folder.resolve("out.tif");
        try (Autoencoder model = ModelBundle.open(shared.resolve("light")).load(Device.cpu())) {
            Restorer restorer = new Restorer(model, TILE, RestoreOptions.defaults());

            assertThatThrownBy(
                            () ->
                                    LargeFiles.restore(
                                            restorer, floats, colours, output, Progress.NONE))
                    .isInstanceOf(OneModelException.class)
                    .hasMessageStartingWith(
                            colours
                                    + " is too large to be opened as a whole. RGB does not become"
                                    + " 32-bit by rows: leave out --output,");
            assertThatThrownBy(
                            () ->
                                    LargeFiles.restore(
                                            restorer, floats, curve, output, Progress.NONE))
                    .isInstanceOf(OneModelException.class)
                    .hasMessageContaining("Calibration by a curve is not applied by rows");
        }
        assertThat(output).doesNotExist();
    }
}
