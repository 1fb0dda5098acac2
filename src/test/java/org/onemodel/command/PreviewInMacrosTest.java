/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

class PreviewInMacrosTest {

    @TempDir private Path folder;
    private Context context;

    @BeforeEach
    void start() throws IOException {
        TinyBundle.write(folder);
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private CommandInfo info(Class<? extends Command> command) {
        return context.service(CommandService.class).getCommand(command);
    }

    private ImagePlus result(Class<? extends Command> command, Map<String, Object> more)
            throws Exception {
        Map<String, Object> inputs = new HashMap<>(more);
        inputs.put("image", TinyModel.image(40, 40, 1, 8));
        inputs.put("model", folder.resolve(TinyBundle.NAME).toString());
        inputs.put("device", "cpu");
        Module done = context.service(ModuleService.class).run(info(command), true, inputs).get();
        return (ImagePlus) done.getOutput("result");
    }

    @Test
    void theSwitchChangesNothingOfTheResult() throws Exception {
        for (Class<? extends Command> command :
                List.of(Denoise.class, Reconstruct.class, ScaleNoise.class)) {
            ImagePlus without = result(command, Map.of());
            for (boolean preview : List.of(true, false)) {
                assertThat(result(command, Map.of("preview", preview)).getProcessor().getPixels())
                        .as("%s, %s", command, preview)
                        .isEqualTo(without.getProcessor().getPixels());
            }
        }
        assertThat(ImagePlus.getListeners()).as("nothing looks at images any more").isEmpty();
    }

    @Test
    void withoutAUserInterfaceThereIsNoPreview() throws Exception {
        Module module = context.service(ModuleService.class).createModule(info(Denoise.class));
        module.setInput("image", TinyModel.image(40, 40, 1, 8));
        module.setInput("model", "no-such-model");
        module.setInput("preview", true);

        module.preview();
        assertThat(module.getInput("estimate")).as("not even tried").isEqualTo("");
        module.cancel();
        assertThat(ImagePlus.getListeners()).isEmpty();
    }

    @Test
    void theCommandsSayThatTheyHaveOne() {
        assertThat(List.of(Denoise.class, Reconstruct.class, ScaleNoise.class))
                .allMatch(command -> info(command).canPreview());
        assertThat(info(ExportNoiseMaps.class).canPreview()).isFalse();
    }
}
