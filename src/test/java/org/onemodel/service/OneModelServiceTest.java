/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.ImgPlanes;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.restore.LazyOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.log.LogListener;
import org.scijava.log.LogService;

class OneModelServiceTest {

    private static final int THREADS = 4;

    @TempDir private Path folder;
    private Context context;
    private OneModelService service;
    private RestoreOptions options;

    @BeforeEach
    void start() throws IOException {
        Path bundle = folder.resolve("tiny");
        ModelDescription description =
                new ModelDescription(
                        "tiny",
                        "1.0",
                        Task.DENOISE,
                        TinyModel.architecture(),
                        32,
                        List.of(),
                        "grey",
                        "Drawn at random.",
                        "BSD-2-Clause",
                        "None.",
                        new TreeMap<>(),
                        "");
        try (Autoencoder model = TinyModel.draw()) {
            ModelBundle.write(bundle, description, model, "# Tiny\n");
        }
        context = new Context(OneModelService.class, StatusService.class, LogService.class);
        service = context.service(OneModelService.class);
        options = RestoreOptions.defaults().withModel(bundle.toString()).withDevice("cpu");
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private static byte[] pixels(ImagePlus image) {
        return (byte[]) image.getProcessor().getPixels();
    }

    @Test
    void theServiceIsFoundByItsInterface() {
        assertThat(service).isInstanceOf(DefaultOneModelService.class);
    }

    @Test
    void everyToolGivesAnImageAndSaysSoInItsTitle() {
        ImagePlus image = TinyModel.image(40, 30, 2, 8);

        ImagePlus denoised = service.denoise(image, options);
        ImagePlus reconstructed = service.reconstruct(image, options);
        ImagePlus maps = service.noiseMaps(image, options, true);
        ImagePlus scaled = service.scaleNoise(image, options, NoiseMapSelection.ALL, 1);

        assertThat(denoised.getTitle()).isEqualTo("tiny-denoised.tif");
        assertThat(reconstructed.getTitle()).isEqualTo("tiny-reconstructed.tif");
        assertThat(maps.getTitle()).isEqualTo("tiny-noise-maps.tif");
        assertThat(scaled.getTitle()).isEqualTo("tiny-scaled-noise.tif");
        assertThat(pixels(scaled)).as("factor 1").containsExactly(pixels(reconstructed));
        assertThat(pixels(denoised)).as("tone of the input").isNotEqualTo(pixels(reconstructed));
        assertThat(pixels(denoised)).isNotEqualTo(pixels(image));
        assertThat(maps.getStackSize()).isEqualTo(5);
    }

    @Test
    void threadsThatCallAtOnceGetTheSameResultAsOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch all = new CountDownLatch(THREADS);
        List<Future<ImagePlus>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ImagePlus image = TinyModel.image(70, 70, i + 1, 8);
            results.add(
                    threads.submit(
                            () -> {
                                all.countDown();
                                all.await();
                                return service.denoise(image, options);
                            }));
        }

