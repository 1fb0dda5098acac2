/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onemodel.train.settings.TrainingException;

@Timeout(60)
class TrainingDataTest extends DataTestBase {

    private static final int AREA = SIZE * SIZE;

    private static NoiseConfig sigma(double sigma) {
        return new NoiseConfig(
                List.of(GaussianNoise.of(sigma, NoiseField.INDEPENDENT)), false, false);
    }

    private static Batch first(TrainingData data, int count) throws InterruptedException {
        try (BatchLoader batches = data.batches(count, 0)) {
            return batches.next();
        }
    }

    private Sampler sampler(DataConfig config, NoiseConfig noise, int megabytes) {
        PlaneFiles files = new PlaneFiles(Optional.empty());
        PlaneCache cache = new PlaneCache(megabytes, files::decode);
        FileScan scan = new FileScan(config.range(), config.crop(), files, cache);
        List<FilePair> pairs = FilePairs.find("data.images", config.images());
        return new Sampler(
                config, noise, TrainingImages.read("data.images", pairs, config, scan, cache));
    }

    private void fiveImages() {
        for (int i = 0; i < 3; i++) {
            save("train/grey " + i + ".tif", grey8(40, 30, i), grey8(40, 30, 10 + i));
        }
        save("train/colour.png", colour(30, 40, 7));
        save("train/größe.jpg", colour(30, 40, 8));
    }

    @Test
    void cleanImagesGetNoiseInTheInputOnly() throws InterruptedException {
        save("train/a.tif", flat8(40, 40, 102));
        save("train/b.tif", flat8(40, 40, 102));
        Batch batch = first(TrainingData.open(config(), sigma(25), 1), 3);
        assertThat(batch.count()).isEqualTo(3);
        assertThat(batch.side()).isEqualTo(SIZE);
        assertThat(batch.mask()).isEmpty();
        assertThat(batch.input()).hasSize(3 * 3 * AREA).isNotEqualTo(batch.target());
        for (float value : batch.target()) {
            assertThat(value).isCloseTo(-0.2f, within(1e-6f));
        }
    }

    @Test
    void batchesDependOnTheSeedAndTheirNumberAlone() throws InterruptedException {
        fiveImages();
        Sampler plenty = sampler(config(), sigma(25), 1 << 20);
        Sampler tight = sampler(config(), sigma(25), 1300); // room for one plane of 40×30
        try (BatchLoader one = new BatchLoader(plenty, 3, 5, 0, 1);
                BatchLoader many = new BatchLoader(tight, 3, 5, 0, 4);
                BatchLoader resumed = new BatchLoader(plenty, 3, 5, 10, 2);
                BatchLoader other = new BatchLoader(plenty, 3, 6, 0, 1)) {
            Batch before = null;
            for (int i = 0; i < 20; i++) {
                Batch batch = one.next();
                Batch same = many.next();
                assertThat(same.input()).isEqualTo(batch.input());
                assertThat(same.target()).isEqualTo(batch.target());
                assertThat(other.next().input()).isNotEqualTo(batch.input());
                if (i >= 10) {
                    assertThat(resumed.next().input()).isEqualTo(batch.input());
                }
                if (before != null) {
                    assertThat(batch.input()).isNotEqualTo(before.input());
                }
                before = batch;
            }
        }
    }

