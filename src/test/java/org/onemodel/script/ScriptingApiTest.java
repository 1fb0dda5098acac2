/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.restore.TinyModel;
import org.scijava.module.Module;
import org.scijava.script.ScriptInfo;

/** Runs the scripts of docs/scripting-api.md, in their order there. */
class ScriptingApiTest {

    private static ScriptHost host;
    private static List<String> scripts;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException {
        host = new ScriptHost();
        scripts =
                Pattern.compile("(?m)(^ {4}.*\\n|^\\n(?= {4}))+")
                        .matcher(Files.readString(Path.of("docs/scripting-api.md")))
                        .results()
                        .map(block -> block.group().stripTrailing().stripIndent().strip() + "\n")
                        .toList();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static Module run(int index, Map<String, Object> inputs) throws Exception {
        StringReader script = new StringReader(scripts.get(index));
        ScriptInfo info = new ScriptInfo(host.scripts().context(), "page.groovy", script);
        return host.run(info, inputs);
    }

    private static ImagePlus run(int index, ImagePlus image) throws Exception {
        return (ImagePlus)
                run(index, new HashMap<>(Map.of("image", image)))
                        .getOutputs()
                        .values()
                        .iterator()
                        .next();
    }

    private static double difference(ImagePlus a, ImagePlus b) {
        double sum = 0;
        for (int i = 0; i < a.getWidth() * a.getHeight(); i++) {
            sum += Math.abs(a.getProcessor().getf(i) - b.getProcessor().getf(i));
        }
        return sum / (a.getWidth() * a.getHeight());
    }

    @Test
    void everyScriptOfThePageIsKnownHere() {
        assertThat(scripts).hasSize(6).allMatch(script -> script.startsWith("#@ OneModelService"));
    }

    @Test
    void anImagePlusAndItsPlaneInImgLib2AreDenoisedAlike() throws Exception {
        ImagePlus image = TinyModel.image(60, 50, 1, 16);

        ImagePlus denoised = run(0, image);
        ImagePlus floats = run(1, image);
        ImagePlus lazily = run(3, image);

        assertThat(denoised.getBitDepth()).isEqualTo(16);
        assertThat(floats.getBitDepth()).isEqualTo(32);
        assertThat(lazily.getBitDepth()).isEqualTo(16);
        assertThat(difference(denoised, image)).isGreaterThan(2);
        assertThat(difference(denoised, floats)).isCloseTo(0.25, within(0.05)); // rounding
        assertThat(difference(denoised, lazily)).isLessThan(0.01);
    }

    @Test
    void aPartOfALargePlaneIsDenoisedAlone() throws Exception {
        ImagePlus image = TinyModel.image(95, 64, 1, 16);

        ImagePlus part = run(2, image);

        assertThat(part.getWidth()).isEqualTo(40);
        assertThat(part.getHeight()).isEqualTo(30);
        image.setRoi(20000 % 95, 10000 % 64, 40, 30);
        // Denoised, so somewhere near.
        assertThat(difference(part, image.crop())).isBetween(2.0, 20.0);
    }

    @Test
    void aFileBecomesAFile() throws Exception {
        ImagePlus image = TinyModel.image(60, 50, 1, 16);
        Path input = folder.resolve("in.tif");
        Path output = folder.resolve("out.tif");
        IJ.saveAsTiff(image, input.toString());

        run(4, new HashMap<>(Map.of("input", input.toFile(), "output", output.toFile())));

        assertThat(difference(IJ.openImage(output.toString()), run(0, image))).isLessThan(0.01);
    }

    @Test
    void rowsComeFromAnywhereAndGoAnywhere() throws Exception {
        Module done = run(5, new HashMap<>());

        assertThat((Double) done.getOutput("mean")).isBetween(520.0, 525.0);
    }
}
