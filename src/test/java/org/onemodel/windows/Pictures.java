/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Pictures of the display. */
final class Pictures {

    private static final int EQUAL = 3;
    private static final int MOST = 20;
    private static final int PALETTE = 256;
    private static final int PAUSE_MILLIS = 100;

    private Pictures() {}

    /** Takes a picture of a part of the display, once that does not change any more. */
    static void take(Robot robot, Rectangle part, Path file) throws IOException {
        BufferedImage picture = robot.createScreenCapture(part);
        int equal = 1;
        for (int taken = 1; taken < MOST && equal < EQUAL; taken++) {
            robot.delay(PAUSE_MILLIS);
            BufferedImage next = robot.createScreenCapture(part);
            equal = Arrays.equals(pixels(picture), pixels(next)) ? equal + 1 : 1;
            picture = next;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(small(trimmed(picture)), "png", file.toFile());
    }

    /** Without white columns at the right and white rows below. */
    private static BufferedImage trimmed(BufferedImage picture) {
        int[] colours = pixels(picture);
        int width = 1;
        int height = 1;
        for (int i = 0; i < colours.length; i++) {
            if (colours[i] != Color.WHITE.getRGB()) {
                width = Math.max(width, i % picture.getWidth() + 1);
                height = i / picture.getWidth() + 1;
            }
        }
        return picture.getSubimage(0, 0, width, height);
    }

    /** With 64 levels of each colour and a palette, or with 32 levels if it is colourful. */
    private static BufferedImage small(BufferedImage picture) {
        int[] colours = IntStream.of(pixels(picture)).map(Pictures::coarse).toArray();
        int[] palette = IntStream.of(colours).distinct().sorted().toArray();
        int width = picture.getWidth();
        int height = picture.getHeight();
        if (palette.length > PALETTE) {
            int[] coarser = IntStream.of(colours).map(Pictures::coarser).toArray();
            picture.setRGB(0, 0, width, height, coarser, 0, width);
            return picture;
        }
        IndexColorModel model =
                new IndexColorModel(
                        Byte.SIZE, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < colours.length; i++) {
            int index = Arrays.binarySearch(palette, colours[i]);
            indexed.getRaster().setSample(i % width, i / width, 0, index);
        }
        return indexed;
    }

    /** Six bits of each colour, so spread that black and white stay. */
    private static int coarse(int rgb) {
        int high = rgb & 0xfcfcfc;
        return high | high >> 6 & 0x030303;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Five bits of each colour, alike. */
    private static int coarser(int rgb) {
        int high = rgb & 0xf8f8f8;
        return high | high >> 5 & 0x070707;
    }
}
