/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.image.RowSink;

/**
 * An image in floats: pixels have the values that ImageJ shows for those of another image, so that
 * a straight line as its calibration function is applied, and pixels of signed 16 bits have their
 * signs.
 *
 * @param image what the file of floats holds
 * @param offset value of a pixel that is 0
 * @param slope value of a pixel that is 1, less the offset
 */
public record CalibratedFloats(TiffImage image, double offset, double slope) {

    private static final double SIGN = 32768;
    private static final String STRAIGHT_LINE = "0";
    private static final String NUMBER = "[-+0-9.eE]{1,30}";

    /**
     * The floats of an image.
     *
     * @param image an image of one channel per pixel
     * @return what to write, and how to get there
     * @throws IllegalArgumentException if the pixels are colours, or are calibrated by a curve; the
     *     message begins with what they are
     */
    public static CalibratedFloats of(TiffImage image) {
        if (image.type() == SampleType.RGB8) {
            throw new IllegalArgumentException("RGB does not become 32-bit by rows");
        }
        String description = image.metadata().description();
        String function = value(description, "cf", "[0-9]{1,4}");
        if (!function.isEmpty() && !function.equals(STRAIGHT_LINE)) {
            throw new IllegalArgumentException(
                    "Calibration by a curve is not applied by rows, as 32-bit would need");
        }
        boolean signed = image.type() == SampleType.INT16;
        boolean line = function.equals(STRAIGHT_LINE) && image.type() != SampleType.FLOAT32;
        double offset = number(description, "c0", line, signed ? -SIGN : 0);
        double slope = number(description, "c1", line, 1);
        TiffMetadata metadata = image.metadata().forFloats(offset, slope);
        TiffImage floats =
                new TiffImage(
                        image.width(),
                        image.height(),
                        image.planes(),
                        SampleType.FLOAT32,
                        metadata);
        return new CalibratedFloats(floats, offset, slope);
    }

    private static double number(String description, String key, boolean told, double otherwise) {
        String text = told ? value(description, key, NUMBER) : "";
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String value(String description, String key, String pattern) {
        if (!description.startsWith("ImageJ=")) {
            return "";
        }
        Matcher line = Pattern.compile("(?m)^" + key + "=(" + pattern + ")$").matcher(description);
        return line.find() ? line.group(1) : "";
    }

    /**
     * Calibrates rows before they are written.
     *
     * @param sink takes calibrated values
     * @return takes pixels of the original image, which are changed
     */
    public RowSink calibrating(RowSink sink) {
        if (offset == 0 && slope == 1) {
            return sink;
        }
        return (y, rows, values) -> {
            for (int i = 0; i < rows * image.width(); i++) {
                values[0][i] = (float) (offset + slope * values[0][i]);
            }
            sink.write(y, rows, values);
        };
    }
}
