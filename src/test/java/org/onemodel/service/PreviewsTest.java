/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ij.ImagePlus;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.KnownTreatments;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Preview;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.scijava.Context;
import org.scijava.log.LogService;

class PreviewsTest {

    private static final Rectangle VISIBLE = new Rectangle(5, 6, 30, 20);

    @TempDir private Path folder;
    private Context context;
    private OneModelService service;
    private RestoreOptions options;

    @BeforeEach
    void start() throws IOException {
        TinyBundle.write(folder);
        context = new Context(OneModelService.class, LogService.class);
        service = context.service(OneModelService.class);
        options = RestoreOptions.defaults().withModel(bundle().toString()).withDevice("cpu");
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private Path bundle() {
        return folder.resolve(TinyBundle.NAME);
    }

    private static int greyAt(Preview preview, int x, int y) {
        Rectangle part = preview.picture().part();
        return preview.picture().draw().getRGB(x - part.x, y - part.y) & 0xff;
    }

    @Test
    void everyToolHasAPreviewOfWhatItMakes() {
        ImagePlus image = TinyModel.image(50, 40, 1, 8);
        Previews previews = service.previews(image);

        int denoised = service.denoise(image, options).getProcessor().get(20, 15);
        int reconstructed = service.reconstruct(image, options).getProcessor().get(20, 15);
        int scaled =
                service.scaleNoise(image, options, NoiseMapSelection.ALL, 0.2)
                        .getProcessor()
                        .get(20, 15);

        assertThat(greyAt(previews.denoise(options, VISIBLE, () -> false), 20, 15))
                .isBetween(denoised - 1, denoised + 1);
        assertThat(greyAt(previews.reconstruct(options, VISIBLE, () -> false), 20, 15))
                .isBetween(reconstructed - 1, reconstructed + 1);
        assertThat(
                        greyAt(
                                previews.scaleNoise(
                                        options, NoiseMapSelection.ALL, 0.2, VISIBLE, () -> false),
                                20,
                                15))
                .isBetween(scaled - 1, scaled + 1);
        assertThat(reconstructed).as("otherwise this would prove nothing").isNotEqualTo(scaled);
    }

    @Test
    void aHundredPreviewsLeaveNothingInTheModelsMemory() throws IOException {
        ImagePlus image = TinyModel.image(60, 60, 1, 8);
        try (LoadedModels models = new LoadedModels()) {
            ModelBundle bundle = ModelBundle.open(bundle());
            int before =
                    models.with(bundle, Device.cpu(), m -> m.manager().getManagedArrays().size());
            for (int i = 0; i < 100; i++) {
                models.with(
                        bundle,
                        Device.cpu(),
                        m ->
                                Restorers.denoiser(m, bundle.description(), options)
                                        .preview(
                                                image,
                                                VISIBLE,
                                                new KnownTreatments(),
                                                Progress.NONE));
            }
            int after =
                    models.with(bundle, Device.cpu(), m -> m.manager().getManagedArrays().size());

            assertThat(after).isEqualTo(before);
            assertThat(models.count()).isEqualTo(1);
        }
    }

    @Test
    void aPreviewLeavesNoLineInTheLog() {
        List<String> lines = new ArrayList<>();
        context.service(LogService.class).addLogListener(message -> lines.add(message.text()));
        ImagePlus image = TinyModel.image(50, 40, 1, 8);

        service.previews(image).denoise(options, VISIBLE, () -> false);

        assertThat(lines).isEmpty();
    }

    @Test
    void whatAUserCanPutRightIsASentence() {
        Previews previews = service.previews(TinyModel.image(50, 40, 1, 8));

        assertThatThrownBy(
                        () ->
                                previews.denoise(
                                        options.withModel("no-such-model"), VISIBLE, () -> false))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("no-such-model");
        assertThatThrownBy(() -> previews.denoise(options.withTile(17), VISIBLE, () -> false))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The tile size is 17 pixels; ");
        assertThatThrownBy(() -> previews.denoise(options, VISIBLE, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
