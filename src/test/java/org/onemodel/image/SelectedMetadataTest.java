/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.onemodel.image.TestImages.Depth;
import org.onemodel.image.TestImages.Kind;

/** What becomes of the metadata when some planes are selected. */
class SelectedMetadataTest {

    @Test
    void channelsTakeColoursRangesAndActivityWithThem() {
        CompositeImage image =
                (CompositeImage) TestImages.image(Depth.GRAY8, Kind.COMPOSITE, 4, 2, 1);
        boolean[] active = image.getActiveChannels();
        active[0] = true;
        active[1] = false;
        active[2] = true;
        active[3] = false;
        ImagePlus result = restored(image, PlaneSelection.parse("2,4", "all", "all"));
        assertThat(result.getNChannels()).isEqualTo(2);
        for (int c = 0; c < 2; c++) {
            assertThat(result.getLuts()[c].getBytes())
                    .isEqualTo(image.getLuts()[2 * c + 1].getBytes());
            assertThat(result.getLuts()[c].max).isEqualTo(100 + 2 * c + 2);
            assertThat(((CompositeImage) result).getActiveChannels()[c]).isFalse();
        }
        assertThat(result.getStack().getSliceLabel(4)).isEqualTo("plane 8");
    }

    @Test
    void theShownPlaneIsTheSameOrElseTheFirst() {
        ImagePlus image = TestImages.image(Depth.GRAY16, Kind.COLOR, 2, 5, 1);
        image.setPosition(2, 4, 1);
        assertThat(restored(image, PlaneSelection.parse("all", "3-5", "all")).getSlice())
                .isEqualTo(2);
        assertThat(restored(image, PlaneSelection.parse("all", "1-3", "all")).getSlice())
                .isEqualTo(1);
        assertThat(restored(image, PlaneSelection.parse("all", "3-5", "all")).getChannel())
                .isEqualTo(2);
    }

    @Test
    void outlinesOfAllPlanesStayAndThoseOfOthersAreLeftOut() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.COLOR, 2, 3, 1);
        Overlay overlay = new Overlay();
        overlay.add(roi("everywhere", 0, 0, 0));
        overlay.add(roi("channel 2", 2, 0, 0));
        overlay.add(roi("slice 3", 0, 3, 0));
        overlay.add(roi("slice 1", 0, 1, 0));
        image.setOverlay(overlay);
        Overlay kept = restored(image, PlaneSelection.parse("2", "2-3", "all")).getOverlay();
        assertThat(kept.size()).isEqualTo(3);
        assertThat(kept.get(1).getName()).isEqualTo("channel 2");
        assertThat(kept.get(1).getCPosition()).isEqualTo(1);
        assertThat(kept.get(2).getName()).isEqualTo("slice 3");
        assertThat(kept.get(2).getZPosition()).isEqualTo(2);
        assertThat(overlay.get(2).getZPosition()).as("of the input").isEqualTo(3);
    }

    @Test
    void theSelectionFollowsItsSliceToItsNewPlace() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.MEMORY, 1, 5, 1);
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setPosition(4);
        image.setRoi(roi);
        assertThat(
                        restored(image, PlaneSelection.parse("all", "3-5", "all"))
                                .getRoi()
                                .getPosition())
                .isEqualTo(2);
        assertThat(
                        restored(image, PlaneSelection.parse("all", "1-2", "all"))
                                .getRoi()
                                .getPosition())
                .isZero();
        assertThat(image.getRoi().getPosition()).isEqualTo(4);
    }

    @Test
    void onePlaneOfAStackIsASingleImageWithItsLabel() {
        ImagePlus image = TestImages.image(Depth.GRAY16, Kind.MEMORY, 1, 5, 1);
        ImagePlus result = restored(image, PlaneSelection.parse("all", "4", "all"));
        assertThat(result.getStackSize()).isEqualTo(1);
        assertThat(result.getProp("Slice_Label")).isEqualTo("plane 4");
        assertThat(result.getCalibration().zOrigin).isEqualTo(4 - 3);
    }

    @Test
    void compositesOfVeryManyChannelsKeepThem() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.COLOR, 11, 2, 1);
        ImagePlus result = restored(image, PlaneSelection.ALL);
        assertThat(result.getDimensions()).isEqualTo(image.getDimensions());
        assertThat(result.getLuts()[10].getBytes()).isEqualTo(image.getLuts()[10].getBytes());
    }

    @Test
    void manyResultsOfOneImageHaveDifferentTitlesInBatchMode() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.MEMORY, 1, 1, 1);
        boolean batchMode = Interpreter.batchMode;
        Interpreter.batchMode = true;
        ImagePlus[] open = new ImagePlus[3];
        try {
            for (int i = 0; i < 3; i++) {
                open[i] = restored(image, PlaneSelection.ALL);
                Interpreter.addBatchModeImage(open[i]);
            }
            assertThat(open)
                    .extracting(ImagePlus::getTitle)
                    .containsExactly(
                            "cells-restored.tif", "cells-restored-1.tif", "cells-restored-2.tif");
        } finally {
            for (ImagePlus each : open) {
                if (each != null) {
                    Interpreter.removeBatchModeImage(each);
                }
            }
            Interpreter.batchMode = batchMode;
        }
    }

    @Test
    void infoIsNoLabelOfASingleImage() {
        ImagePlus image = new ImagePlus("x.tif", new ByteProcessor(4, 4));
        image.setProperty("Info", "a microscope");
        ImagePlus result = restored(image, PlaneSelection.ALL);
        assertThat(result.getStack().getSliceLabel(1)).isNull();
        assertThat(result.getProp("Slice_Label")).isNull();
    }

    private static Roi roi(String name, int channel, int slice, int frame) {
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setName(name);
        roi.setPosition(channel, slice, frame);
        return roi;
    }

    private static ImagePlus restored(ImagePlus image, PlaneSelection selection) {
        return ImageKindsTest.plusOne(image, selection, OutputType.SAME);
    }
}
