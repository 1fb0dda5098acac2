/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.Explorer;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** The commands for noise maps give what the service gives. */
class NoiseMapCommandsTest {

    private static final String MODELS = "onemodel.models";
    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults().withModel(TinyBundle.NAME).withDevice("cpu");

    @TempDir private static Path folder;
    private static String modelsBefore;
    private static Context context;
    private static OneModelService service;
    private static Explorer explorer;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(folder);
        modelsBefore = System.setProperty(MODELS, folder.toString());
        context = new Context(CommandService.class, OneModelService.class);
        service = context.service(OneModelService.class);
        explorer = service.explorer(OPTIONS);
    }

    @AfterAll
    static void stop() {
        context.dispose();
        if (modelsBefore == null) {
            System.clearProperty(MODELS);
        } else {
            System.setProperty(MODELS, modelsBefore);
        }
    }

    private static ImagePlus result(
            Class<? extends Command> command, ImagePlus image, Object... others)
            throws InterruptedException, ExecutionException {
        Map<String, Object> inputs = new HashMap<>(Map.of("device", "cpu"));
        if (command != DecodeNoiseMaps.class) {
            inputs.put("model", TinyBundle.NAME);
        }
        inputs.put("image", image);
        for (int i = 0; i < others.length; i += 2) {
            inputs.put((String) others[i], others[i + 1]);
        }
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        Module done = context.service(ModuleService.class).run(info, true, inputs).get();
        return (ImagePlus) done.getOutput("result");
    }

    private static void assertSame(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getTitle()).isEqualTo(expected.getTitle());
        assertSamePixels(actual, expected);
    }

    private static void assertSamePixels(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getBitDepth()).isEqualTo(expected.getBitDepth());
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    private static ImagePlus hyperstack() {
        ImagePlus stack = TinyModel.image(40, 30, 12, 16);
        stack.setDimensions(2, 3, 2);
        ImagePlus image = new CompositeImage(stack, CompositeImage.COMPOSITE);
        image.setRoi(new Roi(3, 4, 33, 20));
        return image;
    }

    @Test
    void exportTakesPlanesRegionModeAndSize() throws Exception {
        ImagePlus image = hyperstack();
        NoiseMapFormat format =
                NoiseMapFormat.parse("all", "1,3", "current", "normalized", "native");
        List<ImagePlus> expected = explorer.noiseMaps(image, format);

        ImagePlus finest =
                result(
                        ExportNoiseMaps.class,
                        image,
                        "channels",
                        "all",
                        "slices",
                        "1,3",
                        "mode",
                        "normalized",
                        "size",
                        "native");

        assertSame(finest, expected.get(2));
        assertThat(finest.getDimensions()).containsExactly(33, 20, 2, 2, 2);
        ImagePlus whole = result(ExportNoiseMaps.class, image, "region", "whole");
        assertThat(whole.getWidth()).isEqualTo(40);
    }

    @Test
    void anExportedStackIsDecodedWithTheModelThatReadIt() throws Exception {
        ImagePlus image = TinyModel.image(70, 40, 1, 8);
        ImagePlus maps = result(ExportNoiseMaps.class, image);
        assertSamePixels(result(DecodeNoiseMaps.class, maps), service.reconstruct(image, OPTIONS));

        maps.getStack().getProcessor(2).multiply(-1);
        ImagePlus decoded = result(DecodeNoiseMaps.class, maps, "output", "32-bit");
        assertThat(decoded.getBitDepth()).isEqualTo(32);
        RestoreOptions floats =
                OPTIONS.withImageWords("all", "all", "all", "auto", "stack", "32-bit");
        assertSame(decoded, service.explorer(floats).decode(maps));
    }

    @Test
    void otherOpenStacksOfTheExportAreTakenAlong() throws Exception {
        ImagePlus image = TinyModel.image(50, 40, 1, 8);
        NoiseMapFormat format =
                NoiseMapFormat.parse("current", "current", "current", "raw", "native");
        List<ImagePlus> stacks = explorer.noiseMaps(image, format);
        stacks.forEach(stack -> stack.getProcessor().multiply(2));
        ImagePlus other = explorer.noiseMaps(image, NoiseMapFormat.DEFAULT).get(0);
        try {
            stacks.forEach(WindowManager::setTempCurrentImage);
            ImagePlus all = explorer.decode(stacks.toArray(ImagePlus[]::new));
            ImagePlus one = explorer.decode(stacks.get(1));
            assertThat(all.getProcessor().getPixels()).isNotEqualTo(one.getProcessor().getPixels());
            assertSamePixels(result(DecodeNoiseMaps.class, stacks.get(1)), one);
            assertThat(explorer.openTogetherWith(other)).containsExactly(other);
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    @Test
    void embeddingsAreWrittenAndRead() throws Exception {
        ImagePlus image = TinyModel.image(50, 40, 3, 16);
        File file = folder.resolve("exported.npz").toFile();
        ImagePlus maps = result(ExportNoiseMaps.class, image, "embedding", file, "slices", "all");
        ImagePlus lost = new ImagePlus("lost", maps.getStack());
        ImagePlus reconstructed = service.reconstruct(image, OPTIONS);

        assertSamePixels(result(DecodeNoiseMaps.class, lost, "embedding", file), reconstructed);
        assertSamePixels(explorer.decode(file.toPath()), reconstructed);

        File kept = folder.resolve("kept.npz").toFile();
        image.setRoi(new Roi(5, 6, 30, 20));
        assertSame(
                result(Reconstruct.class, image, "embedding", kept),
                service.reconstruct(image, OPTIONS));
        assertThat(explorer.decode(kept.toPath()).getStackSize()).isEqualTo(3);
    }

    @Test
    void whatIsMissingIsToldInOneSentence() {
        ImagePlus image = TinyModel.image(40, 30, 1, 8);
        assertFails(DecodeNoiseMaps.class, image, "'tiny.tif' does not bring the latent code");
        assertFails(DecodeNoiseMaps.class, image, "The stacks are 'some'; ", "stacks", "some");
        assertFails(DecodeNoiseMaps.class, image, "The option output is", "output", "8-bit");
        assertFails(DecodeNoiseMaps.class, image, "There is nothing to decode", "stacks", "none");
        assertFails(DecodeNoiseMaps.class, null, "The image is missing or has no pixels");
        File none = folder.resolve("none.npz").toFile();
        assertFails(DecodeNoiseMaps.class, image, "There is no file", "embedding", none);
        File text = folder.resolve("embedding.txt").toFile();
        String sentence = text + " can't be written: the name of an embedding ends with .npz.";
        assertFails(ExportNoiseMaps.class, image, sentence, "embedding", text);
        assertFails(Reconstruct.class, image, sentence, "embedding", text);
        File nowhere = folder.resolve("no/where.npz").toFile();
        assertFails(Reconstruct.class, image, nowhere + " can't be written", "embedding", nowhere);
        assertFails(ExportNoiseMaps.class, image, "The option size is 'big'", "size", "big");
    }

    private static void assertFails(
            Class<? extends Command> command, ImagePlus image, String message, Object... others) {
        assertThatThrownBy(() -> result(command, image, others))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(message);
    }
}
