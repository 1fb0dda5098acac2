/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Commands that a script starts with maps of their parameters, several at once. */
class ParallelCommandsTest {

    private static final int COUNT = 6;

    @TempDir private static Path folder;
    private static Context context;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(folder);
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    @Test
    void eachGivesWhatItGivesAlone() throws Exception {
        String model = folder.resolve(TinyBundle.NAME).toString();
        CommandInfo denoise =
                context.service(CommandService.class).getCommand("org.onemodel.command.Denoise");
        List<Future<Module>> running = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> inputs =
                    Map.of(
                            "image",
                            TinyModel.image(40 + i, 40, 3, 8),
                            "model",
                            model,
                            "device",
                            "cpu",
                            "tile",
                            32);
            running.add(context.service(ModuleService.class).run(denoise, true, inputs));
        }

        RestoreOptions options =
                RestoreOptions.defaults().withModel(model).withDevice("cpu").withTile(32);
        for (int i = 0; i < COUNT; i++) {
            ImagePlus result = (ImagePlus) running.get(i).get().getOutput("result");
            ImagePlus alone =
                    context.service(OneModelService.class)
                            .denoise(TinyModel.image(40 + i, 40, 3, 8), options);
            for (int slice = 1; slice <= 3; slice++) {
                assertThat(result.getStack().getPixels(slice))
                        .as("slice %d of image %d", slice, i)
                        .isEqualTo(alone.getStack().getPixels(slice));
            }
        }
    }
}
