/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.plugin.FileInfoVirtualStack;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.image.RowSink;

/** What is written here, ImageJ reads, with all that it knew of the image before. */
class TiffWriterTest {

    @TempDir Path folder;
    private Path input;
    private Path output;

    @BeforeEach
    void nameFiles() {
        input = folder.resolve("in.tif");
        output = folder.resolve("out.tif");
    }

    static Stream<Arguments> typesOrdersAndDepths() {
        return Stream.of(8, 16, 32, 24)
                .flatMap(
                        bits ->
                                Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
                                        .flatMap(
                                                order ->
                                                        Stream.of(1, 3)
                                                                .map(
                                                                        depth ->
                                                                                Arguments.of(
                                                                                        bits, order,
                                                                                        depth))));
    }

    @ParameterizedTest
    @MethodSource("typesOrdersAndDepths")
    void imageJReadsACopyOfWhatItWrote(int bits, ByteOrder order, int depth) throws IOException {
        ImagePlus image = ImageJFiles.random(37, 23, depth, bits);
        image.getCalibration().setUnit("um");
        image.getCalibration().pixelWidth = 0.25;
        ImageJFiles.save(image, input, order);
        copy(5);
        ImagePlus read = new Opener().openImage(output.toString());
        ImageJFiles.assertSamePixels(read, image);
        assertThat(read.getCalibration().getUnit()).isEqualTo(image.getCalibration().getUnit());
        assertThat(read.getCalibration().pixelWidth).isEqualTo(0.25);
        try (TiffPlanes planes = TiffPlanes.open(output)) {
            assertThat(planes.image().metadata().order()).isEqualTo(order);
            ImageJFiles.assertSamePixels(planes, image);
        }
    }

    @Test
    void imageJReadsPlanesOfManyStrips() throws IOException {
        ImagePlus image = ImageJFiles.random(1500, 1200, 3, 16);
        ImageJFiles.save(image, input, ByteOrder.BIG_ENDIAN);
        copy(100);
        ImageJFiles.assertSamePixels(new Opener().openImage(output.toString()), image);
    }

