/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries in File > Open Samples, as macros call them. */
class SamplesTest {

    @TempDir private Path folder;

    @Test
    void samplesOpenFromThePluginItself() throws IOException {
        try (MacroHost host = new MacroHost(folder, "-Xmx512m")) {
            List<String> printed =
                    host.print(
                            "run('OneModel Cells (noisy)'); print(getImageInfo());"
                                    + "first = getTitle() + ' ' + getWidth() + ' ' + bitDepth();"
                                    + "run('OneModel Tissue (noisy)');"
                                    + "second = getTitle() + ' ' + getWidth() + ' ' + bitDepth();"
                                    + "run('OneModel Cells Stack (noisy)');"
                                    + "getVoxelSize(width, height, depth, unit);"
                                    + "run('OneModel Denoise...', 'model=tiny device=cpu');"
                                    + "return first + ', ' + second + ', ' + getTitle() + ' '"
                                    + " + nSlices + ' ' + width + ' ' + depth + ' ' + unit;");

            assertThat(printed)
                    .contains(
                            "A model that fits: compact-denoise",
                            "In a macro: run(\"OneModel Denoise...\","
                                    + " \"model=compact-denoise\");")
                    .last()
                    .isEqualTo(
                            "ANSWER cells-noisy.tif 512 16, tissue-noisy.tif 256 24,"
                                    + " cells-stack-noisy-denoised.tif 5 0.2 1 microns");
        }
    }
}
