/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.image.ImageTemplate;
import org.onemodel.npz.NpzContent;
import org.onemodel.npz.NpzFile;

/**
 * The arrays that say what a decoded image is like: {@code title}, {@code bit_depth}, {@code
 * dimensions} (channels, slices, frames), {@code labels}, {@code calibration}, {@code units},
 * {@code value_function}, {@code display}, {@code luts} and {@code composite}. Texts are UTF-8
 * bytes; where there are several, byte 0 is between them.
 */
final class TemplateArrays {

    private static final String SEPARATOR = "\0";
    private static final int LUT_SIZE = 256;
    private static final int RGB = 24;
    private static final int CALIBRATION_NUMBERS = 7;
    private static final int UNITS = 5;

    private TemplateArrays() {}

    /** Adds a template. */
    static void write(ImageTemplate template, NpzContent content) {
        ImagePlus image = template.blank();
        int channels = image.getNChannels();
        content.text("title", image.getTitle())
                .longs("bit_depth", new long[] {image.getBitDepth()}, 1)
                .longs(
                        "dimensions",
                        new long[] {channels, image.getNSlices(), image.getNFrames()},
                        3)
                .text("labels", labels(image.getStack()));
        write(image.getCalibration(), content);
        LUT[] luts =
                image.isComposite() ? image.getLuts() : new LUT[] {image.getProcessor().getLut()};
        if (image.getBitDepth() == RGB || luts.length != (image.isComposite() ? channels : 1)) {
            return;
        }
        double[] display = new double[2 * luts.length];
        byte[] tables = new byte[luts.length * 3 * LUT_SIZE];
        for (int i = 0; i < luts.length; i++) {
            byte[] table = new byte[3 * LUT_SIZE];
            luts[i].getReds(table);
            System.arraycopy(table, 0, tables, 3 * i * LUT_SIZE, LUT_SIZE);
            luts[i].getGreens(table);
            System.arraycopy(table, 0, tables, (3 * i + 1) * LUT_SIZE, LUT_SIZE);
            luts[i].getBlues(table);
            System.arraycopy(table, 0, tables, (3 * i + 2) * LUT_SIZE, LUT_SIZE);
            display[2 * i] = image.isComposite() ? luts[i].min : image.getDisplayRangeMin();
            display[2 * i + 1] = image.isComposite() ? luts[i].max : image.getDisplayRangeMax();
        }
        long mode = image instanceof CompositeImage composite ? composite.getMode() : 0;
        content.doubles("display", display, luts.length, 2)
                .bytes("luts", tables, luts.length, 3, LUT_SIZE)
                .longs("composite", new long[] {mode}, 1);
    }

    private static String labels(ImageStack stack) {
        return String.join(
                SEPARATOR,
                IntStream.rangeClosed(1, stack.size())
                        .mapToObj(stack::getSliceLabel)
                        .map(label -> label == null ? "" : label.replace(SEPARATOR, ""))
                        .toList());
    }

    private static void write(Calibration calibration, NpzContent content) {
        double[] numbers = {
            calibration.pixelWidth,
            calibration.pixelHeight,
            calibration.pixelDepth,
            calibration.xOrigin,
            calibration.yOrigin,
            calibration.zOrigin,
            calibration.frameInterval
        };
        List<String> units =
                List.of(
                        calibration.getXUnit(),
                        calibration.getYUnit(),
                        calibration.getZUnit(),
                        calibration.getTimeUnit(),
                        calibration.getValueUnit());
        content.doubles("calibration", numbers, numbers.length)
                .text("units", String.join(SEPARATOR, units));
        double[] coefficients = calibration.getCoefficients();
        if (calibration.calibrated() && coefficients != null) {
            double[] function = new double[coefficients.length + 1];
            function[0] = calibration.getFunction();
            System.arraycopy(coefficients, 0, function, 1, coefficients.length);
            content.doubles("value_function", function, function.length);
        }
    }

    /**
     * Reads a template.
     *
     * @param file the open file
     * @param width columns of a plane
     * @param height rows of a plane
     * @throws IOException if an array is missing or can't be read
     * @throws IllegalArgumentException if numbers make no sense
     */
    static ImageTemplate read(NpzFile file, int width, int height) throws IOException {
        long[] dimensions = file.longs("dimensions");
        long[] depth = file.longs("bit_depth");
        String title = text(file, "title");
        require(
                dimensions.length == 3 && Arrays.stream(dimensions).allMatch(n -> n >= 1),
                "dimensions");
        long planes =
                Math.multiplyExact(Math.multiplyExact(dimensions[0], dimensions[1]), dimensions[2]);
        require(planes <= 1 << 20, "dimensions");
        require(depth.length == 1, "bit_depth");
        ImageTemplate blank =
                ImageTemplate.ofBlank(
                        blank(
                                title.isBlank() ? "decoded" : title,
                                processor((int) depth[0], width, height),
                                dimensions));
        ImagePlus image = blank.blank();
        labels(text(file, "labels"), image);
        image.setCalibration(calibration(file));
        return file.names().contains("luts") ? ImageTemplate.ofBlank(coloured(image, file)) : blank;
    }

