/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.onemodel.service.Previews;
import org.scijava.Context;
import org.scijava.thread.ThreadService;

class ImagePreviewTest {

    private static final Rectangle VISIBLE = new Rectangle(10, 12, 30, 20);

    @TempDir private Path folder;
    private Context context;
    private ThreadService threads;
    private RestoreOptions options;
    private ImagePlus image;
    private ImageCanvas canvas;
    private Previews previews;
    private ImagePreview live;

    @BeforeEach
    void start() throws IOException {
        TinyBundle.write(folder);
        context = new Context(OneModelService.class, ThreadService.class);
        threads = context.service(ThreadService.class);
        options =
                RestoreOptions.defaults()
                        .withModel(folder.resolve(TinyBundle.NAME).toString())
                        .withDevice("cpu");
        image = TinyModel.image(60, 50, 4, 8);
        image.setSlice(2);
        canvas = new ImageCanvas(image);
        canvas.setSourceRect(VISIBLE);
        previews = context.service(OneModelService.class).previews(image);
        live = new ImagePreview(image, threads, any -> canvas);
    }

    @AfterEach
    void stop() throws Exception {
        cancel();
        context.dispose();
    }

    /** Denoises, and remembers what it is told. */
    private class Work implements ImagePreview.Work {

        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public Preview compute(Rectangle visible, BooleanSupplier canceled) {
            return previews.denoise(options, visible, canceled);
        }

        @Override
        public void computed(Preview preview) {
            told.add(EstimateWords.of(preview));
        }

        @Override
        public void failed(String sentence) {
            told.add(sentence);
        }

        @Override
        public void pixelsChanged() {
            previews.imageChanged();
        }
    }

