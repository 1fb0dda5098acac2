/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.explore.maps.MapDecoding;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.PlaneSelection;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

/** Noise maps in macros: exported, edited with ImageJ's own commands, and decoded. */
class NoiseMapMacrosTest {

    private static final String OPEN =
            "setBatchMode(true); open('test-images/cells-noisy.tif');"
                    + " makeRectangle(0, 0, 64, 48); run('Crop'); ";
    private static final String EXPORT = "run('OneModel Export Noise Maps...', 'model=tiny');";
    private static final String DECODE = "run('OneModel Decode Noise Maps...', 'output=same');";

    @TempDir private static Path folder;
    private static MacroHost host;
    private static Autoencoder model;
    private static ImagePlus image;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder, "-Xmx1g");
        model = TinyModel.draw();
        image = IJ.openImage("test-images/cells-noisy.tif");
        image.setRoi(0, 0, 64, 48);
        image = image.crop();
    }

    @AfterAll
    static void stop() {
        host.close();
        model.close();
    }

    private static String path(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    /** Runs a macro that ends with an image. */
    private static ImagePlus result(String macro, String name) {
        List<String> printed =
                host.print(
                        OPEN
                                + macro
                                + "title = getTitle(); saveAs('tiff', '"
                                + path(name)
                                + "'); close('*'); return title;");
        assertThat(printed).last().isEqualTo("ANSWER cells-noisy-decoded.tif");
        return IJ.openImage(path(name));
    }

    private static void assertSame(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getProcessor().getPixels())
                .isEqualTo(expected.getProcessor().getPixels());
    }

    private static ImagePlus reconstructed() {
        return new Restorer(model, 32, RestoreOptions.defaults()).restore(image, "", Progress.NONE);
    }

    @Test
    void anExportedStackIsBlurredAndDecodedInThreeLines() {
        ImagePlus decoded =
                result(
                        EXPORT + "setSlice(5); run('Gaussian Blur...', 'sigma=2 slice');" + DECODE,
                        "blurred.tif");

        RestoreOptions options = RestoreOptions.defaults();
        ImagePlus maps =
                new NoiseMaps(model, 32, options)
                        .of(image, NoiseMapFormat.DEFAULT, Progress.NONE)
                        .get(0);
        new GaussianBlur()
                .blurGaussian((FloatProcessor) maps.getStack().getProcessor(5), 2, 2, 0.0002);
        assertSame(
                decoded,
                new MapDecoding(model, 32, options)
                        .of(EncodedImage.requireFrom(maps), List.of(maps), Progress.NONE));
        assertThat(decoded.getBitDepth()).isEqualTo(image.getBitDepth());
        assertThat(decoded.getProcessor().getPixels())
                .isNotEqualTo(reconstructed().getProcessor().getPixels());
    }

    @Test
    void stacksOfNativeSizeAreDecodedTogether() {
        ImagePlus decoded =
                result(
                        "run('OneModel Export Noise Maps...', 'model=tiny size=native');"
                                + "run('OneModel Decode Noise Maps...', 'stacks=all');",
                        "native.tif");
        assertSame(decoded, reconstructed());
    }

    @Test
    void aCopyIsDecodedAsLongAsTheOriginalIsOpen() {
        ImagePlus decoded =
                result(EXPORT + "run('Duplicate...', 'duplicate');" + DECODE, "copy.tif");
        assertSame(decoded, reconstructed());

        assertThat(
                        host.print(
                                OPEN
                                        + EXPORT
                                        + "run('Duplicate...', 'duplicate');"
                                        + "copy = getTitle(); close('\\\\Others'); selectImage(copy);"
                                        + DECODE
                                        + "return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(line -> line.contains("does not bring the latent code"));
    }

    @Test
    void mapsAreSwappedByCopyingSlices() {
        ImagePlus decoded =
                result(
                        "image = getImageID();"
                                + EXPORT
                                + "first = getImageID(); selectImage(image);"
                                + " run('Duplicate...', 'title=other'); run('Invert');"
                                + EXPORT
                                + "other = getImageID();"
                                + "for (i = 1; i <= nSlices; i++) {"
                                + " selectImage(other); setSlice(i); run('Select All');"
                                + " run('Copy'); selectImage(first); setSlice(i); run('Paste');"
                                + " run('Select None'); }"
                                + DECODE,
                        "swapped.tif");

        RestoreOptions options = RestoreOptions.defaults();
        NoiseMaps noiseMaps = new NoiseMaps(model, 32, options);
        EncodedImage first = noiseMaps.encode(image, PlaneSelection.CURRENT, Progress.NONE);
        ImagePlus inverted = new ImagePlus("other", image.getProcessor().duplicate());
        inverted.getProcessor().invert();
        List<ImagePlus> others = noiseMaps.of(inverted, NoiseMapFormat.DEFAULT, Progress.NONE);
        assertSame(decoded, new MapDecoding(model, 32, options).of(first, others, Progress.NONE));
    }

    @Test
    void aSavedStackIsDecodedWithItsEmbedding() {
        String embedding = path("kept maps.npz");
        ImagePlus decoded =
                result(
                        "run('OneModel Export Noise Maps...', 'model=tiny mode=normalized embedding=["
                                + embedding
                                + "]'); saveAs('tiff', '"
                                + path("maps.tif")
                                + "'); close('*'); open('"
                                + path("maps.tif")
                                + "'); run('OneModel Decode Noise Maps...', 'embedding=["
                                + embedding
                                + "]'); rename('cells-noisy-decoded.tif');",
                        "kept.tif");
        assertSame(decoded, reconstructed());
    }

    @Test
    void aReconstructionKeepsItsEmbedding() {
        String embedding = path("reconstructed.npz");
        ImagePlus decoded =
                result(
                        "run('OneModel Reconstruct...', 'model=tiny embedding="
                                + embedding
                                + "'); close('*'); run('OneModel Decode Noise Maps...', 'stacks=none embedding="
                                + embedding
                                + "');",
                        "from-reconstruction.tif");
        assertSame(decoded, reconstructed());
    }
}
