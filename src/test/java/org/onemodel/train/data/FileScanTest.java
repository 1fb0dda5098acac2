/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileScanTest extends DataTestBase {

    private final PlaneFiles files = new PlaneFiles(Optional.empty());
    private final PlaneCache cache = new PlaneCache(1 << 20, files::decode);

    private List<PlaneSource> scan(Path file, Object... settings) throws IOException {
        GreyRangeConfig range = config(settings).range();
        return new ArrayList<>(new FileScan(range, SIZE, files, cache).planes(file).values());
    }

    /** First and last value of a plane after its map. */
    private float[] ends(PlaneSource source) {
        StoredPlane plane = files.decode(source.id());
        float[] values = new float[2];
        plane.pixels().copy(0, 0, plane.width() * plane.height() - 1, values, 0, 2);
        source.map().apply(values, 0, 2);
        return values;
    }

    @Test
    void eightBitAndColoursAreTakenAsTheyAre() throws IOException {
        PlaneSource grey = scan(save("grey.tif", flat8(16, 16, 51))).get(0);
        assertThat(grey.colour()).isFalse();
        assertThat(ends(grey)).containsExactly(new float[] {-0.6f, -0.6f}, within(1e-6f));
        PlaneSource colour = scan(save("colour.png", colour(20, 16, 1))).get(0);
        assertThat(colour.colour()).isTrue();
        assertThat(colour.width()).isEqualTo(20);
        assertThat(colour.map()).isEqualTo(grey.map());
    }

    @Test
    void aStackHasOneRange() throws IOException {
        List<PlaneSource> planes =
                scan(save("a stack ö.tif", grey16(16, 16, 100, 200), grey16(16, 16, 200, 500)));
        assertThat(planes).hasSize(2);
        assertThat(ends(planes.get(0))).containsExactly(new float[] {-1, -0.5f}, within(1e-6f));
        assertThat(ends(planes.get(1))).containsExactly(new float[] {-0.5f, 1}, within(1e-6f));
    }

    @Test
    void eachChannelOfACompositeHasItsRange() throws IOException {
        List<PlaneSource> planes =
                scan(
                        save(
                                "composite.tif",
                                composite(
                                        2,
                                        grey16(16, 16, 0, 10),
                                        grey16(16, 16, 1000, 9000),
                                        grey16(16, 16, 10, 20),
                                        grey16(16, 16, 1000, 5000))));
        assertThat(planes).hasSize(4);
        assertThat(ends(planes.get(0))).containsExactly(new float[] {-1, 0}, within(1e-6f));
        assertThat(ends(planes.get(1))).containsExactly(new float[] {-1, 1}, within(1e-6f));
        assertThat(ends(planes.get(2))).containsExactly(new float[] {0, 1}, within(1e-6f));
        assertThat(ends(planes.get(3))).containsExactly(new float[] {-1, 0}, within(1e-6f));
    }

    @Test
    void rangesMayBeFixedOrPercentiles() throws IOException {
        Path file = save("float.tif", grey32(16, 16, -3, 5));
        assertThat(ends(scan(file, "data.range.values", List.of(-4, 4)).get(0)))
                .containsExactly(new float[] {-0.75f, 1.25f}, within(1e-6f));
        assertThat(ends(scan(file).get(0))).containsExactly(new float[] {-1, 1}, within(1e-6f));
        float[] ends = ends(scan(file, "data.range.percentiles", List.of(25, 75)).get(0));
        assertThat(ends[0]).isCloseTo(-2, within(0.05f));
        assertThat(ends[1]).isCloseTo(2, within(0.05f));
        Path eightBit = save("eight.tif", grey8(16, 16, 1), flat8(16, 16, 40));
        assertThat(scan(eightBit, "data.range.values", List.of(0, 80)).get(1))
                .satisfies(plane -> assertThat(ends(plane)).containsOnly(0));
    }

    @Test
    void planesWithPixelsThatAreNoNumbersAreLeftOut() throws IOException {
        FloatProcessor broken = grey32(16, 16, 0, 100);
        broken.setf(3, 4, Float.NaN);
        List<PlaneSource> planes = scan(save("nan.tif", broken, grey32(16, 16, 0, 1)));
        assertThat(planes).extracting(plane -> plane.id().index()).containsExactly(1);
        assertThat(ends(planes.get(0))).containsExactly(new float[] {-1, 1}, within(1e-6f));
        Path all = save("all nan.tif", broken);
        assertThatThrownBy(() -> scan(all)).hasMessage("none of its planes can be used");
    }

    @Test
    void planesOfOneValueBecomeZero() throws IOException {
        assertThat(ends(scan(save("flat.tif", grey16(16, 16, 700, 700))).get(0))).containsOnly(0);
    }

    @Test
    void filesWithoutUsablePixelsAreRefusedWithTheReason() throws IOException {
        Path damaged = damaged("damaged.tif");
        assertThatThrownBy(() -> scan(damaged)).hasMessageContaining("is cut short");
        Path tiny = save("tiny.tif", flat8(1, 1, 5));
        assertThatThrownBy(() -> scan(tiny)).hasMessage("it has only 1×1 pixels");
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        assertThatThrownBy(() -> scan(text)).isInstanceOf(IOException.class);
        Path empty = Files.write(folder.resolve("empty.tif"), new byte[0]);
        assertThatThrownBy(() -> scan(empty)).isInstanceOf(IOException.class);
    }

    @Test
    void scannedPlanesAreInMemory() throws IOException {
        Path file = save("stack.tif", grey8(16, 16, 1), grey8(16, 16, 2));
        List<PlaneSource> planes = scan(file);
        assertThat(cache.bytes()).isEqualTo(512);
        Files.delete(file);
        assertThat(cache.get(planes.get(1).id()).width()).isEqualTo(16);
    }

    @Test
    void planesOfEachTypeAreKeptInAsFewBytesAsTheyHave() throws IOException {
        scan(save("8.tif", grey8(16, 16, 1)));
        scan(save("16.tif", grey16(16, 16, 0, 9)));
        scan(save("32.tif", grey32(16, 16, 0, 9)));
        scan(save("rgb.tif", colour(16, 16, 1)));
        assertThat(cache.bytes()).isEqualTo(256 * (1 + 2 + 4 + 4));
    }

    @Test
    void aFileThatHasGoneIsNamedWithWhatToDo() {
        Path gone = folder.resolve("gone.tif");
        assertThatThrownBy(() -> files.decode(new PlaneSource.Id(gone, 2)))
                .hasMessageStartingWith("The training image " + gone + ", plane 3 can no longer")
                .hasMessageEndingWith("put it back and go on with --resume.");
    }
}
