/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;

class PlaneSelectionTest {

    @Test
    void rangesNumbersAndListsAreReadInAnyOrder() {
        SelectedPlanes planes = PlaneSelection.parse("ALL", " 3 - 4 ", "5,1-2,2").of(image());
        assertThat(planes.channels()).containsExactly(1, 2);
        assertThat(planes.slices()).containsExactly(3, 4);
        assertThat(planes.frames()).containsExactly(1, 2, 5);
        assertThat(planes.count()).isEqualTo(12);
    }

    @Test
    void planesRunInStackOrder() {
        SelectedPlanes planes = PlaneSelection.parse("all", "2,4", "5").of(image());
        int[][] expected = {{1, 2, 5}, {2, 2, 5}, {1, 4, 5}, {2, 4, 5}};
        for (int i = 0; i < expected.length; i++) {
            assertThat(new int[] {planes.channel(i), planes.slice(i), planes.frame(i)})
                    .isEqualTo(expected[i]);
        }
    }

    @Test
    void currentIsWhatTheImageShows() {
        ImagePlus image = image();
        image.setPosition(2, 3, 4);
        assertThat(PlaneSelection.CURRENT.of(image))
                .isEqualTo(PlaneSelection.parse("2", "3", "4").of(image));
    }

    @Test
    void aSelectionIsFixedWhenItIsMade() {
        ImagePlus image = image();
        image.setPosition(2, 3, 4);
        ImagePlanes planes = new ImagePlanes(image).withSelection(PlaneSelection.CURRENT);
        image.setPosition(1, 1, 1);
        assertThat(planes.plane(0).channels()[0]).containsExactly(2 + 2 * (2 + 4 * 3));
        assertThat(planes.channelOf(0)).isEqualTo(1);
    }

    @Test
    void wordsThatAreNoRangeNameTheOption() {
        for (String words : new String[] {"3-", "", "a few", "1-2-3", "-1", "3..4", "1,", null}) {
            String shown = words == null ? "" : words;
            assertThatThrownBy(() -> PlaneSelection.parse("all", words, "all"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The option slices is '"
                                    + shown
                                    + "'; give all, current, a number such as 3, or a range such"
                                    + " as 3-7.");
        }
    }

    @Test
    void positionsThatTheImageLacksAreRefused() {
        assertThatThrownBy(() -> PlaneSelection.parse("all", "all", "2-6").of(image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option frames asks for 6, but 'mitosis.tif' has 5 frames; give numbers"
                                + " from 1 to 5.");
        assertThatThrownBy(() -> PlaneSelection.parse("0", "all", "all").of(image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The option channels asks for 0, but");
        assertThatThrownBy(() -> PlaneSelection.parse("all", "999999999", "all").of(image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 4 slices");
    }

    @Test
    void rangesThatRunBackwardsAreRefused() {
        assertThatThrownBy(() -> PlaneSelection.parse("all", "4-2", "all").of(image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option slices has the range 4-2; give the lower number first.");
    }

    private static ImagePlus image() {
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 1; i <= 2 * 4 * 5; i++) {
            stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) i}, null));
        }
        ImagePlus image = new ImagePlus("mitosis.tif", stack);
        image.setDimensions(2, 4, 5);
        return image;
    }
}
