/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.script.ScriptInfo;

/** The script of the page on statistics. */
class StatisticsScriptTest {

    @Test
    void theScriptOfThePageGivesTheHistograms() throws Exception {
        List<String> scripts =
                Pattern.compile("(?m)(^ {4}.*\\n|^\\n(?= {4}))+")
                        .matcher(Files.readString(Path.of("docs/statistics.md")))
                        .results()
                        .map(block -> block.group().stripTrailing().stripIndent().strip() + "\n")
                        .filter(block -> block.startsWith("#@ OneModelService"))
                        .toList();
        assertThat(scripts).hasSize(1);
        ImagePlus image = TinyModel.image(70, 60, 2, 16);
        try (ScriptHost host = new ScriptHost()) {
            StatisticsReport report =
                    host.service(OneModelService.class)
                            .explorer(RestoreOptions.defaults())
                            .statistics(image);
            ScriptInfo info =
                    new ScriptInfo(
                            host.scripts().context(),
                            "page.groovy",
                            new StringReader(scripts.get(0)));

            Object histograms =
                    host.run(info, new HashMap<>(Map.of("image", image))).getOutput("histograms");

            ImagePlus expected = report.histograms();
            assertThat(((ImagePlus) histograms).getStackSize()).isEqualTo(expected.getStackSize());
            for (int i = 1; i <= expected.getStackSize(); i++) {
                assertThat(((ImagePlus) histograms).getStack().getPixels(i))
                        .as("plot %d", i)
                        .isEqualTo(expected.getStack().getPixels(i));
            }
        }
    }
}
