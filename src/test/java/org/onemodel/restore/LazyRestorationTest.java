/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.camera.NoiseSetting;

class LazyRestorationTest {

    private static final List<Double> TRAINED = List.of(5.0, 50.0);
    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** One tile at a time, so that the engine computes each in the same way. */
    private static RestoreOptions options() {
        return RestoreOptions.defaults().withBatch(1);
    }

    private static Restorer denoiser(RestoreOptions options) {
        return new Restorer(model, 32, options).withToneOfInput().withNoiseOfImage(TRAINED);
    }

    private static Img<FloatType> image(long... dimensions) {
        int planes = 1;
        for (int d = 2; d < dimensions.length; d++) {
            planes *= (int) dimensions[d];
        }
        int pixels = (int) (dimensions[0] * dimensions[1]);
        float[] values = new float[pixels * planes];
        for (int p = 0; p < planes; p++) {
            float[] plane =
                    (float[])
                            TinyModel.plane((int) dimensions[0], (int) dimensions[1], p)
                                    .getPixels();
            System.arraycopy(plane, 0, values, p * pixels, pixels);
        }
        return ArrayImgs.floats(values, dimensions);
    }

    private static void assertEqual(
            RandomAccessibleInterval<FloatType> image, RandomAccessibleInterval<FloatType> other) {
        assertThat(image.dimensionsAsLongArray()).isEqualTo(other.dimensionsAsLongArray());
        assertThat(image.minAsLongArray()).containsOnly(0);
        RandomAccess<FloatType> access = image.randomAccess();
        Cursor<FloatType> expected = Views.flatIterable(other).localizingCursor();
        while (expected.hasNext()) {
            int bits = Float.floatToRawIntBits(expected.next().get());
            if (Float.floatToRawIntBits(access.setPositionAndGet(expected).get()) != bits) {
                assertThat(access.get().get())
                        .as("pixel at %s", List.of(expected.positionAsLongArray()))
                        .isEqualTo(expected.get().get());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,32,0,48",
        "3,100,32,0,24",
        "100,3,32,8,24",
        "40,40,32,0,1",
        "90,70,16,0,45",
        "90,70,32,0,24",
        "101,67,32,16,33",
        "101,67,32,4,90",
        "130,150,48,12,36",
        "130,150,64,32,1000",
        "77,203,80,20,61",
    })
    void blocksAreThoseOfTheWholeImageToTheBit(
            int width, int height, int tile, int overlap, int block) {
        Img<FloatType> image = image(width, height);
        RestoreOptions tiles = options().withTile(tile).withOverlap(overlap);
        for (NoiseSetting noise :
                List.of(
                        NoiseSetting.AUTO,
                        NoiseSetting.NONE,
                        NoiseSetting.gaussian(1.5),
                        NoiseSetting.poisson(0.8, 20, 4))) {
            Restorer restorer = denoiser(tiles.withNoise(noise));

            RandomAccessibleInterval<FloatType> lazily =
                    restorer.restoreLazily(
                            image, LazyOptions.defaults().withBlock(block), Progress.NONE);

            assertEqual(lazily, restorer.restore(image, Progress.NONE));
        }
    }

    @Test
    void withoutToneOfInputAndWithAGridElsewhereTooBlocksAreThoseOfTheWholeImage() {
        Img<FloatType> image = image(95, 88);
        Restorer restorer = new Restorer(model, 32, options()).withGridShift(5, 11);
        LazyOptions small = LazyOptions.defaults().withBlock(24);

        assertEqual(
                restorer.restoreLazily(image, small, Progress.NONE),
                restorer.restore(image, Progress.NONE));
    }

    @Test
    void planesOfAllDimensionsAreRestoredFromWhereverTheImageBegins() {
        Img<FloatType> image = image(60, 50, 3, 2);
        RandomAccessibleInterval<FloatType> moved =
                Views.interval(
                        Views.translate(image, -7, 20, 4, -1),
                        FinalInterval.createMinMax(-2, 25, 5, -1, 45, 60, 6, 0));
        LazyOptions small = LazyOptions.defaults().withBlock(24);
        Restorer restorer = denoiser(options());

        assertEqual(
                restorer.restoreLazily(moved, small, Progress.NONE),
                restorer.restore(moved, Progress.NONE));
    }

    @Test
    void holesStayAndAreFilledForTheNetworkAsInTheWholePlane() {
        float[] values = (float[]) TinyModel.plane(120, 110, 3).getPixels();
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            values[random.nextInt(values.length)] = Float.NaN;
        }
        for (int y = 30; y < 80; y++) {
            for (int x = 20; x < 70; x++) {
                values[y * 120 + x] = Float.intBitsToFloat(0x7fc00123);
            }
        }
        values[0] = Float.NEGATIVE_INFINITY;
        Img<FloatType> image = ArrayImgs.floats(values, 120, 110);
        LazyOptions small = LazyOptions.defaults().withBlock(24);
        Restorer restorer = denoiser(options());

        assertEqual(
                restorer.restoreLazily(image, small, Progress.NONE),
                restorer.restore(image, Progress.NONE));
    }