    @Test
    void imageJReadsPlanesOfManyStripsVirtually() throws IOException {
        ImagePlus image = ImageJFiles.random(1500, 1200, 3, 16);
        ImageJFiles.save(image, input, ByteOrder.BIG_ENDIAN);
        copy(100);
        ImagePlus virtual = FileInfoVirtualStack.openVirtual(output.toString());
        assertThat(virtual.getStack().isVirtual()).isTrue();
        ImageJFiles.assertSamePixels(virtual, image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void nothingThatImageJKnowsOfTheImageIsLost(String order) throws IOException {
        ImagePlus image = hyperstack();
        ImageJFiles.save(
                image,
                input,
                order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        copy(7);
        ImagePlus read = new Opener().openImage(output.toString());
        ImageJFiles.assertSamePixels(read, image);
        assertThat(read.getDimensions()).containsExactly(40, 30, 2, 3, 2);
        assertThat(read.isHyperStack()).isTrue();
        Calibration calibration = read.getCalibration();
        assertThat(calibration.pixelHeight).isEqualTo(0.25);
        assertThat(calibration.pixelDepth).isEqualTo(1.5);
        assertThat(calibration.frameInterval).isEqualTo(12.5);
        assertThat(calibration.getUnit()).isEqualTo(image.getCalibration().getUnit());
        assertThat(read.getStack().getSliceLabel(5)).isEqualTo("label 5");
        for (int c = 0; c < 2; c++) {
            LUT lut = ((CompositeImage) read).getChannelLut(c + 1);
            LUT expected = ((CompositeImage) image).getChannelLut(c + 1);
            assertThat(lut.getBytes()).isEqualTo(expected.getBytes());
            assertThat(lut.min).isEqualTo(expected.min);
            assertThat(lut.max).isEqualTo(expected.max);
        }
        assertThat(read.getOverlay().size()).isEqualTo(1);
        assertThat(read.getOverlay().get(0).getBounds()).isEqualTo(new Rectangle(3, 4, 10, 11));
        assertThat(read.getRoi().getBounds()).isEqualTo(new Rectangle(1, 2, 5, 6));
        assertThat(read.getInfoProperty()).contains("Objective = 63x");
        assertThat(read.getProp("Dye")).isEqualTo("DAPI");
    }

    private static ImagePlus hyperstack() {
        ImagePlus plain = ImageJFiles.random(40, 30, 12, 16);
        for (int i = 1; i <= 12; i++) {
            plain.getStack().setSliceLabel("label " + i, i);
        }
        plain.setDimensions(2, 3, 2);
        CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
        image.setOpenAsHyperStack(true);
        LUT first = LUT.createLutFromColor(Color.MAGENTA);
        first.min = 100;
        first.max = 4000;
        LUT second = LUT.createLutFromColor(Color.GREEN);
        second.min = 7;
        second.max = 60000;
        image.setLuts(new LUT[] {first, second});
        Calibration calibration = image.getCalibration();
        calibration.setUnit("um");
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 0.25;
        calibration.pixelDepth = 1.5;
        calibration.frameInterval = 12.5;
        image.setOverlay(new Overlay(new Roi(3, 4, 10, 11)));
        image.setRoi(1, 2, 5, 6);
        image.setProperty("Info", "Objective = 63x");
        image.setProp("Dye", "DAPI");
        return image;
    }

    @Test
    void aColourTableIsKept() throws IOException {
        ImagePlus image = ImageJFiles.random(20, 10, 1, 8);
        image.setLut(LUT.createLutFromColor(Color.ORANGE));
        image.setTypeToColor256();
        ImageJFiles.save(image, input, ByteOrder.BIG_ENDIAN);
        copy(10);
        ImagePlus read = new Opener().openImage(output.toString());
        assertThat(read.getProcessor().getLut().getBytes())
                .isEqualTo(LUT.createLutFromColor(Color.ORANGE).getBytes());
        assertThat(read.getType()).isEqualTo(new Opener().openImage(input.toString()).getType());
    }

    @Test
    void integersAreRoundedAndClamped() throws IOException {
        float[][] values = {{-3, 0.4f, 0.6f, 254.7f, 255.4f, 1e9f}};
        TiffImage image = image(6, 1, 1, SampleType.UINT8);
        TiffWriter.write(output, image, writer -> writer.plane(0).write(0, 1, values));
        assertThat((byte[]) new Opener().openImage(output.toString()).getProcessor().getPixels())
                .containsExactly(0, 0, 1, (byte) 255, (byte) 255, (byte) 255);
    }

    @Test
    void signedValuesAreThoseOfImageJ() throws IOException {
        float[][] values = {{-1, 0, 32767, 32768, 65535, 70000}};
        TiffImage image = image(6, 1, 1, SampleType.INT16);
        TiffWriter.write(output, image, writer -> writer.plane(0).write(0, 1, values));
        ImagePlus read = new Opener().openImage(output.toString());
        assertThat((short[]) read.getProcessor().getPixels())
                .containsExactly(0, 0, 32767, (short) 32768, (short) 65535, (short) 65535);
        assertThat(read.getCalibration().isSigned16Bit()).isTrue();
        try (TiffPlanes planes = TiffPlanes.open(output)) {
            assertThat(Rows.all(planes.plane(0))[0])
                    .containsExactly(0, 0, 32767, 32768, 65535, 65535);
        }
    }

    @Test
    void planesAreWrittenInAnyOrder() throws IOException {
        float[][] first = {{1, 2, 3, 4}};
        float[][] second = {{5, 6, 7, 8}};
        TiffWriter.write(
                output,
                image(2, 2, 2, SampleType.UINT16),
                writer -> {
                    RowSink one = writer.plane(0);
                    writer.plane(1).write(0, 2, second);
                    one.write(0, 1, first);
                    one.write(1, 1, new float[][] {{3, 4}});
                });
        ImagePlus read = new Opener().openImage(output.toString());
        assertThat((short[]) read.getStack().getPixels(1)).containsExactly(1, 2, 3, 4);
        assertThat((short[]) read.getStack().getPixels(2)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void theMetadataOfOtherPlanesAreLeftOut() throws IOException {
        ImageJFiles.save(hyperstack(), input, ByteOrder.BIG_ENDIAN);
        TiffMetadata metadata;
        try (TiffPlanes planes = TiffPlanes.open(input)) {
            metadata = planes.image().metadata();
        }
        assertThatThrownBy(() -> new TiffImage(40, 30, 1, SampleType.UINT16, metadata))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The metadata are those of 12 planes and the image has 1; write it without"
                                + " them.");
        TiffImage one = new TiffImage(40, 30, 1, SampleType.UINT16, metadata.withoutPlanes());
        TiffWriter.write(
                output, one, writer -> writer.plane(0).write(0, 30, new float[1][40 * 30]));
        ImagePlus read = new Opener().openImage(output.toString());
        assertThat(read.getDimensions()).containsExactly(40, 30, 1, 1, 1);
        assertThat(read.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(read.getOverlay()).isNull();
    }

    @Test
    void rowsThatAreLeftOutLeaveTheOldFile() throws IOException {
        Files.writeString(output, "old");
        assertThatThrownBy(
                        () ->
                                TiffWriter.write(
                                        output,
                                        image(2, 3, 1, SampleType.UINT8),
                                        writer -> writer.plane(0).write(0, 2, new float[1][4])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(output + " lacks rows: a plane has 2 of 3; write all before the end.");
        assertOnlyTheOldFileIsThere();
    }

    @Test
    void rowsOutOfTurnAreRefused() throws IOException {
        Files.writeString(output, "old");
        assertThatThrownBy(
                        () ->
                                TiffWriter.write(
                                        output,
                                        image(2, 3, 1, SampleType.UINT8),
                                        writer -> writer.plane(0).write(1, 1, new float[1][2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Plane 1 of " + output + " takes rows from 0 to 2, and 1 from 1 came.");
        assertOnlyTheOldFileIsThere();
    }

    @Test
    void aPlaneMayBeWrittenAgainFromItsFirstRow() throws IOException {
        TiffWriter.write(
                output,
                image(2, 3, 1, SampleType.UINT8),
                writer -> {
                    RowSink plane = writer.plane(0);
                    plane.write(0, 2, new float[][] {{9, 9, 9, 9}});
                    plane.write(0, 1, new float[][] {{1, 2}});
                    plane.write(1, 2, new float[][] {{3, 4, 5, 6}});
                });
        ImagePlus read = new Opener().openImage(output.toString());
        assertThat((byte[]) read.getProcessor().getPixels()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void valuesThatAreNoNumbersAreRefused() throws IOException {
        Files.writeString(output, "old");
        float[][] values = {{0, 0, 0, Float.NaN, 0, 0}};
        assertThatThrownBy(
                        () ->
                                TiffWriter.write(
                                        output,
                                        image(2, 3, 1, SampleType.UINT8),
                                        writer -> writer.plane(0).write(0, 3, values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Plane 1 of "
                                + output
                                + " would have a NaN or infinite pixel at x=1, y=1; check the"
                                + " model, or try it on the CPU.");
        assertOnlyTheOldFileIsThere();
    }

    private void assertOnlyTheOldFileIsThere() {
        assertThat(output).hasContent("old");
        assertThat(folder).isDirectoryContaining(output::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anImageLargerThanTheDiskIsRefusedBeforeTheWork() {
        TiffImage image = image(1 << 24, 1 << 10, 1_000_000, SampleType.FLOAT32);
        assertThatThrownBy(
                        () ->
                                TiffWriter.write(
                                        output,
                                        image,
                                        writer -> {
                                            throw new AssertionError("The work began.");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(output + " can't be written: it needs 655")
                .hasMessageEndingWith("MB left; make room or choose another folder.");
    }

    private static TiffImage image(int width, int height, int planes, SampleType type) {
        return new TiffImage(width, height, planes, type, TiffMetadata.none(type));
    }

    private void copy(int rows) throws IOException {
        try (TiffPlanes planes = TiffPlanes.open(input)) {
            TiffWriter.write(output, planes.image(), writer -> Rows.copy(planes, writer, rows));
        }
    }
}
