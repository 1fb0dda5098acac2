/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/** How near projections come: with the model that comes with the plugin, and from afar. */
class ProjectionQualityTest {

    private static ImagePlus crop(String name) {
        ImagePlus image = IJ.openImage("test-images/" + name + "-clean.tif");
        image.setRoi(100, 100, 48, 48);
        return image.crop("1-1");
    }

    private static List<CurvePoint> curve(
            Autoencoder model, int tile, ImagePlus image, int steps, Start start) {
        ProjectionOptions options = ProjectionOptions.defaults().withSteps(steps).withStart(start);
        return new Projector(model, tile, RestoreOptions.defaults(), options)
                .of(image, Progress.NONE)
                .curve()
                .points();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "tissue"})
    void theEncodersAnswerIsBetteredAndTheMeanLeftBehindInEachStep(String name) throws Exception {
        ModelBundle bundle = Models.standard().find(RestoreOptions.DEFAULT_MODEL);
        try (Autoencoder model = bundle.load(Device.cpu())) {
            int tile = bundle.description().architecture().size();
            List<CurvePoint> encoder = curve(model, tile, crop(name), 50, Start.ENCODER);
            List<CurvePoint> mean = curve(model, tile, crop(name), 50, Start.MEAN);

            assertThat(encoder.get(50).psnr()).isGreaterThan(encoder.get(0).psnr() + 3);
            assertThat(mean.get(50).psnr()).isGreaterThan(mean.get(0).psnr() + 20);
            for (int i = 0; i <= 50; i++) {
                assertThat(encoder.get(i).psnr())
                        .as("step %d", i)
                        .isGreaterThan(mean.get(i).psnr());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder.pt",
                "stylegan1_wencoder.pt",
                "stylegan1_twostem.pt",
                "stylegan2_wplusencoder.pt",
                "stylegan2_wencoder.pt",
                "stylegan2_wwplusencoder.pt"
            })
    void networksOfBothVersionsAndSpacesComeNearer(String file) throws Exception {
        try (Autoencoder model = ProjectionModels.golden(file)) {
            int tile = model.decoder().size();
            for (Start start : Start.values()) {
                List<CurvePoint> curve = curve(model, tile, crop("cells"), 20, start);

                assertThat(curve.get(20).psnr())
                        .as("from %s", start)
                        .isGreaterThan(curve.get(0).psnr() + 5);
            }
        }
    }
}
