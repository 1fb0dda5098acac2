/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.ColorGrid;
import org.onemodel.command.TinyBundle;
import org.onemodel.restore.TinyModel;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptService;

/** Scripts that make colour grids and measure noise maps; the commands give the same. */
class GridAndInfluenceScriptTest {

    private static final String MODELS = "onemodel.models";
    private static final String SCRIPT =
            """
            #@ OneModelService onemodel
            #@ ImagePlus image
            #@output ImagePlus montage
            #@output ImagePlus stack
            #@output String verdicts
            import org.onemodel.explore.sweep.NoiseFactors
            import org.onemodel.explore.grid.GridMaps
            import org.onemodel.restore.RestoreOptions

            explorer = onemodel.explorer(RestoreOptions.defaults().withModel('tiny').withDevice('cpu'))
            table = explorer.influence(image)
            maps = table.strongestMaps()
            grid = explorer.colorGrid(image, GridMaps.AUTO, NoiseFactors.of(0.5, 1, 1.5))
            assert grid.maps() == new GridMaps(maps[0], maps[1])
            montage = grid.montage()
            stack = grid.stack()
            verdicts = table.maps().collect { it.change().verdict() }.join(';')
            """;

    @TempDir private static Path models;
    private static String modelsBefore;
    private static ScriptHost host;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
        modelsBefore = System.setProperty(MODELS, models.toString());
        host = new ScriptHost();
    }

    @AfterAll
    static void stop() {
        host.close();
        if (modelsBefore == null) {
            System.clearProperty(MODELS);
        } else {
            System.setProperty(MODELS, modelsBefore);
        }
    }

    @Test
    void aScriptGivesWhatTheCommandGives() throws Exception {
        ImagePlus image = TinyModel.image(40, 30, 1, 24);
        Context context = host.service(ScriptService.class).context();
        ScriptInfo script = new ScriptInfo(context, "colours.groovy", new StringReader(SCRIPT));

        Module done = host.run(script, Map.of("image", image));
        Module command =
                host.service(ModuleService.class)
                        .run(
                                host.service(CommandService.class).getCommand(ColorGrid.class),
                                true,
                                Map.of(
                                        "image", image, "model", "tiny", "device", "cpu", "range",
                                        "0.5:1.5", "steps", "3"))
                        .get();

        assertThat(((String) done.getOutput("verdicts")).split(";")).hasSize(5);
        ImagePlus montage = (ImagePlus) done.getOutput("montage");
        assertThat(montage.getProcessor().getPixels())
                .isEqualTo(((ImagePlus) command.getOutput("result")).getProcessor().getPixels());
        ImagePlus stack = (ImagePlus) done.getOutput("stack");
        ImagePlus other = (ImagePlus) command.getOutput("stack");
        assertThat(stack.getStackSize()).isEqualTo(9);
        for (int i = 1; i <= 9; i++) {
            assertThat(stack.getStack().getPixels(i)).isEqualTo(other.getStack().getPixels(i));
        }
    }
}
