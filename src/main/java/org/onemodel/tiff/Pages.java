/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Where the planes of a file are: a directory for each, or one for all. */
final class Pages {

    private static final long REDUCED = 1;
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_DIRECTORIES = 1 << 22;

    private final TiffInput input;
    private final Directory first;
    private final PlaneFormat format;
    private final long[] directories;
    private final Blocks rawBlocks;
    private final int count;

    private Pages(TiffInput input, Directory first, long[] directories, Blocks rawBlocks, int count)
            throws IOException {
        this.input = input;
        this.first = first;
        this.format = PlaneFormat.of(first, input);
        this.directories = directories;
        this.rawBlocks = rawBlocks;
        this.count = count;
    }

    /**
     * Finds the planes of a file.
     *
     * @throws IOException if a directory is not whole, or planes differ in size or type
     */
    static Pages of(TiffInput input) throws IOException {
        long[] directories = directories(input);
        Directory first = new Directory(input, directories[0]);
        int told = Hyperstack.of(description(first)).images();
        if (told > 1 && told != directories.length) {
            PlaneFormat format = PlaneFormat.of(first, input);
            Blocks blocks = Blocks.of(first, format, input);
            long room = (input.length() - blocks.positions()[0]) / format.bytes();
            if (blocks.contiguous() && (told <= room || directories.length == 1)) {
                return new Pages(input, first, directories, blocks, told);
            }
        }
        return new Pages(input, first, directories, null, directories.length);
    }

    private static String description(Directory directory) throws IOException {
        return directory.field(Tag.IMAGE_DESCRIPTION, MOST_TEXT).map(Field::text).orElse("");
    }

    /** Positions of the directories of full size. */
    private static long[] directories(TiffInput input) throws IOException {
        long[] found = new long[16];
        int count = 0;
        PlaneFormat format = null;
        long position = input.firstDirectory();
        long marked = -1;
        for (int steps = 1; position != 0; steps++) {
            if (position == marked || steps > MOST_DIRECTORIES) {
                throw input.damaged("its directories lead back to themselves");
            }
            if (Integer.bitCount(steps) == 1) { // finds any loop, without keeping all positions
                marked = position;
            }
            Directory directory = new Directory(input, position);
            if ((directory.number(Tag.NEW_SUBFILE_TYPE, 0) & REDUCED) == 0) {
                PlaneFormat next = PlaneFormat.of(directory, input);
                format = format == null ? next : format;
                if (!format.stacksWith(next)) {
                    throw input.unsupported(different(format, next, count + 1));
                }
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = position;
            }
            position = directory.next();
        }
        if (count == 0) {
            throw input.damaged("it has no image");
        }
        return Arrays.copyOf(found, count);
    }

    private static String different(PlaneFormat first, PlaneFormat other, int number) {
        return String.format(
                Locale.ROOT,
                "its page %d has %d x %d pixels (%s) and the first %d x %d (%s)",
                number,
                other.width(),
                other.height(),
                other.type(),
                first.width(),
                first.height(),
                first.type());
    }

    /** The first directory, which has the metadata. */
    Directory first() {
        return first;
    }

    /** The form of the first plane; all have its size and type. */
    PlaneFormat format() {
        return format;
    }

    /** Whether all planes but the first have no directory. */
    boolean raw() {
        return rawBlocks != null;
    }

    /** Number of planes. */
    int count() {
        return count;
    }

    /** The blocks of a plane, all inside the file. */
    Blocks blocks(int index) throws IOException {
        if (raw()) {
            return rawBlocks.shifted(index * format.bytes());
        }
        Directory directory = new Directory(input, directories[index]);
        return Blocks.of(directory, PlaneFormat.of(directory, input), input);
    }

    /**
     * Checks that the pixels of all planes are inside the file.
     *
     * @throws IOException if not
     */
    void check() throws IOException {
        if (raw()) {
            long room = (input.length() - rawBlocks.positions()[0]) / format.bytes();
            if (room < count) {
                throw input.damaged("it has " + room + " of " + count + " planes");
            }
        } else {
            for (int i = 0; i < count; i++) {
                blocks(i);
            }
        }
    }
}
