/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.command.TinyBundle;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.module.Module;
import org.scijava.script.ScriptInfo;

/** Noise maps in scripts. */
class NoiseMapScriptsTest {

    private static final String SCRIPT =
            """
            #@ OneModelService onemodel
            #@ ImagePlus image
            #@ String model
            #@ String file
            #@output ImagePlus decoded
            #@output ImagePlus fromfile
            import java.nio.file.Path
            import org.onemodel.explore.maps.NoiseMapFormat
            import org.onemodel.restore.RestoreOptions

            def explorer = onemodel.explorer(RestoreOptions.defaults().withModel(model))
            def maps = explorer.noiseMaps(image, NoiseMapFormat.DEFAULT, Path.of(file))[0]
            decoded = explorer.decode(maps)
            fromfile = explorer.decode(Path.of(file))
            """;

    @TempDir private static Path folder;

    private static String modelsBefore;
    private static ScriptHost host;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(folder);
        modelsBefore = System.setProperty("onemodel.models", folder.toString());
        host = new ScriptHost();
    }

    @AfterAll
    static void stop() {
        host.close();
        if (modelsBefore == null) {
            System.clearProperty("onemodel.models");
        } else {
            System.setProperty("onemodel.models", modelsBefore);
        }
    }

    @Test
    void mapsAreExportedKeptAndDecoded() throws Exception {
        ImagePlus image = TinyModel.image(50, 40, 1, 24);
        ScriptInfo info =
                new ScriptInfo(host.scripts().context(), "maps.groovy", new StringReader(SCRIPT));
        Module done =
                host.run(
                        info,
                        Map.of(
                                "image",
                                image,
                                "model",
                                TinyBundle.NAME,
                                "file",
                                folder.resolve("script.npz").toString()));

        RestoreOptions options = RestoreOptions.defaults().withModel(TinyBundle.NAME);
        Object expected =
                host.service(OneModelService.class)
                        .reconstruct(image, options)
                        .getProcessor()
                        .getPixels();
        for (String output : new String[] {"decoded", "fromfile"}) {
            ImagePlus decoded = (ImagePlus) done.getOutput(output);
            assertThat(decoded.getProcessor().getPixels()).isEqualTo(expected);
        }
    }

    private static Stream<String> scriptsOfThePage() throws IOException {
        String page = Files.readString(Path.of("docs/noise-maps.md"));
        return Pattern.compile("(?m)(^ {4}.*\\n|^\\n(?= {4}))+")
                .matcher(page)
                .results()
                .map(block -> block.group().stripTrailing().stripIndent().strip() + "\n")
                .filter(block -> block.startsWith("#@"));
    }

    @ParameterizedTest(name = "script {index}")
    @MethodSource("scriptsOfThePage")
    void theScriptsOfThePageGiveAnImage(String script) throws Exception {
        ImagePlus image = TinyModel.image(40, 30, 1, 16);
        ScriptInfo info =
                new ScriptInfo(host.scripts().context(), "page.groovy", new StringReader(script));

        Module done = host.run(info, Map.of("image", image));

        ImagePlus result = (ImagePlus) done.getOutputs().values().iterator().next();
        assertThat(result.getWidth()).isEqualTo(40);
        assertThat(result.getHeight()).isEqualTo(30);
    }
}