        for (int i = 0; i < THREADS; i++) {
            ImagePlus result = results.get(i).get();
            ImagePlus alone = service.denoise(TinyModel.image(70, 70, i + 1, 8), options);
            for (int slice = 1; slice <= i + 1; slice++) {
                assertThat((byte[]) result.getStack().getPixels(slice))
                        .as("slice %d of thread %d", slice, i)
                        .containsExactly((byte[]) alone.getStack().getPixels(slice));
            }
        }
        threads.shutdown();
    }

    @Test
    void aModelIsLoadedOnceUntilAllAreClosed() throws IOException {
        ModelBundle bundle = ModelBundle.open(folder.resolve("tiny"));
        List<Autoencoder> seen = new ArrayList<>();
        LoadedModels models = new LoadedModels();

        models.with(bundle, Device.cpu(), seen::add);
        models.with(ModelBundle.open(folder.resolve("tiny")), Device.cpu(), seen::add);

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isSameAs(seen.get(1));
        assertThat(models.count()).isEqualTo(1);
        models.close();
        assertThat(models.count()).isZero();
        assertThat(seen.get(0).manager().isOpen()).isFalse();
        assertThatThrownBy(() -> models.with(bundle, Device.cpu(), seen::add))
                .isInstanceOf(OneModelException.class)
                .hasMessage("OneModel is closed; start it again to go on.");
    }

    @Test
    void fiftyCallsLeaveNothingInTheModelsMemory() throws IOException {
        ImagePlus image = TinyModel.image(40, 40, 1, 8);
        try (LoadedModels models = new LoadedModels()) {
            ModelBundle bundle = ModelBundle.open(folder.resolve("tiny"));
            int before =
                    models.with(bundle, Device.cpu(), m -> m.manager().getManagedArrays().size());
            for (int i = 0; i < 50; i++) {
                models.with(
                        bundle,
                        Device.cpu(),
                        m ->
                                new NoiseMaps(m, 32, options)
                                        .of(image, NoiseMapFormat.DEFAULT, Progress.NONE));
            }
            int after =
                    models.with(bundle, Device.cpu(), m -> m.manager().getManagedArrays().size());

            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void closingTheContextStopsARunningCallAndWaitsForIt() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<ImagePlus> call =
                thread.submit(
                        () ->
                                service.denoise(
                                        TinyModel.image(64, 64, 2000, 8),
                                        options,
                                        () -> {
                                            running.countDown();
                                            return false;
                                        }));
        running.await();

        context.dispose();

        assertThatThrownBy(call::get).hasCauseInstanceOf(CancellationException.class);
        thread.shutdown();
    }

    @Test
    void cancelingLeavesTheInputAsItWas() {
        ImagePlus image = TinyModel.image(60, 60, 1, 8);
        byte[] before = pixels(image).clone();

        assertThatThrownBy(() -> service.denoise(image, options, () -> true))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Denoise was canceled; nothing was changed.");
        assertThat(pixels(image)).containsExactly(before);
    }

    @Test
    void closedImagesAndUnknownModelsAreSentences() {
        ImagePlus image = TinyModel.image(20, 20, 1, 32);
        assertThatThrownBy(() -> service.denoise(new ImagePlus(), options))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("has no pixels (0 x 0)");
        assertThatThrownBy(() -> service.denoise(image, options.withModel("no-such-model")))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("no-such-model");
        assertThatThrownBy(() -> service.denoise(null, options))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There is no image; open one and choose it.");
    }

    @Test
    void eachCallLogsModelDevicesAndSpeedInOneLine() {
        List<String> lines = new ArrayList<>();
        LogListener listener = message -> lines.add(message.text());
        context.service(LogService.class).addLogListener(listener);

        service.denoise(TinyModel.image(20, 20, 3, 8), options.withDevice("CPU"));

        assertThat(lines)
                .singleElement()
                .asString()
                .matches(
                        "OneModel denoise: model tiny 1\\.0, device cpu \\(asked for: CPU\\), 3"
                                + " planes in [0-9.]+ s \\([0-9.]+ images/s\\)");
    }

    @Test
    void theEngineAndItsDevicesAreListed() {
        EngineStatus status = service.engine();

        assertThat(status.engine()).isEqualTo("PyTorch");
        assertThat(status.version()).startsWith("2.");
        assertThat(status.library()).isNotBlank();
        assertThat(status.devices()).startsWith("cpu");
        assertThat(status.threads()).isPositive();
        assertThat(service.devices()).startsWith("auto", "cpu");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void modelsAreListedByTask() {
        System.setProperty("onemodel.models", folder.toString());
        try {
            assertThat(service.models(Task.DENOISE)).contains("tiny");
            assertThat(service.models(Task.RECONSTRUCT)).doesNotContain("tiny");
            assertThat(service.models(null)).contains("tiny");
        } finally {
            System.clearProperty("onemodel.models");
        }
    }

    @Test
    void imagesOfImgLib2AreRestoredAsAWholeLazilyAndByRows() {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels(40, 30, 2), 40, 30, 2);
        ImgRestorer denoiser = service.denoiser(options.withBatch(1));

        Img<FloatType> whole = denoiser.restore(image);
        RandomAccessibleInterval<FloatType> lazily =
                denoiser.restoreLazily(image, LazyOptions.defaults().withBlock(24));
        RandomAccessibleInterval<UnsignedByteType> bytes =
                denoiser.restoreLazilyToItsType(image, LazyOptions.defaults());
        float[] rows = new float[40 * 30 * 2];
        denoiser.restoreByRows(
                new ImgPlanes(image),
                plane -> 0,
                plane ->
                        (y, count, values) ->
                                System.arraycopy(
                                        values[0], 0, rows, (30 * plane + y) * 40, 40 * count));

        int i = 0;
        for (Cursor<FloatType> cursor = Views.flatIterable(whole).localizingCursor();
                cursor.hasNext(); ) {
            float value = cursor.next().get();
            assertThat(lazily.getAt(cursor).get()).isEqualTo(value);
            assertThat(bytes.getAt(cursor).get())
                    .isEqualTo(Math.max(0, Math.min(255, Math.round(value))));
            assertThat(rows[i++]).isEqualTo(value);
        }
        assertThat(service.reconstructor(options).restore(image).getAt(5, 5, 0).get())
                .isNotEqualTo(whole.getAt(5, 5, 0).get());
    }

    private static byte[] pixels(int width, int height, int planes) {
        byte[] all = new byte[width * height * planes];
        ImagePlus image = TinyModel.image(width, height, planes, 8);
        for (int i = 0; i < planes; i++) {
            byte[] plane = (byte[]) image.getStack().getPixels(i + 1);
            System.arraycopy(plane, 0, all, i * plane.length, plane.length);
        }
        return all;
    }

    @Test
    void afterTheServiceIsClosedALazyImageSaysSo() {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels(120, 30, 1), 120, 30);
        RandomAccessibleInterval<FloatType> lazily =
                service.denoiser(options)
                        .restoreLazily(image, LazyOptions.defaults().withBlock(24));
        float known = lazily.getAt(1, 1).get();

        context.dispose();

        assertThat(lazily.getAt(1, 1).get()).isEqualTo(known);
        assertThatThrownBy(() -> lazily.getAt(119, 29))
                .isInstanceOf(OneModelException.class)
                .hasMessage("OneModel is closed; start it again to go on.");
    }

    @Test
    @Timeout(120)
    void closingEndsTheReadingOfLazyImagesThatAreMadeFromOneAnother() throws Exception {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels(300, 200, 1), 300, 200);
        ImgRestorer denoiser = service.denoiser(options);
        LazyOptions small = LazyOptions.defaults().withBlock(24).withSample(image);
        RandomAccessibleInterval<FloatType> once = denoiser.restoreLazily(image, small);
        RandomAccessibleInterval<FloatType> twice = denoiser.restoreLazily(once, small);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch reading = new CountDownLatch(THREADS);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RandomAccessibleInterval<FloatType> read = i % 2 == 0 ? once : twice;
            readers.add(
                    threads.submit(
                            () -> {
                                Cursor<FloatType> pixels = Views.flatIterable(read).cursor();
                                pixels.next().get();
                                reading.countDown();
                                while (pixels.hasNext()) {
                                    pixels.next().get();
                                }
                                return null;
                            }));
        }
        reading.await();

        context.dispose();

        for (Future<?> reader : readers) {
            assertThatThrownBy(reader::get)
                    .hasCauseInstanceOf(OneModelException.class)
                    .cause()
                    .hasMessageStartingWith("OneModel ")
                    .hasMessageContaining("closed");
        }
        threads.shutdown();
    }

    @Test
    void imagesThatAreNoneAreRefusedInOneSentence() {
        RandomAccessibleInterval<FloatType> empty =
                Views.interval(ArrayImgs.floats(5, 5), new long[] {0, 0}, new long[] {4, -1});
        assertThatThrownBy(() -> service.denoiser(options).restore(ArrayImgs.floats(5)))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The image has 1 dimensions; expected at least 2, x and y.");
        assertThatThrownBy(() -> service.denoiser(options).restoreLazily(empty))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The image has no pixels;");
    }
}
