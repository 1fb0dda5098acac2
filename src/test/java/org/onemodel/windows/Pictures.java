/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures of the display. */
final class Pictures {

    private static final int EQUAL = 3;
    private static final int MOST = 20;
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
        ImageIO.write(picture, "png", file.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
