/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onemodel.command.TrainingMonitor;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** What of a run's windows can be tested without a screen. */
class TrainingWindowsTest {

    @Test
    void theCommandFindsTheWindowsThroughSciJava() {
        try (Context context = new Context(PluginService.class)) {
            assertThat(context.service(PluginService.class).getPluginsOfType(TrainingMonitor.class))
                    .extracting(PluginInfo::getClassName)
                    .containsExactly(TrainingWindows.class.getName());
            assertThat(
                            context.service(PluginService.class)
                                    .createInstancesOfType(TrainingMonitor.class))
                    .as("each run gets its own")
                    .hasSize(1)
                    .hasOnlyElementsOfType(TrainingWindows.class);
        }
    }

    @Test
    void curvesGrowWithEachFigureThatIsANumber() {
        TrainingCurves curves = new TrainingCurves();
        curves.add(5, Map.of("loss", 0.5, "mse", Double.NaN));
        curves.add(10, Map.of("loss", 0.25, "mse", 0.125));

        Map<String, double[][]> arrays = curves.arrays();
        assertThat(arrays.get("loss")).isDeepEqualTo(new double[][] {{5, 10}, {0.5, 0.25}});
        assertThat(arrays.get("mse")).isDeepEqualTo(new double[][] {{10}, {0.125}});
    }
}
