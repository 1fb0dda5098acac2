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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.module.Module;
import org.scijava.script.ScriptInfo;

/** The scripts of the pages on two images. */
class PairScriptsTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)(^ {4}.*\\n|^\\n(?= {4}))+");

    private static ScriptHost host;

    private final ImagePlus first = TinyModel.image(40, 30, 1, 8);
    private final ImagePlus second = TinyModel.image(40, 30, 2, 8);

    @BeforeAll
    static void start() {
        host = new ScriptHost();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private ImagePlus run(String page) throws Exception {
        String text =
                BLOCK.matcher(Files.readString(Path.of("docs", page)))
                        .results()
                        .map(block -> block.group().stripTrailing().stripIndent().strip() + "\n")
                        .filter(block -> block.startsWith("#@"))
                        .findFirst()
                        .orElseThrow();
        ScriptInfo info =
                new ScriptInfo(host.scripts().context(), "manual.groovy", new StringReader(text));
        second.setSlice(2);
        Module done = host.run(info, Map.of("first", first, "second", second));
        return (ImagePlus) done.getOutputs().values().iterator().next();
    }

    private static void assertSame(ImagePlus actual, List<ImagePlus> expected) {
        assertThat(actual.getDimensions()).isEqualTo(expected.get(0).getDimensions());
        for (int i = 1; i <= actual.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .isEqualTo(expected.get(0).getStack().getPixels(i));
        }
    }

    @Test
    void theScriptOfInterpolateGivesWhatTheServiceGives() throws Exception {
        OneModelService service = host.service(OneModelService.class);
        ImagePlus way = run("interpolate.md");
        assertSame(
                way,
                service.explorer(RestoreOptions.defaults())
                        .interpolate(first, second, Interpolation.defaults().withSteps(15)));
    }

    @Test
    void theScriptOfMixStylesGivesWhatTheServiceGives() throws Exception {
        OneModelService service = host.service(OneModelService.class);
        ImagePlus mixed = run("mix-styles.md");
        assertSame(
                mixed,
                service.explorer(RestoreOptions.defaults())
                        .mixStyles(first, second, StyleMix.defaults()));
    }
}
