/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.OutputType;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.RegionUse;

class PreviewTest {

    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults().withTile(32).withOverlap(8);
    private static final Rectangle ALL = new Rectangle(0, 0, 10_000, 10_000);
    private static final int OPAQUE = 0xff000000;

    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Restorer denoiser(RestoreOptions options) {
        return new Restorer(model, 32, options)
                .withToneOfInput()
                .withNoiseOfImage(List.of(5.0, 50.0));
    }

    private static Preview preview(Restorer restorer, ImagePlus image, Rectangle visible) {
        return restorer.preview(image, visible, new KnownTreatments(), Progress.NONE);
    }

    /** The colours that an image shows. */
    private static ColorProcessor shown(ImagePlus image) {
        image.updateImage();
        return new ColorProcessor(image.getImage());
    }

    private static void assertLooksAs(BufferedImage picture, Rectangle part, ImagePlus result) {
        ColorProcessor expected = shown(result);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int colour = picture.getRGB(x, y);
                if (colour != 0) {
                    assertSimilar(colour, expected.get(part.x + x, part.y + y), x, y);
                }
            }
        }
    }

    /** Tiles in other batches differ in the last digits, which may change a rounded value. */
    private static void assertSimilar(int colour, int expected, int x, int y) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(colour >> shift & 0xff)
                    .as("(%d, %d): %x, expected %x", x, y, colour, expected)
                    .isBetween((expected >> shift & 0xff) - 2, (expected >> shift & 0xff) + 2);
        }
    }

    private static double share(BufferedImage picture, ImagePlus image, Rectangle part) {
        ColorProcessor before = shown(image);
        int same = 0;
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                boolean equal =
                        (picture.getRGB(x, y) | OPAQUE)
                                == (before.get(part.x + x, part.y + y) | OPAQUE);
                same += equal ? 1 : 0;
            }
        }
        return (double) same / (part.width * part.height);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void thePartLooksAsItWillInTheResult(int bits) {
        ImagePlus image = TinyModel.image(230, 170, 1, bits);
        if (bits != 24) {
            image.setDisplayRange(90, 150);
        }
        Restorer denoiser = denoiser(OPTIONS);
        ImagePlus result = denoiser.restore(image, "", Progress.NONE);

        for (Rectangle visible :
                List.of(ALL, new Rectangle(70, 40, 61, 33), new Rectangle(229, 169, 9, 9))) {
            Preview preview = preview(denoiser, image, visible);
            Rectangle part = preview.picture().part();

            assertThat(part).isEqualTo(visible.intersection(new Rectangle(0, 0, 230, 170)));
            assertLooksAs(preview.picture().draw(), part, result);
            assertThat(share(preview.picture().draw(), image, part))
                    .as("something was done")
                    .isLessThan(0.9);
        }
    }

    @Test
    void ofALargeImageThereIsAPartInTheMiddleOfWhatIsSeen() {
        ImagePlus image = TinyModel.image(1500, 1400, 1, 8);
        Restorer denoiser = denoiser(OPTIONS);
        AtomicInteger batches = new AtomicInteger();
        Progress counting =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        batches.incrementAndGet();
                    }

                    @Override
                    public boolean isCanceled() {
                        return false;
                    }
                };

        Rectangle visible = new Rectangle(300, 200, 1000, 1100);
        Preview preview = denoiser.preview(image, visible, new KnownTreatments(), counting);
        Rectangle part = preview.picture().part();

        assertThat(part.getCenterX()).isBetween(780.0, 820.0);
        assertThat(part.getCenterY()).isBetween(730.0, 770.0);
        assertThat(part.width).isBetween(450, 610);
        assertThat(part.height).isBetween(450, 610);
        assertThat(batches.get()).as("of 64 tiles, or half of them").isBetween(4, 10);
        assertLooksAs(preview.picture().draw(), part, denoiser.restore(image, "", Progress.NONE));
    }

    @Test
    void onlyTheSelectionIsSeenAndAllOfItIfItIsSmall() {
        ImagePlus image = TinyModel.image(300, 260, 1, 16);
        image.setRoi(new OvalRoi(101, 60, 90, 71));
        Restorer denoiser = denoiser(OPTIONS);
        Preview preview = preview(denoiser, image, new Rectangle(0, 0, 20, 20));
        Rectangle part = preview.picture().part();
        BufferedImage picture = preview.picture().draw();

        assertThat(part).isEqualTo(new Rectangle(101, 60, 90, 71));
        assertLooksAs(picture, part, denoiser.restore(image, "", Progress.NONE));
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                boolean inside = image.getRoi().contains(part.x + x, part.y + y);
                assertThat(picture.getRGB(x, y) >>> 24).isEqualTo(inside ? 255 : 0);
            }
        }
        Preview whole =
                preview(
                        denoiser(
                                OPTIONS.withImage(
                                        ImageOptions.DEFAULT.withRegion(RegionUse.WHOLE))),
                        image,
                        new Rectangle(0, 0, 20, 20));
        assertThat(whole.picture().part()).isEqualTo(new Rectangle(0, 0, 20, 20));
    }

    private static CompositeImage composite() {
        ImagePlus stack = TinyModel.image(90, 80, 12, 16);
        stack.setDimensions(3, 2, 2);
        CompositeImage composite = new CompositeImage(stack, CompositeImage.COMPOSITE);
        LUT[] tables = {
            LUT.createLutFromColor(Color.CYAN),
            LUT.createLutFromColor(Color.RED),
            LUT.createLutFromColor(Color.YELLOW)
        };
        for (int c = 0; c < tables.length; c++) {
            tables[c].min = 40 + 20 * c;
            tables[c].max = 250 - 30 * c;
        }
        composite.setLuts(tables);
        composite.setPosition(2, 2, 1);
        return composite;
    }

    @ParameterizedTest
    @ValueSource(ints = {CompositeImage.COMPOSITE, CompositeImage.COLOR, CompositeImage.GRAYSCALE})
    void compositesLookAsTheyWill(int mode) {
        for (OutputType output : OutputType.values()) {
            CompositeImage composite = composite();
            composite.setMode(mode);
            Restorer denoiser =
                    denoiser(OPTIONS.withImage(ImageOptions.DEFAULT.withOutput(output)));
            ImagePlus result = denoiser.restore(composite, "", Progress.NONE);
            result.setPosition(2, 2, 1);

            Preview preview = preview(denoiser, composite, ALL);
            assertLooksAs(preview.picture().draw(), preview.picture().part(), result);
        }
    }

    @Test
    void channelsThatAreOffAreLeftOut() {
        CompositeImage composite = composite();
        composite.getActiveChannels()[1] = false;
        Restorer denoiser = denoiser(OPTIONS);
        ImagePlus result = denoiser.restore(composite, "", Progress.NONE);
        result.setPosition(2, 2, 1);

        Preview preview = preview(denoiser, composite, ALL);

        assertLooksAs(preview.picture().draw(), preview.picture().part(), result);
        assertThat(preview.picture().isOfShownPlanes()).isTrue();
        composite.getActiveChannels()[1] = true;
        assertThat(preview.picture().isOfShownPlanes()).isFalse();
    }

    @Test
    void thePictureFollowsTheDisplayRangeAndTheTable() {
        ImagePlus image = TinyModel.image(60, 50, 1, 16);
        Restorer denoiser = denoiser(OPTIONS);
        Preview preview = preview(denoiser, image, ALL);
        ImagePlus result = denoiser.restore(image, "", Progress.NONE);
        for (ImagePlus either : List.of(image, result)) {
            either.setLut(LUT.createLutFromColor(Color.MAGENTA));
            either.setDisplayRange(60, 130);
        }

        assertLooksAs(preview.picture().draw(), preview.picture().part(), result);
    }

    @Test
    void aPictureKnowsWhichPlaneItIsOf() {
        ImagePlus stack = TinyModel.image(40, 40, 5, 8);
        stack.setSlice(3);
        Preview preview = preview(denoiser(OPTIONS), stack, ALL);

        assertThat(preview.picture().isOfShownPlanes()).isTrue();
        stack.setSlice(4);
        assertThat(preview.picture().isOfShownPlanes()).isFalse();
        stack.setSlice(3);
        assertThat(preview.picture().isOfShownPlanes()).isTrue();

        CompositeImage composite = composite();
        preview = preview(denoiser(OPTIONS), composite, ALL);
        composite.setPosition(3, 2, 1);
        assertThat(preview.picture().isOfShownPlanes()).as("all channels are shown").isTrue();
        composite.setPosition(3, 2, 2);
        assertThat(preview.picture().isOfShownPlanes()).as("another frame").isFalse();
        composite.setPosition(3, 2, 1);
        composite.setMode(CompositeImage.COLOR);
        assertThat(preview.picture().isOfShownPlanes()).as("one channel").isFalse();
    }

    @Test
    void aPictureKnowsWhetherPixelsChanged() {
        ImagePlus image = TinyModel.image(40, 40, 1, 8);
        Preview preview = preview(denoiser(OPTIONS), image, new Rectangle(10, 10, 20, 20));

        assertThat(preview.picture().isOfSamePixels()).isTrue();
        image.getProcessor().set(5, 5, 0);
        assertThat(preview.picture().isOfSamePixels()).as("outside the part").isTrue();
        image.getProcessor().set(15, 15, 0);
        assertThat(preview.picture().isOfSamePixels()).isFalse();
    }

    @Test
    void aPlaneThatIsNotChosenHasNoPreview() {
        ImagePlus stack = TinyModel.image(40, 40, 5, 8);
        stack.setSlice(1);
        RestoreOptions some =
                OPTIONS.withImage(
                        ImageOptions.DEFAULT.withPlanes(PlaneSelection.parse("all", "3-5", "all")));

        assertThatThrownBy(() -> preview(denoiser(some), stack, ALL))
                .hasMessage(
                        "What 'tiny.tif' shows is not among the channels, slices and frames that"
                                + " are chosen.");
    }

    @Test
    void noiseAndTimeAreThoseOfTheWholeRun() {
        ImagePlus stack = TinyModel.image(120, 100, 10, 8);
        Restorer denoiser = denoiser(OPTIONS);
        Preview preview = preview(denoiser, stack, new Rectangle(0, 0, 30, 30));
        Preview alone =
                preview(denoiser, TinyModel.image(120, 100, 1, 8), new Rectangle(0, 0, 30, 30));

        ImagePlus result = denoiser.restore(stack, "", Progress.NONE);
        assertThat(preview.noise()).isNotEmpty().isEqualTo(result.getProp(Restorer.NOISE_PROPERTY));
        assertThat(preview.seconds()).isPositive();
        assertThat(alone.seconds()).isPositive();
        assertThat(preview.duration()).startsWith("about ");
        assertThat(preview.picture().shareOfVariance()).isBetween(0.0, 2.0).isNotZero();
    }

    @Test
    void rangesAndNoiseAreWorkedOutOnceUntilTheImageChanges() {
        ImagePlus image = TinyModel.image(64, 64, 1, 8);
        Restorer denoiser = denoiser(OPTIONS);
        KnownTreatments known = new KnownTreatments();
        String before = denoiser.preview(image, ALL, known, Progress.NONE).noise();
        image.setProcessor(new ByteProcessor(64, 64));

        assertThat(denoiser.preview(image, ALL, known, Progress.NONE).noise())
                .as("not read again")
                .isEqualTo(before);
        known.clear();
        assertThat(denoiser.preview(image, ALL, known, Progress.NONE).noise())
                .isEqualTo("no noise");
    }

    @Test
    void cancelingStopsWithinABatchAndTheImageStaysAsItWas() {
        ImagePlus image = TinyModel.image(400, 400, 1, 8);
        image.setRoi(new Roi(5, 5, 300, 300));
        byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
        AtomicInteger asked = new AtomicInteger();
        Progress stopping =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {}

                    @Override
                    public boolean isCanceled() {
                        return asked.incrementAndGet() > 3;
                    }
                };

        assertThatThrownBy(
                        () ->
                                denoiser(OPTIONS.withBatch(1))
                                        .preview(image, ALL, new KnownTreatments(), stopping))
                .isInstanceOf(CancellationException.class);
        assertThat(asked.get()).isEqualTo(4);
        assertThat((byte[]) image.getProcessor().getPixels()).isEqualTo(before);
        assertThat(image.getRoi().getBounds()).isEqualTo(new Rectangle(5, 5, 300, 300));
    }

    @Test
    void holesStayHoles() {
        ImagePlus image = TinyModel.image(60, 60, 1, 32);
        float[] pixels = (float[]) image.getProcessor().getPixels();
        pixels[30 * 60 + 30] = Float.NaN;
        image.setDisplayRange(0, 255);
        Preview preview = preview(denoiser(OPTIONS), image, ALL);

        assertThat(preview.picture().draw().getRGB(30, 30)).isEqualTo(OPAQUE);
        assertThat(preview.picture().isOfSamePixels()).isTrue();
        assertThat(preview.picture().shareOfVariance()).isFinite();
    }

    @Test
    void ofManyPlanesASampleTells() {
        ImageStack stack = new ImageStack(40, 40);
        for (int i = 0; i < 100; i++) {
            stack.addSlice(TinyModel.plane(40, 40, i).convertToByteProcessor(false));
        }
        ImagePlus image = new ImagePlus("many", stack);
        Restorer denoiser = denoiser(OPTIONS);
        ImagePlus result = denoiser.restore(image, "", Progress.NONE);
        Preview preview = preview(denoiser, image, ALL);
        assertLooksAs(preview.picture().draw(), preview.picture().part(), result);
    }
}
