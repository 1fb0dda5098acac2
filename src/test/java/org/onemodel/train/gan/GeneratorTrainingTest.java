/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Task;
import org.onemodel.train.Training;
import org.onemodel.train.TrainingConfigs;
import org.onemodel.train.TrainingListener;
import org.onemodel.train.settings.TrainingException;

class GeneratorTrainingTest {

    @TempDir private Path folder;

    @BeforeEach
    void images() {
        for (int i = 0; i < 2; i++) {
            ImagePlus image = new ImagePlus("discs", discs(i));
            IJ.saveAsTiff(image, folder.resolve("discs-" + i + ".tif").toString());
        }
    }

    private static ByteProcessor discs(long seed) {
        Random random = new Random(seed);
        ByteProcessor image = new ByteProcessor(48, 48);
        for (int i = 0; i < 10; i++) {
            image.setValue(120 + random.nextInt(130));
            image.fillOval(random.nextInt(40), random.nextInt(40), 8, 8);
        }
        return image;
    }

    private Path run(String work, int iterations, boolean resume) throws IOException {
        new GeneratorTraining(TinyGan.config(folder, work, iterations)).run(resume);
        return folder.resolve(work);
    }

    @Test
    void aResumedRunEndsInTheSameStateAsAnUninterruptedOne() throws IOException {
        Path whole = run("whole", 20, false);
        run("parts", 10, false);
        Path parts = run("parts", 20, true);
        assertThat(parts.resolve("snapshot.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("snapshot.safetensors"));
        assertThat(parts.resolve("bundle/weights.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("bundle/weights.safetensors"));
        assertThat(parts.resolve("samples-0000020.png"))
                .hasSameBinaryContentAs(whole.resolve("samples-0000020.png"));
        assertThat(Files.readAllLines(parts.resolve("history.csv")))
                .extracting(line -> line.split(",")[0])
                .containsExactly("iteration", "5", "10", "15", "20");
    }

    @Test
    void theBundleGeneratesWithItsMeanAndItsFixedNoise() throws IOException {
        Path work = run("run", 6, false);
        ModelBundle bundle = ModelBundle.open(work.resolve("bundle"));
        assertThat(bundle.description().task()).isEqualTo(Task.GENERATE);
        assertThat(bundle.description().licence()).isEqualTo("CC0-1.0");
        assertThat(bundle.card()).contains("6 of 6 iterations, 4 images each");
        try (Autoencoder model = bundle.load(Device.cpu());
                NDManager scratch = model.manager().newSubManager()) {
            Decoder decoder = model.decoder();
            NDArray z = scratch.create(new float[] {1, -1, 2, 0, 0.5f, 0, 1, 1}, new Shape(1, 8));
            NDArray w = decoder.map(model.pass(false), z);
            NDArray mean = decoder.truncate(model.pass(false), w, 0);
            assertThat(mean.toFloatArray()).isNotEqualTo(w.toFloatArray());
            NDArray latent = decoder.repeat(w);
            Embedding embedding =
                    new Embedding(
                            LatentSpace.W_PLUS,
                            latent,
                            decoder.fixedNoise(model.pass(false), latent));
            NDArray image = model.decode(embedding);
            assertThat(image.getShape()).isEqualTo(new Shape(1, 3, 16, 16));
            assertThat(image.toFloatArray()).doesNotContain(Float.NaN);
        }
    }

    @Test
    void theBundleServesAsTheDecoderOfATraining() throws IOException {
        Path generator = run("run", 6, false).resolve("bundle");
        Path trained = folder.resolve("trained");
        String yaml =
                String.format(
                        """
                        name: trained
                        output: %s
                        work: %s
                        architecture: {size: 16, latentSize: 8, mappingLayers: 2, channels: {4: 8, 8: 8, 16: 8}, widths: [4, 4], depth: 1}
                        decoder: %s
                        data: {images: %s, crop: 16, validation: 0.5}
                        iterations: 2
                        batch: 2
                        """,
                        trained, folder.resolve("work"), generator, folder.resolve("*.tif"));
        Path config = Files.writeString(folder.resolve("config.yaml"), yaml);
        new Training(TrainingConfigs.read(config, Map.of()), TrainingListener.NONE).run(false);
        ModelBundle bundle = ModelBundle.open(trained);
        assertThat(bundle.description().decoder())
                .isEqualTo(
                        "The decoder is that of model tiny 1. A StyleGAN 2 generator of 16×16"
                                + " pixels, trained on the images of its user.");
        try (Autoencoder model = bundle.load(Device.cpu());
                Autoencoder source = ModelBundle.open(generator).load(Device.cpu())) {
            String name = "decoder.convs.1.conv.weight";
            assertThat(model.parameters().get(name).getArray().toFloatArray())
                    .isEqualTo(source.parameters().get(name).getArray().toFloatArray());
        }
    }

    @Test
    void aGridOfSamplesShowsSixBySixImages() throws IOException {
        Path work = run("run", 3, false);
        BufferedImage grid = ImageIO.read(work.resolve("samples-0000003.png").toFile());
        assertThat(grid.getWidth()).isEqualTo(6 * 16);
        assertThat(grid.getHeight()).isEqualTo(6 * 16);
        assertThat(grid.getRGB(0, 0)).isNotEqualTo(grid.getRGB(16, 0));
    }

    @Test
    void aRunThatFailsLeavesTheSnapshotBefore() throws IOException {
        Path work = run("run", 10, false);
        byte[] before = Files.readAllBytes(work.resolve("snapshot.safetensors"));
        GeneratorConfig wild = TinyGan.config(folder, "run", 200, 1e30);
        assertThatThrownBy(() -> new GeneratorTraining(wild).run(true))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("no longer a number at iteration 1");
        assertThat(work.resolve("snapshot.safetensors")).hasBinaryContent(before);
    }

    @Test
    void aNameThatNoModelCanHaveIsRefusedBeforeTrainingStarts() {
        GeneratorConfig c = TinyGan.config(folder, "run", 2);
        GeneratorConfig other =
                new GeneratorConfig(
                        "my generator",
                        c.licence(),
                        c.output(),
                        c.work(),
                        c.device(),
                        c.seed(),
                        c.generator(),
                        c.data(),
                        c.batch(),
                        c.iterations(),
                        c.optimizer(),
                        c.discriminatorRate(),
                        c.r1(),
                        c.pathLength(),
                        c.mixing(),
                        c.averageHalfLife(),
                        c.every());
        assertThatThrownBy(() -> new GeneratorTraining(other).run(false))
                .hasMessageContaining("not \"my generator\"");
        assertThat(c.work()).doesNotExist();
    }
}
