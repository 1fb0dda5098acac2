/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything is in a file that is written: the header, a directory for each plane, the values
 * that these share, and the pixels of all planes, which follow one another as in files of ImageJ.
 *
 * <p>A file is classic TIFF if it stays below 4 GB, and BigTIFF otherwise; but an image that was
 * one of ImageJ's large stacks, classic with one directory only, becomes one again.
 */
final class FileLayout {

    private static final long CLASSIC_END = 0xffffffffL;
    private static final int STRIP = 1 << 20;
    private static final int ALIGNMENT = 8;

    private final TiffImage image;
    private final ByteOrder order;
    private final DirectoryEncoder encoder;
    private final int directories;
    private final int rowsPerStrip;
    private final List<DirectoryEncoder.Placed> shared = new ArrayList<>();
    private final int stride;
    private final long sharedStart;
    private final long pixelStart;

    private FileLayout(TiffImage image, boolean big, int directories) {
        this.image = image;
        this.order = image.metadata().order();
        this.encoder = new DirectoryEncoder(order, big);
        this.directories = directories;
        long rowBytes = image.planeBytes() / image.height();
        this.rowsPerStrip = (int) Math.max(1, Math.min(image.height(), STRIP / rowBytes));
        List<Field> fields = sharedFields();
        this.stride = (int) aligned(encoder.tableBytes(fields.size() + 1) + offsetBytes());
        this.sharedStart = aligned(encoder.headerBytes() + (long) stride * directories);
        long position = sharedStart;
        for (Field field : fields) {
            shared.add(new DirectoryEncoder.Placed(field, position));
            position += encoder.fits(field) ? 0 : aligned(field.values().length);
        }
        this.pixelStart = position;
    }

    /** The layout for an image. */
    static FileLayout of(TiffImage image) {
        FileLayout classic = new FileLayout(image, false, image.planes());
        if (classic.fileBytes() <= CLASSIC_END) {
            return classic;
        }
        if (image.metadata().rawPlanes() && image.planes() > 1) {
            FileLayout largeStack = new FileLayout(image, false, 1);
            if (largeStack.planePosition(1) <= CLASSIC_END) {
                return largeStack;
            }
        }
        return new FileLayout(image, true, image.planes());
    }

    private static long aligned(long position) {
        return (position + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private int strips() {
        return (image.height() - 1) / rowsPerStrip + 1;
    }

    private int offsetBytes() {
        return strips() == 1 ? 0 : strips() * (encoder.big() ? Long.BYTES : Integer.BYTES);
    }

    /** All tags but the positions of strips, which differ from plane to plane. */
    private List<Field> sharedFields() {
        SampleType type = image.type();
        int[] bits = new int[type.channels()];
        Arrays.fill(bits, 8 * type.bytesPerSample());
        List<Field> fields = new ArrayList<>(image.metadata().fields());
        fields.add(Field.longs(Tag.NEW_SUBFILE_TYPE, order, 0));
        fields.add(Field.longs(Tag.IMAGE_WIDTH, order, image.width()));
        fields.add(Field.longs(Tag.IMAGE_LENGTH, order, image.height()));
        fields.add(Field.shorts(Tag.BITS_PER_SAMPLE, order, bits));
        fields.add(Field.shorts(Tag.COMPRESSION, order, 1));
        fields.add(Field.shorts(Tag.PHOTOMETRIC, order, image.metadata().photometric()));
        fields.add(Field.shorts(Tag.SAMPLES_PER_PIXEL, order, type.channels()));
        fields.add(Field.longs(Tag.ROWS_PER_STRIP, order, rowsPerStrip));
        fields.add(Field.positions(Tag.STRIP_BYTE_COUNTS, order, encoder.big(), stripLengths()));
        if (type.channels() > 1) {
            fields.add(Field.shorts(Tag.PLANAR_CONFIGURATION, order, 1));
        }
        if (type.sampleFormat() > 1) {
            fields.add(Field.shorts(Tag.SAMPLE_FORMAT, order, type.sampleFormat()));
        }
        return fields;
    }

    private long stripBytes() {
        return image.planeBytes() / image.height() * rowsPerStrip;
    }

    private long[] stripLengths() {
        long[] lengths = new long[strips()];
        Arrays.fill(lengths, stripBytes());
        lengths[lengths.length - 1] = image.planeBytes() - (lengths.length - 1) * stripBytes();
        return lengths;
    }

    private Field stripOffsets(int plane) {
        long[] offsets = new long[strips()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = planePosition(plane) + i * stripBytes();
        }
        return Field.positions(Tag.STRIP_OFFSETS, order, encoder.big(), offsets);
    }

    ByteOrder order() {
        return order;
    }

    /** Whether the file is BigTIFF. */
    boolean big() {
        return encoder.big();
    }

    /** Number of directories. */
    int directories() {
        return directories;
    }

    /** Where the pixels of a plane start. */
    long planePosition(int plane) {
        return pixelStart + plane * image.planeBytes();
    }

    /** Length of the file. */
    long fileBytes() {
        return planePosition(image.planes());
    }

    /** Where a directory starts. */
    long directoryPosition(int index) {
        return encoder.headerBytes() + (long) index * stride;
    }

    /** Where the shared values start. */
    long sharedPosition() {
        return sharedStart;
    }

    /** The first bytes of the file. */
    ByteBuffer header() {
        return encoder.header(directoryPosition(0));
    }

    /** A directory, with the positions of the strips of its plane. */
    ByteBuffer directory(int index) {
        List<DirectoryEncoder.Placed> entries = new ArrayList<>(shared);
        Field offsets = stripOffsets(index);
        long behind = directoryPosition(index) + encoder.tableBytes(shared.size() + 1);
        entries.add(new DirectoryEncoder.Placed(offsets, behind));
        ByteBuffer bytes = ByteBuffer.allocate(stride);
        long next = index == directories - 1 ? 0 : directoryPosition(index + 1);
        bytes.put(encoder.table(entries, next));
        if (!encoder.fits(offsets)) {
            bytes.put(offsets.values());
        }
        return bytes.rewind();
    }

    /** The values that the directories share. */
    ByteBuffer sharedValues() {
        ByteBuffer bytes = ByteBuffer.allocate((int) (pixelStart - sharedStart));
        for (DirectoryEncoder.Placed placed : shared) {
            if (!encoder.fits(placed.field())) {
                bytes.position((int) (placed.position() - sharedStart));
                bytes.put(placed.field().values());
            }
        }
        return bytes.rewind();
    }
}
