/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * PSNR and SSIM against scikit-image, on benchmark images that are not part of the project: runs
 * where {@code -Donemodel.shared=FOLDER} names the folder with golden/psnr_ssim.csv and data/set12.
 */
class ScikitImageReferenceTest {

    @Test
    void everyRowOfTheReferenceTableIsReproduced() throws IOException {
        String shared = System.getProperty("onemodel.shared");
        assumeTrue(shared != null, "onemodel.shared is not set");
        List<String> lines = Files.readAllLines(Path.of(shared, "golden", "psnr_ssim.csv"));
        assertThat(lines.get(0)).isEqualTo("reference,distortion,psnr_db,ssim");
        assertThat(lines).hasSizeGreaterThan(1);
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            Raster raster = ImageIO.read(Path.of(shared, "data", row[0]).toFile()).getRaster();
            int width = raster.getWidth();
            int height = raster.getHeight();
            float[] reference = raster.getSamples(0, 0, width, height, 0, (float[]) null);
            float[] image = distort(reference, width, row[1]);
            assertThat(Psnr.of(reference, image))
                    .as("PSNR of %s", line)
                    .isCloseTo(Double.parseDouble(row[2]), within(2e-6));
            assertThat(Ssim.of(reference, image, width, height))
                    .as("SSIM of %s", line)
                    .isCloseTo(Double.parseDouble(row[3]), within(2e-6));
        }
    }

    private static float[] distort(float[] reference, int width, String distortion) {
        float[] image = new float[reference.length];
        for (int i = 0; i < image.length; i++) {
            image[i] =
                    switch (distortion) {
                        case "gain0.9_offset10" ->
                                Math.min(255, (float) Math.rint(0.9 * reference[i] + 10));
                        case "shift_right_1" -> reference[i % width == 0 ? i + width - 1 : i - 1];
                        case "posterize_16" -> (float) Math.floor(reference[i] / 16) * 16 + 8;
                        default ->
                                throw new IllegalArgumentException(
                                        "The table has an unknown distortion: " + distortion + ".");
                    };
        }
        return image;
    }
}
