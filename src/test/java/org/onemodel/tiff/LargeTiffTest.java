/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.FileInfoVirtualStack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.image.RowSource;

/** Files larger than memory; their pixels are mostly holes, so that the disk is hardly used. */
class LargeTiffTest {

    private static final int SIDE = 30_000;

    @TempDir Path folder;
    private Path file;
    private Path output;

    @BeforeEach
    void nameFiles() {
        file = folder.resolve("large.tif");
        output = folder.resolve("out.tif");
    }

    @Test
    void rowsAnywhereInAStackOfMoreThanTwoToThe31PixelsAreReadWithLittleMemory()
            throws IOException {
        FileLayout layout = SparseTiff.make(file, image(SIDE, SIDE, 3, SampleType.UINT16));
        assertThat(layout.big()).isTrue();
        assertThat(Files.size(file)).isGreaterThan(3L * SIDE * SIDE * 2);
        long pixel = (long) (SIDE - 1) * SIDE + 123;
        SparseTiff.write(file, layout.planePosition(2) + 2 * pixel, (byte) 0xab, (byte) 0xcd);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            float[][] rows = new float[1][64 * SIDE];
            RowSource plane = planes.plane(2);
            long before = allocated();
            for (int y = SIDE - 64; y >= SIDE - 640; y -= 64) {
                plane.read(y, 64, rows);
                assertThat(rows[0][63 * SIDE + 123]).isEqualTo(y == SIDE - 64 ? 0xabcd : 0);
            }
            assertThat(allocated() - before).isLessThan(4 << 20);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void aPlaneOfMoreThanTwoToThe31BytesIsRead() throws IOException {
        FileLayout layout = SparseTiff.make(file, image(SIDE, SIDE, 1, SampleType.FLOAT32));
        assertThat(layout.big()).isFalse();
        long pixel = (long) (SIDE - 1) * SIDE + 5;
        SparseTiff.write(file, layout.planePosition(0) + 4 * pixel, (byte) 0x3f, (byte) 0x80);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            float[][] row = new float[1][SIDE];
            planes.plane(0).read(SIDE - 1, 1, row);
            assertThat(row[0][5]).isEqualTo(1);
            assertThat(planes.image().planeBytes()).isEqualTo(4L * SIDE * SIDE);
        }
    }

    @Test
    void aBigTiffKeepsTheMetadataOfImageJ() throws IOException {
        ImagePlus small = ImageJFiles.random(10, 10, 6, 16);
        small.setDimensions(2, 3, 1);
        small.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
        small.getStack().setSliceLabel("first", 1);
        small.getCalibration().setUnit("nm");
        small.getCalibration().pixelWidth = 65;
        ImageJFiles.save(small, output, ByteOrder.LITTLE_ENDIAN);
        TiffMetadata metadata;
        try (TiffPlanes planes = TiffPlanes.open(output)) {
            metadata = planes.image().metadata();
        }
        TiffImage large = new TiffImage(SIDE, SIDE, 6, SampleType.UINT16, metadata);
        assertThat(SparseTiff.make(file, large).big()).isTrue();
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            TiffMetadata read = planes.image().metadata();
            assertThat(planes.count()).isEqualTo(6);
            assertThat(planes.channelOf(3)).isEqualTo(1);
            assertThat(read.description()).contains("channels=2", "slices=3", "unit=nm");
            assertThat(read.fields())
                    .extracting(Field::tag)
                    .contains(Tag.X_RESOLUTION, Tag.IMAGEJ_METADATA_COUNTS, Tag.IMAGEJ_METADATA);
            assertThat(read.fields())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(metadata.fields());
        }
    }

    @Test
    void aPlaneLargerThanTheHeapIsCopied() throws IOException, InterruptedException {
        TiffImage image = image(8_000, 6_000, 1, SampleType.UINT16);
        FileLayout layout = SparseTiff.make(file, image);
        SparseTiff.write(file, layout.fileBytes() - 4, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(CopyProgram.run(List.of(), file, output, 100)).isEmpty();
        try (TiffPlanes planes = TiffPlanes.open(output)) {
            float[][] row = new float[1][8_000];
            planes.plane(0).read(5_999, 1, row);
            assertThat(row[0][7_997]).isZero();
            assertThat(row[0][7_998]).isEqualTo(0x102);
            assertThat(row[0][7_999]).isEqualTo(0x304);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskLeavesTheOldFile() throws IOException, InterruptedException {
        SparseTiff.make(file, image(1000, 1000, 2, SampleType.UINT16));
        Files.writeString(output, "old");
        List<String> smallDisk = List.of("bash", "-c", "ulimit -f 3000; exec \"$@\"", "bash");
        assertThat(CopyProgram.run(smallDisk, file, output, 50))
                .startsWith(output + " could not be written (")
                .endsWith("); make room on the disk or choose another folder.\n");
        assertThat(output).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("large.tif", "out.tif");
    }

    @Test
    void aLargeStackOfImageJBecomesOneThatImageJOpens() throws IOException {
        int planes = 700;
        long plane = 2L * 2000 * 2000;
        new TiffBytes(false, ByteOrder.LITTLE_ENDIAN)
                .text(Tag.IMAGE_DESCRIPTION, "ImageJ=1.54p\nimages=700\nslices=700\n")
                .tag(Tag.IMAGE_WIDTH, 3, 2000)
                .tag(Tag.IMAGE_LENGTH, 3, 2000)
                .tag(Tag.BITS_PER_SAMPLE, 3, 16)
                .tag(Tag.STRIP_OFFSETS, 4, 1000)
                .directory()
                .writeTo(file);
        SparseTiff.setLength(file, 1000 + planes * plane);
        FileLayout layout;
        try (TiffPlanes large = TiffPlanes.open(file)) {
            layout = SparseTiff.make(output, large.image());
        }
        assertThat(layout.big()).isFalse();
        assertThat(layout.directories()).isEqualTo(1);
        SparseTiff.write(output, layout.planePosition(699), (byte) 0xcd, (byte) 0xab);
        ImagePlus read = FileInfoVirtualStack.openVirtual(output.toString());
        assertThat(read.getStackSize()).isEqualTo(700);
        assertThat(read.getStack().getProcessor(700).get(0)).isEqualTo(0xabcd);
        try (TiffPlanes large = TiffPlanes.open(output)) {
            float[][] row = new float[1][2000];
            large.plane(699).read(0, 1, row);
            assertThat(row[0][0]).isEqualTo(0xabcd);
        }
    }

    private static TiffImage image(int width, int height, int planes, SampleType type) {
        return new TiffImage(width, height, planes, type, TiffMetadata.none(type));
    }
}