    @Test
    void withMoreTilesAtATimeBlocksDifferByRoundingOnly() {
        Img<FloatType> image = image(150, 130);
        Restorer restorer = denoiser(RestoreOptions.defaults());
        RandomAccessibleInterval<FloatType> lazily =
                restorer.restoreLazily(image, LazyOptions.defaults().withBlock(48), Progress.NONE);
        Img<FloatType> whole = restorer.restore(image, Progress.NONE);
        RandomAccess<FloatType> access = lazily.randomAccess();
        for (Cursor<FloatType> cursor = whole.localizingCursor(); cursor.hasNext(); ) {
            float expected = cursor.next().get();
            assertThat(access.setPositionAndGet(cursor).get()).isCloseTo(expected, within(1e-3f));
        }
    }

    @Test
    void anImageThatNeedsNoChangeComesBackAsItWas() {
        float[] values = new float[90 * 80];
        Arrays.fill(values, -7.25f);
        values[500] = Float.NaN;
        Img<FloatType> flat = ArrayImgs.floats(values, 90, 80);
        LazyOptions small = LazyOptions.defaults().withBlock(24);

        assertEqual(denoiser(options()).restoreLazily(flat, small, Progress.NONE), flat);
    }

    /** Counts the pixels that are read of an image. */
    private static <T extends RealType<T>> RandomAccessibleInterval<T> counted(
            RandomAccessibleInterval<T> image, Supplier<T> type, AtomicLong reads) {
        return Views.interval(
                new FunctionRandomAccessible<T>(
                        image.numDimensions(),
                        () -> {
                            RandomAccess<T> access = image.randomAccess();
                            return (Localizable position, T value) -> {
                                reads.incrementAndGet();
                                value.set(access.setPositionAndGet(position));
                            };
                        },
                        type),
                image);
    }

    @Test
    void ofAnImageNoMoreIsReadThanItsSampleAndWhatIsLookedAt() {
        AtomicLong reads = new AtomicLong();
        Img<FloatType> image = image(300, 280, 4);
        RandomAccessibleInterval<FloatType> input = counted(image, FloatType::new, reads);
        LazyOptions small =
                LazyOptions.defaults().withBlock(24).withSample(Views.hyperSlice(image, 2, 1));

        RandomAccessibleInterval<FloatType> lazily =
                denoiser(options()).restoreLazily(input, small, Progress.NONE);

        assertThat(reads).hasValue(0);
        float value = lazily.getAt(150, 140, 2).get();
        // A block of 24, 24 around it for the filters, tiles of 32, 3 for holes.
        assertThat(reads.get()).isBetween(1L, (24L + 2 * (24 + 32 + 3)) * (24 + 2 * (24 + 32 + 3)));
        long before = reads.get();
        assertThat(lazily.getAt(150, 140, 2).get()).isEqualTo(value);
        assertThat(reads).hasValue(before);
    }

    @Test
    void readingAnImageForItsRangeCanBeCanceled() {
        Progress canceled =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        // nobody looks
                    }

