/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.train.settings.Settings;
import org.onemodel.train.settings.TrainingException;

class PlainCropsTest {

    private static final int SIDE = 8;

    @TempDir private Path folder;

    private PlainCrops open() {
        Map<?, ?> data = Map.of("images", folder.toString());
        return PlainCrops.open(DataConfig.read(new Settings(Map.of("data", data)), SIDE));
    }

    private void save(String name, int low, int high) {
        ByteProcessor image = new ByteProcessor(20, 12);
        for (int i = 0; i < 240; i++) {
            image.set(i, low + i % (high - low + 1));
        }
        IJ.saveAsTiff(new ImagePlus(name, image), folder.resolve(name).toString());
    }

    @Test
    void cropsAreOfAllFilesAndTheSameForTheSameState() {
        save("dark.tif", 0, 50);
        save("bright.tif", 200, 255);
        PlainCrops crops = open();
        SplittableRandom random = new SplittableRandom(1);
        int dark = 0;
        for (int i = 0; i < 40; i++) {
            float[] crop = crops.sample(random.split());
            assertThat(crop).hasSize(3 * SIDE * SIDE);
            dark += crop[0] < 0 ? 1 : 0;
        }
        assertThat(dark).isBetween(5, 35);
        assertThat(crops.sample(new SplittableRandom(7)))
                .isEqualTo(crops.sample(new SplittableRandom(7)));
    }

    @Test
    void aSingleFileIsEnoughAsNothingIsHeldOut() {
        save("only.tif", 0, 255);
        assertThat(open().sample(new SplittableRandom(1))).hasSize(3 * SIDE * SIDE);
    }

    @Test
    void aFolderWithoutUsableImagesIsNamed() {
        assertThatThrownBy(this::open)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("data.images");
    }
}
