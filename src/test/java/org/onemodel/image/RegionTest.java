/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;

class RegionTest {

    @Test
    void theBoxGrowsByTheMarginButNotBeyondTheImage() {
        Region region = region(new Roi(5, 10, 6, 7), 8);
        assertThat(region.x()).isZero();
        assertThat(region.y()).isEqualTo(2);
        assertThat(region.width()).isEqualTo(5 + 6 + 8);
        assertThat(region.height()).isEqualTo(7 + 2 * 8);
        assertThat(region.contains(5, 10)).isTrue();
        assertThat(region.contains(10, 16)).isTrue();
        assertThat(region.contains(4, 10)).as("the margin").isFalse();
        assertThat(region.contains(11, 16)).as("the margin").isFalse();
    }

    @Test
    void anySelectionWithAnAreaIsFollowedPixelByPixel() {
        Roi ring =
                new ShapeRoi(new OvalRoi(4, 5, 20, 18)).not(new ShapeRoi(new OvalRoi(9, 9, 8, 8)));
        Roi[] rois = {
            new OvalRoi(3, 4, 15, 11), TestImages.freehand(), ring, new Roi(2, 3, 9, 8, 5)
        };
        for (Roi roi : rois) {
            Region region = region(roi, 2);
            FloatProcessor pixels = new FloatProcessor(40, 30);
            pixels.setValue(1);
            pixels.fill(roi); // what ImageJ itself takes for the inside
            int inside = 0;
            for (int y = 0; y < 30; y++) {
                for (int x = 0; x < 40; x++) {
                    boolean filled = pixels.getf(x, y) == 1;
                    inside += filled ? 1 : 0;
                    assertThat(region.contains(x, y))
                            .as("%s (%d, %d)", roi, x, y)
                            .isEqualTo(filled);
                }
            }
            assertThat(inside).isPositive();
        }
    }

    @Test
    void aSelectionThatSticksOutIsCutAtTheImagesBorder() {
        Region region = region(new OvalRoi(-5, 20, 20, 30), 0);
        assertThat(region.x()).isZero();
        assertThat(region.width()).isEqualTo(15);
        assertThat(region.height()).isEqualTo(10);
        assertThat(region.contains(4, 29)).isTrue();
        assertThat(region.contains(-1, 29)).isFalse();
    }

    @Test
    void withoutAnAreaTheWholeImageIsMeantAsByImageJsFilters() {
        for (Roi roi : new Roi[] {null, new Line(1, 2, 30, 20), new PointRoi(3, 4)}) {
            assertThat(Region.of(image(roi), RegionUse.AUTO, 0)).isEmpty();
        }
        assertThat(Region.of(image(new Roi(1, 1, 4, 4)), RegionUse.WHOLE, 0)).isEmpty();
    }

    @Test
    void aSelectionThatHasToBeUsedMustHaveAnArea() {
        assertRefused(null, "The image 'a' has no selection; draw one, or set region=whole.");
        assertRefused(
                new PointRoi(3, 4),
                "The selection of 'a' is a point, which has no area; draw a rectangle or an"
                        + " outline, or set region=whole.");
        assertRefused(
                new Line(1, 2, 3, 4),
                "The selection of 'a' is a straight line, which has no area; draw a rectangle or"
                        + " an outline, or set region=whole.");
        assertRefused(
                new Roi(50, 2, 3, 4),
                "The selection of 'a' lies outside the image; move it, or set region=whole.");
    }

    private static void assertRefused(Roi roi, String message) {
        ImagePlus image = image(roi);
        assertThatThrownBy(() -> Region.of(image, RegionUse.INSIDE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aNegativeMarginIsRefused() {
        ImagePlus image = image(new Roi(1, 1, 4, 4));
        assertThatThrownBy(() -> Region.of(image, RegionUse.AUTO, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The margin around the selection is -1 pixels; give 0 or more.");
    }

    @Test
    void theRegionStaysWhenTheSelectionMoves() {
        Roi roi = new OvalRoi(3, 4, 15, 11);
        Region region = region(roi, 0);
        roi.setLocation(20, 15);
        assertThat(region.contains(10, 9)).isTrue();
        assertThat(region.contains(30, 20)).isFalse();
    }

    @Test
    void planesAreReadAsTheBox() {
        ImagePlus image = image(new Roi(5, 10, 3, 2));
        image.getProcessor().setf(6, 11, 9);
        ImagePlanes planes = new ImagePlanes(image).withRegion(RegionUse.AUTO, 1);
        Plane plane = planes.plane(0);
        assertThat(plane.width()).isEqualTo(5);
        assertThat(plane.height()).isEqualTo(4);
        assertThat(plane.channels()[0][2 * 5 + 2]).isEqualTo(9);
    }

    private static Region region(Roi roi, int margin) {
        return Region.of(image(roi), RegionUse.AUTO, margin).orElseThrow();
    }

    private static ImagePlus image(Roi roi) {
        ImagePlus image = new ImagePlus("a", new FloatProcessor(40, 30));
        image.setRoi(roi);
        return image;
    }
}