    /**
     * A blank template.
     *
     * @param title its title
     * @param plane a plane, which all share
     * @param dimensions channels, slices and frames
     */
    static ImagePlus blank(String title, ImageProcessor plane, long... dimensions) {
        ImageStack stack = new ImageStack(plane.getWidth(), plane.getHeight());
        long planes = dimensions[0] * dimensions[1] * dimensions[2];
        for (long i = 0; i < planes; i++) {
            stack.addSlice(null, plane.getPixels());
        }
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions((int) dimensions[0], (int) dimensions[1], (int) dimensions[2]);
        image.setOpenAsHyperStack(
                Arrays.stream(dimensions).filter(length -> length > 1).count() > 1);
        return image;
    }

    private static ImageProcessor processor(int bits, int width, int height) {
        return switch (bits) {
            case 8 -> new ByteProcessor(width, height);
            case 16 -> new ShortProcessor(width, height);
            case 32 -> new FloatProcessor(width, height);
            case RGB -> new ColorProcessor(width, height);
            default -> throw new IllegalArgumentException("its pixels have " + bits + " bits");
        };
    }

    private static void require(boolean condition, String array) {
        if (!condition) {
            throw new IllegalArgumentException("its array " + array + " makes no sense");
        }
    }

    /** A text. */
    static String text(NpzFile file, String name) throws IOException {
        return new String(file.bytes(name), StandardCharsets.UTF_8);
    }

    private static void labels(String labels, ImagePlus image) {
        String[] each = labels.split(SEPARATOR, -1);
        for (int i = 0; i < Math.min(each.length, image.getStackSize()); i++) {
            image.getStack().setSliceLabel(each[i].isEmpty() ? null : each[i], i + 1);
        }
        if (image.getStackSize() == 1 && !each[0].isEmpty()) {
            image.setProp("Slice_Label", each[0]);
        }
    }

    private static Calibration calibration(NpzFile file) throws IOException {
        double[] numbers = file.doubles("calibration");
        String[] units = text(file, "units").split(SEPARATOR, -1);
        require(
                numbers.length == CALIBRATION_NUMBERS
                        && Arrays.stream(numbers).allMatch(Double::isFinite),
                "calibration");
        require(units.length == UNITS, "units");
        Calibration calibration = new Calibration();
        calibration.pixelWidth = numbers[0];
        calibration.pixelHeight = numbers[1];
        calibration.pixelDepth = numbers[2];
        calibration.xOrigin = numbers[3];
        calibration.yOrigin = numbers[4];
        calibration.zOrigin = numbers[5];
        calibration.frameInterval = numbers[6];
        calibration.setXUnit(units[0]);
        calibration.setYUnit(units[1]);
        calibration.setZUnit(units[2]);
        calibration.setTimeUnit(units[3]);
        if (file.names().contains("value_function")) {
            double[] function = file.doubles("value_function");
            require(function.length >= 2 && function.length < 16, "value_function");
            calibration.setFunction(
                    (int) function[0], Arrays.copyOfRange(function, 1, function.length), units[4]);
        } else {
            calibration.setValueUnit(units[4]);
        }
        return calibration;
    }

    private static ImagePlus coloured(ImagePlus image, NpzFile file) throws IOException {
        byte[] tables = file.bytes("luts");
        double[] display = file.doubles("display");
        long[] mode = file.longs("composite");
        require(
                mode.length == 1 && mode[0] >= 0 && mode[0] <= CompositeImage.TRANSPARENT,
                "composite");
        int channels = mode[0] > 0 ? image.getNChannels() : 1;
        require(tables.length == channels * 3 * LUT_SIZE, "luts");
        require(
                display.length == 2 * channels && Arrays.stream(display).allMatch(Double::isFinite),
                "display");
        LUT[] luts = new LUT[channels];
        for (int i = 0; i < channels; i++) {
            int from = i * 3 * LUT_SIZE;
            luts[i] =
                    new LUT(
                            Arrays.copyOfRange(tables, from, from + LUT_SIZE),
                            Arrays.copyOfRange(tables, from + LUT_SIZE, from + 2 * LUT_SIZE),
                            Arrays.copyOfRange(tables, from + 2 * LUT_SIZE, from + 3 * LUT_SIZE));
            luts[i].min = display[2 * i];
            luts[i].max = display[2 * i + 1];
        }
        if (mode[0] == 0) {
            image.setLut(luts[0]);
            image.setDisplayRange(luts[0].min, luts[0].max);
            image.getStack().update(image.getProcessor());
            return image;
        }
        int[] size = image.getDimensions();
        CompositeImage composite = new CompositeImage(image, (int) mode[0]);
        composite.setDimensions(size[2], size[3], size[4]);
        composite.setLuts(luts);
        composite.setMode((int) mode[0]);
        return composite;
    }
}