                    @Override
                    public boolean isCanceled() {
                        return true;
                    }
                };
        AtomicLong reads = new AtomicLong();
        RandomAccessibleInterval<FloatType> input = counted(image(60, 60), FloatType::new, reads);

        assertThatThrownBy(
                        () ->
                                denoiser(options())
                                        .restoreLazily(input, LazyOptions.defaults(), canceled))
                .isInstanceOf(CancellationException.class);
        assertThat(reads).hasValue(0);
    }

    @Test
    void aPlaneBeyondTwoToThe31PixelsIsRestoredWhereItIsLookedAt() {
        int side = 100_000;
        Img<FloatType> some = image(64, 64);
        RandomAccessibleInterval<FloatType> plane =
                Views.interval(Views.extendPeriodic(some), new FinalInterval(side, side));
        Restorer restorer = denoiser(options());
        RandomAccessibleInterval<FloatType> lazily =
                restorer.restoreLazily(
                        plane,
                        LazyOptions.defaults().withBlock(48).withSample(some),
                        Progress.NONE);

        assertThat(lazily.dimensionsAsLongArray()).containsExactly(side, side);
        assertThat(lazily.getAt(side - 1, side - 1).get()).isBetween(0f, 255f);
        assertThatThrownBy(() -> restorer.restore(plane, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A plane of 100000 x 100000 pixels is too large to be held as a whole;"
                                + " restore it lazily or by rows.");
    }

    @Test
    void aSampleTellsRangeAndNoiseOfAllPlanes() {
        Img<FloatType> image = image(80, 70, 2);
        RandomAccessibleInterval<FloatType> first = Views.hyperSlice(image, 2, 0);
        Restorer restorer = denoiser(options());
        RandomAccessibleInterval<FloatType> lazily =
                restorer.restoreLazily(
                        image, LazyOptions.defaults().withSample(first), Progress.NONE);

        assertEqual(Views.hyperSlice(lazily, 2, 0), restorer.restore(first, Progress.NONE));
        RandomAccessibleInterval<FloatType> ofAll =
                restorer.restoreLazily(image, LazyOptions.defaults(), Progress.NONE);
        assertThat(lazily.getAt(3, 4, 1).get()).isNotEqualTo(ofAll.getAt(3, 4, 1).get());
    }

    @Test
    void threadsThatReadAtOnceHaveEachBlockRestoredOnce() throws Exception {
        Img<FloatType> image = image(90, 100);
        AtomicLong alone = new AtomicLong();
        AtomicLong together = new AtomicLong();
        LazyOptions small = LazyOptions.defaults().withBlock(48).withSample(image);
        Restorer restorer = denoiser(options());
        Img<FloatType> whole = restorer.restore(image, Progress.NONE);
        assertEqual(
                restorer.restoreLazily(counted(image, FloatType::new, alone), small, Progress.NONE),
                whole);
        RandomAccessibleInterval<FloatType> lazily =
                restorer.restoreLazily(
                        counted(image, FloatType::new, together), small, Progress.NONE);
        int count = 4;
        CountDownLatch start = new CountDownLatch(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(
                    threads.submit(
                            () -> {
                                start.countDown();
                                start.await();
                                assertEqual(lazily, whole);
                                return null;
                            }));
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
        threads.shutdown();

        assertThat(together).hasValue(alone.get());
    }

    @Test
    void anInterruptedReaderIsToldAndTheNextIsNot() {
        RandomAccessibleInterval<FloatType> lazily =
                denoiser(options())
                        .restoreLazily(image(60, 60), LazyOptions.defaults(), Progress.NONE);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> lazily.getAt(1, 1))
                    .isInstanceOf(OneModelException.class)
                    .hasMessageMatching("The thread was interrupted while .* again to go on\\.");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(lazily.getAt(1, 1).get()).isFinite();
    }

    @Test
    void anImageThatCanNotBeReadIsReportedAndTriedAgain() {
        Img<FloatType> image = image(60, 60);
        AtomicInteger failures = new AtomicInteger(1);
        RandomAccessibleInterval<FloatType> failing =
                Views.interval(
                        new FunctionRandomAccessible<FloatType>(
                                2,
                                (position, value) -> {
                                    if (failures.getAndDecrement() > 0) {
                                        throw new IllegalArgumentException("The disk is gone.");
                                    }
                                    value.set(1);
                                },
                                FloatType::new),
                        image);
        RandomAccessibleInterval<FloatType> lazily =
                denoiser(options())
                        .restoreLazily(
                                failing, LazyOptions.defaults().withSample(image), Progress.NONE);

        assertThatThrownBy(() -> lazily.getAt(1, 1))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The disk is gone.");
        assertThat(lazily.getAt(1, 1).get()).isFinite();
    }

    @Test
    void aModelThatWasClosedIsReported() {
        Autoencoder other = TinyModel.draw();
        RandomAccessibleInterval<FloatType> lazily =
                new Restorer(other, 32, options())
                        .restoreLazily(image(60, 60), LazyOptions.defaults(), Progress.NONE);
        other.close();

        assertThatThrownBy(() -> lazily.getAt(1, 1))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The model of this image is closed; keep it open as long as the image is"
                                + " used.");
    }

    @Test
    void numbersThatCanNotBeAreRefused() {
        assertThatThrownBy(() -> LazyOptions.defaults().withBlock(0))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The side of a block is 0; give a positive number of pixels.");
        assertThatThrownBy(() -> LazyOptions.defaults().withCacheBytes(-1))
                .hasMessageStartingWith("The memory for blocks is -1 bytes;");
    }
}