    /** Waits until all events so far are done, as those that images send. */
    private static void settle() throws Exception {
        EventQueue.invokeAndWait(() -> {});
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
            settle();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void update(Work work) throws Exception {
        live.update(work);
        settle();
    }

    private void cancel() throws Exception {
        live.cancel();
        settle();
    }

    /** What the preview draws on the canvas; fully transparent if nothing. */
    private BufferedImage drawn() {
        BufferedImage screen = new BufferedImage(60, 50, BufferedImage.TYPE_INT_ARGB);
        Overlay list = canvas.getShowAllList();
        if (list != null) {
            for (Roi roi : list.toArray()) {
                if (roi instanceof PreviewRoi) {
                    roi.drawOverlay(screen.createGraphics());
                }
            }
        }
        return screen;
    }

    private boolean isDrawn() {
        BufferedImage screen = drawn();
        return (screen.getRGB(25, 22) >>> 24) != 0;
    }

    private int greyAt(int x, int y) {
        return drawn().getRGB(x, y) & 0xff;
    }

    @Test
    void thePictureIsWhatTheRunWillGiveInWhatIsSeen() throws Exception {
        Work work = new Work();
        update(work);

        ImagePlus result = context.service(OneModelService.class).denoise(image, options);
        BufferedImage screen = drawn();
        int different = 0;
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 60; x++) {
                int argb = screen.getRGB(x, y);
                assertThat(argb >>> 24).isEqualTo(VISIBLE.contains(x, y) ? 255 : 0);
                Rectangle inner = new Rectangle(VISIBLE);
                inner.grow(-2, -2); // the frame
                if (inner.contains(x, y)) {
                    int expected = result.getStack().getProcessor(2).get(x, y);
                    assertThat(argb & 0xff).isBetween(expected - 1, expected + 1);
                    different += expected == image.getProcessor().get(x, y) ? 0 : 1;
                }
            }
        }
        assertThat(different).isPositive();
        assertThat(work.told)
                .singleElement()
                .asString()
                .matches(
                        "Taken away here: [0-9.]+ % of the variance; whole run: about [0-9]+"
                                + " s");
    }

    @Test
    void nothingOfTheImageIsTouchedAndCancelLeavesTheCanvasAsItWas() throws Exception {
        Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
        overlay.drawLabels(true);
        image.setOverlay(overlay);
        image.setHideOverlay(true);
        image.setRoi(new Roi(10, 12, 30, 20));
        Roi selection = image.getRoi();
        image.setDisplayRange(30, 99);
        image.changes = false;
        byte[] pixels = ((byte[]) image.getStack().getPixels(2)).clone();

        update(new Work());

        assertThat(isDrawn()).isTrue();
        assertThat(image.getOverlay()).isSameAs(overlay);
        assertThat(overlay.toArray()).hasSize(1);
        assertThat(overlay.getDrawLabels()).isTrue();
        cancel();
        settle();
        assertThat(canvas.getShowAllList()).isNull();
        assertThat(image.getOverlay()).isSameAs(overlay);
        assertThat(overlay.getDrawLabels()).isTrue();
        assertThat(image.getHideOverlay()).isTrue();
        assertThat(image.getRoi()).isSameAs(selection);
        assertThat(image.getRoi().getBounds()).isEqualTo(new Rectangle(10, 12, 30, 20));
        assertThat(image.getDisplayRangeMin()).isEqualTo(30);
        assertThat(image.getDisplayRangeMax()).isEqualTo(99);
        assertThat(image.changes).isFalse();
        assertThat(image.getProcessor().getSnapshotPixels()).as("undo").isNull();
        assertThat((byte[]) image.getStack().getPixels(2)).isEqualTo(pixels);
        assertThat(ImagePlus.getListeners()).as("listeners").isEmpty();
    }

    @Test
    void labelsThatImageJSwitchesOffWhileItDrawsAreOnAgain() throws Exception {
        Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
        overlay.drawLabels(true);
        image.setOverlay(overlay);
        update(new Work());

        overlay.drawLabels(false); // as ImageCanvas.drawOverlay does before it draws the list
        drawn();

        assertThat(overlay.getDrawLabels()).isTrue();
    }

    @Test
    void outlinesAreDrawnAboveThePictureAsTheyAreAtTheTime() throws Exception {
        update(new Work());
        Overlay list = canvas.getShowAllList();
        assertThat(list.size()).isEqualTo(1);

        image.setOverlay(new Overlay(VISIBLE_OUTLINE));
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.get(0)).isInstanceOf(PreviewRoi.class);
        assertThat(list.get(1)).isSameAs(VISIBLE_OUTLINE);
        assertThat(list.get(2)).isNull();
        image.setHideOverlay(true);
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    void editsOfTheOverlayMeanwhileStay() throws Exception {
        Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
        image.setOverlay(overlay);
        update(new Work());
        Overlay other = new Overlay(VISIBLE_OUTLINE);
        overlay.add(VISIBLE_OUTLINE);
        update(new Work());
        image.setOverlay(other);
        cancel();

        assertThat(overlay.size()).isEqualTo(2);
        assertThat(image.getOverlay()).isSameAs(other);
        assertThat(other.toArray()).containsExactly(VISIBLE_OUTLINE);
    }

    /** Of the bounds that the preview has. */
    private static final Roi VISIBLE_OUTLINE =
            new Roi(VISIBLE.x, VISIBLE.y, VISIBLE.width, VISIBLE.height);

    @Test
    void theListOfTheRoiManagerStaysAndIsPutBack() throws Exception {
        Overlay shown = new Overlay(VISIBLE_OUTLINE);
        canvas.setShowAllList(shown);
        update(new Work());

        assertThat(canvas.getShowAllList().toArray()).hasSize(2).endsWith(VISIBLE_OUTLINE);
        cancel();
        assertThat(canvas.getShowAllList()).isSameAs(shown);
        assertThat(shown.toArray()).containsExactly(VISIBLE_OUTLINE);

        update(new Work());
        Overlay later = new Overlay();
        canvas.setShowAllList(later); // the ROI Manager shows others now
        cancel();
        assertThat(canvas.getShowAllList()).isSameAs(later);
    }

    @Test
    void anotherPlaneNeverHasThePictureAndGetsItsOwn() throws Exception {
        Work work = new Work();
        update(work);
        int before = greyAt(25, 22);

        EventQueue.invokeAndWait(
                () -> {
                    image.setSlice(3);
                    assertThat(isDrawn()).as("at once").isFalse();
                    image.setSlice(2);
                    assertThat(isDrawn()).as("back again").isTrue();
                    image.setSlice(3);
                });
        update();
        await(this::isDrawn);

        ImagePlus result = context.service(OneModelService.class).denoise(image, options);
        int expected = result.getStack().getProcessor(3).get(25, 22);
        assertThat(greyAt(25, 22)).isBetween(expected - 1, expected + 1).isNotEqualTo(before);
    }

    /** What ImageJ tells when an image in a window is drawn anew; these have none. */
    private void update() throws Exception {
        EventQueue.invokeAndWait(
                () ->
                        ImagePlus.getListeners()
                                .forEach(
                                        listener ->
                                                ((ij.ImageListener) listener).imageUpdated(image)));
    }

    @Test
    void aPlaneThatIsLeftWhileItIsComputedIsGivenUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch moved = new CountDownLatch(1);
        Work work =
                new Work() {
                    @Override
                    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
                        begun.countDown();
                        awaitLatch(moved);
                        return super.compute(visible, canceled);
                    }
                };
        Future<?> running = threads.run(() -> live.update(work));
        begun.await();
        image.setSlice(4);
        moved.countDown();
        running.get();
        settle();

        assertThat(isDrawn()).isTrue();
        assertThat(work.told).as("one preview").hasSize(1);
        image.setSlice(2);
        assertThat(isDrawn()).isFalse();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLaterPreviewTakesThePlaceOfOneThatRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Work endless =
                new Work() {
                    @Override
                    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
                        begun.countDown();
                        while (true) {
                            super.compute(visible, canceled); // throws once it is superseded
                        }
                    }
                };
        Future<?> first = threads.run(() -> live.update(endless));
        begun.await();
        Work second = new Work();
        update(second);
        first.get(60, TimeUnit.SECONDS);

        assertThat(endless.told).isEmpty();
        assertThat(second.told).hasSize(1);
        assertThat(isDrawn()).isTrue();
    }

    @Test
    void cancelStopsOneThatRunsAndNothingIsShown() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Work endless =
                new Work() {
                    @Override
                    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
                        begun.countDown();
                        while (true) {
                            super.compute(visible, canceled);
                        }
                    }
                };
        Future<?> running = threads.run(() -> live.update(endless));
        begun.await();
        cancel();
        running.get(60, TimeUnit.SECONDS);

        assertThat(endless.told).isEmpty();
        assertThat(canvas.getShowAllList()).isNull();
    }

    @Test
    void theEventDispatchThreadDoesNotWait() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Work work =
                new Work() {
                    @Override
                    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
                        assertThat(EventQueue.isDispatchThread()).isFalse();
                        awaitLatch(go);
                        return super.compute(visible, canceled);
                    }
                };
        EventQueue.invokeAndWait(() -> live.update(work)); // would hang
        go.countDown();

        await(() -> work.told.size() == 1 && isDrawn());
    }

    @Test
    void aFailureIsASentenceAndTakesTheOldPictureAway() throws Exception {
        update(new Work());
        Work failing =
                new Work() {
                    @Override
                    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
                        throw new OneModelException("The tile is 'abc'; give a number.");
                    }
                };
        Throwable thrown = catchThrowable(() -> update(failing));

        assertThat(thrown).isNull();
        assertThat(failing.told).containsExactly("The tile is 'abc'; give a number.");
        assertThat(canvas.getShowAllList()).isNull();
    }

    @Test
    void withoutAWindowThereIsASentence() throws Exception {
        ImagePreview hidden = new ImagePreview(image, threads, any -> null);
        Work work = new Work();
        hidden.update(work);
        hidden.cancel();

        assertThat(work.told)
                .containsExactly("There is no window of the image to show a preview in.");
    }

    @Test
    void thePictureFollowsTheDisplayRange() throws Exception {
        update(new Work());
        int before = greyAt(25, 22);
        image.setDisplayRange(0, 30);
        update();

        assertThat(greyAt(25, 22)).isEqualTo(255).isNotEqualTo(before);
    }

    @Test
    void changedPixelsAreComputedAgain() throws Exception {
        Work work = new Work();
        update(work);
        EventQueue.invokeAndWait(() -> image.getProcessor().add(20));
        update();

        ImagePlus result = context.service(OneModelService.class).denoise(image, options);
        int expected = result.getStack().getProcessor(2).get(25, 22);
        await(() -> work.told.size() == 2 && Math.abs(greyAt(25, 22) - expected) <= 1);
    }

    @Test
    void anImageThatIsConvertedOrCroppedIsComputedAgain() throws Exception {
        Work work = new Work();
        update(work);
        EventQueue.invokeAndWait(
                () -> {
                    image.setStack(TinyModel.image(60, 50, 4, 16).getStack());
                    assertThat(isDrawn()).as("at once").isFalse();
                });
        update();
        await(() -> work.told.size() == 2 && isDrawn());

        EventQueue.invokeAndWait(
                () -> {
                    image.setStack(TinyModel.image(30, 40, 2, 16).getStack());
                    assertThat(isDrawn()).as("at once").isFalse();
                });
        update();
        await(() -> work.told.size() == 3 && isDrawn());
        assertThat(canvas.getShowAllList().get(0).getBounds())
                .isEqualTo(new Rectangle(10, 12, 20, 20));
    }

    @Test
    void aClosedImageEndsIt() throws Exception {
        update(new Work());
        EventQueue.invokeAndWait(
                () ->
                        List.copyOf(ImagePlus.getListeners())
                                .forEach(
                                        listener ->
                                                ((ij.ImageListener) listener).imageClosed(image)));

        assertThat(canvas.getShowAllList()).isNull();
        assertThat(ImagePlus.getListeners()).isEmpty();
    }

    @Test
    void mouseClicksDoNotReachThePicture() throws Exception {
        update(new Work());
        Roi roi = canvas.getShowAllList().get(0);

        assertThat(roi.contains(25, 22)).isFalse();
        assertThat(roi.isCursor()).as("neither numbered nor saved").isTrue();
        assertThat(roi).isNotEqualTo(VISIBLE_OUTLINE);
    }
}