    @Test
    void greyPlanesAndTheShareOfColoursThatIsTurnedHaveEqualChannels() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            save("train/" + i + ".png", colour(16, 16, i));
        }
        TrainingData mixed = TrainingData.open(config("data.grey", 0.3), sigma(25), 1);
        assertThat(grey(first(mixed, 200))).isBetween(35, 85);
        TrainingData grey = TrainingData.open(config("data.colour", "grey"), sigma(25), 1);
        assertThat(grey(first(grey, 20))).isEqualTo(20);
        TrainingData colour = TrainingData.open(config("data.colour", "colour"), sigma(25), 1);
        assertThat(grey(first(colour, 20))).isZero();
    }

    private static int grey(Batch batch) {
        int grey = 0;
        for (int n = 0; n < batch.count(); n++) {
            float[] input = Arrays.copyOfRange(batch.input(), n * 3 * AREA, (n + 1) * 3 * AREA);
            grey +=
                    Arrays.equals(input, 0, AREA, input, AREA, 2 * AREA)
                                    && Arrays.equals(input, 0, AREA, input, 2 * AREA, 3 * AREA)
                            ? 1
                            : 0;
        }
        return grey;
    }

    @Test
    void pairsShowTheSamePartOfBothFiles() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            ByteProcessor noisy = grey8(40, 30, i);
            ByteProcessor inverted = (ByteProcessor) noisy.duplicate();
            inverted.invert();
            save("noisy/" + i + ".tif", noisy);
            save("clean/" + i + ".tif", inverted);
        }
        DataConfig config =
                config(
                        "data.images", path("noisy"),
                        "data.targets", path("clean"),
                        "data.supervision", "pairs");
        Batch batch = first(TrainingData.open(config, NoiseConfig.NONE, 1), 8);
        for (int i = 0; i < batch.input().length; i++) {
            assertThat(batch.target()[i]).isCloseTo(-batch.input()[i], within(1e-5f));
        }
    }

    @Test
    void targetsOfAnotherScaleAreFittedToTheImages() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            ShortProcessor image = grey16(20, 20, 100, 499);
            ShortProcessor target = new ShortProcessor(20, 20);
            for (int p = 0; p < 400; p++) {
                target.set(p, 3 * image.get(p) + 1000);
            }
            target.set(0, 60000); // own ranges would not agree
            save("noisy/" + i + ".tif", image);
            save("clean/" + i + ".tif", target);
            target.set(0, 3 * image.get(0) + 1000);
            save("exact/" + i + ".tif", target);
        }
        Object[] common = {
            "data.images", path("noisy"), "data.supervision", "pairs", "data.range.match", true
        };
        DataConfig exact = with(common, "data.targets", path("exact"));
        Batch batch = first(TrainingData.open(exact, NoiseConfig.NONE, 1), 4);
        for (int i = 0; i < batch.input().length; i++) {
            assertThat(batch.target()[i]).isCloseTo(batch.input()[i], within(1e-4f));
        }
        common[5] = false;
        DataConfig apart = with(common, "data.targets", path("clean"));
        assertThat(first(TrainingData.open(apart, NoiseConfig.NONE, 1), 4).target())
                .isNotEqualTo(batch.target());
    }

    private DataConfig with(Object[] common, Object... more) {
        Object[] all = Arrays.copyOf(common, common.length + more.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return config(all);
    }

    @Test
    void eitherOfTwoNoisyTakesIsTheInputAndBothHaveOneScale() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            save("first/" + i + ".tif", grey16(20, 20, 0, 1000));
            save("second/" + i + ".tif", grey16(20, 20, 4000, 5000));
        }
        DataConfig config =
                config(
                        "data.images", path("first"),
                        "data.targets", path("second"),
                        "data.supervision", "noise2noise");
        Batch batch = first(TrainingData.open(config, NoiseConfig.NONE, 1), 40);
        int swapped = 0;
        for (int n = 0; n < 40; n++) {
            float difference = batch.target()[n * 3 * AREA] - batch.input()[n * 3 * AREA];
            assertThat(Math.abs(difference)).isCloseTo(8, within(1e-4f));
            swapped += difference < 0 ? 1 : 0;
        }
        assertThat(swapped).isBetween(8, 32);
    }

    @Test
    void blindSpotsComeWithAMask() throws InterruptedException {
        fiveImages();
        TrainingData data =
                TrainingData.open(config("data.supervision", "blindSpot"), NoiseConfig.NONE, 1);
        Batch batch = first(data, 5);
        float[] mask = batch.mask().orElseThrow();
        assertThat(mask).hasSize(5 * AREA).containsOnly(0, 1).contains(1);
        for (int i = 0; i < batch.input().length; i++) {
            int n = i / (3 * AREA);
            if (mask[n * AREA + i % AREA] == 0) {
                assertThat(batch.input()[i]).isEqualTo(batch.target()[i]);
            }
        }
    }

    @Test
    void wholePlanesAreResizedWhenAsked() throws InterruptedException {
        save("train/wide.tif", flat8(90, 20, 255));
        save("train/small.tif", flat8(9, 9, 255));
        Batch batch =
                first(TrainingData.open(config("data.fit", "resize"), NoiseConfig.NONE, 1), 2);
        assertThat(batch.side()).isEqualTo(SIZE);
        for (float value : batch.target()) {
            assertThat(value).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void unusableFilesAreLeftOutAndTheOthersUsed() throws Exception {
        damaged("train/damaged.tif");
        save("train/tiny.tif", flat8(1, 1, 0));
        Files.writeString(folder.resolve("train/text.png"), "no image");
        Files.write(folder.resolve("train/empty.jpg"), new byte[0]);
        Path jpeg = save("train/cut short.jpg", colour(64, 64, 1));
        Files.write(jpeg, Arrays.copyOf(Files.readAllBytes(jpeg), 300));
        save("train/good.tif", flat8(20, 20, 255));
        save("held out/good.tif", flat8(20, 20, 255));
        TrainingData data =
                TrainingData.open(config("data.validation", path("held out")), NoiseConfig.NONE, 1);
        for (float value : first(data, 4).target()) {
            assertThat(value).isEqualTo(1);
        }
    }

    @Test
    void withoutAnyUsableFileThereIsOneSentence() throws IOException {
        Path tiny = save("train/tiny.tif", flat8(1, 1, 0));
        save("held out/good.tif", flat8(20, 20, 255));
        DataConfig config = config("data.validation", path("held out"));
        assertThatThrownBy(() -> TrainingData.open(config, NoiseConfig.NONE, 1))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "None of the 1 files of data.images, such as "
                                + tiny
                                + ", can be used; the log says why.");
    }

    @Test
    void targetsOfAnotherSizeAreRefused() {
        for (int i = 0; i < 2; i++) {
            save("noisy/" + i + ".tif", flat8(20, 20, 1));
            save("clean/" + i + ".tif", flat8(20, 24, 1));
        }
        DataConfig config =
                config(
                        "data.images", path("noisy"),
                        "data.targets", path("clean"),
                        "data.supervision", "pairs");
        assertThatThrownBy(() -> TrainingData.open(config, NoiseConfig.NONE, 1))
                .hasMessageStartingWith("None of the 1 files of data.images");
    }

    @Test
    void noiseIsForCleanImagesOnly() {
        fiveImages();
        assertThatThrownBy(
                        () ->
                                TrainingData.open(
                                        config("data.supervision", "blindSpot"), sigma(5), 1))
                .hasMessage(
                        "Setting noise goes with data.supervision: clean only; leave it out, as the"
                                + " images are noisy.");
    }

    @Test
    void aFailureInTheBackgroundReachesTheTraining() throws Exception {
        fiveImages();
        Sampler sampler = sampler(config(), sigma(5), 1);
        for (int i = 0; i < 3; i++) {
            Files.delete(folder.resolve("train/grey " + i + ".tif"));
        }
        try (BatchLoader batches = new BatchLoader(sampler, 20, 1, 0, 2)) {
            assertThatThrownBy(batches::next)
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("can no longer be read");
        }
    }

    @Test
    void aClosedLoaderGivesNoMoreBatches() throws InterruptedException {
        fiveImages();
        BatchLoader batches = new BatchLoader(sampler(config(), sigma(5), 1 << 20), 2, 1, 0, 2);
        batches.next();
        batches.close();
        assertThatThrownBy(batches::next)
                .hasMessage("There are no more batches: their loader was closed.");
    }
}
