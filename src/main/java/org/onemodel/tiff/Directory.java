/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One directory of a TIFF file: its tags, whose values are read when they are asked for.
 *
 * <p>Nothing is believed: a count takes no more memory than the file has bytes, nor more than was
 * asked for.
 */
final class Directory {

    /** Where the values of a tag are. */
    private record Entry(FieldType type, long count, long position) {}

    private static final int MOST_ENTRIES = 0xffff;

    private final TiffInput input;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final long next;

    /**
     * Reads the tags of a directory.
     *
     * @param position where it is
     * @throws IOException if it is not whole
     */
    Directory(TiffInput input, long position) throws IOException {
        this.input = input;
        boolean big = input.big();
        int head = big ? 8 : 2;
        int size = big ? 20 : 12;
        long count =
                big
                        ? input.read(position, head).getLong()
                        : input.read(position, head).getShort() & 0xffffL;
        if (count < 1 || count > MOST_ENTRIES) {
            throw input.damaged(
                    "its directory at "
                            + position
                            + " has "
                            + Long.toUnsignedString(count)
                            + " entries");
        }
        int tail = big ? 8 : 4;
        ByteBuffer bytes = input.read(position + head, (int) count * size + tail);
        for (int i = 0; i < count; i++) {
            int at = i * size;
            long inside = position + head + at + (big ? 12 : 8);
            FieldType.of(bytes.getShort(at + 2) & 0xffff)
                    .ifPresent(type -> put(bytes, at, type, inside));
        }
        int last = (int) count * size;
        this.next = big ? bytes.getLong(last) : bytes.getInt(last) & 0xffffffffL;
    }

    private void put(ByteBuffer bytes, int at, FieldType type, long inside) {
        boolean big = input.big();
        int tag = bytes.getShort(at) & 0xffff;
        long count = big ? bytes.getLong(at + 4) : bytes.getInt(at + 4) & 0xffffffffL;
        boolean fits = count >= 0 && count <= (big ? 8 : 4) / type.bytes();
        long outside = big ? bytes.getLong(at + 12) : bytes.getInt(at + 8) & 0xffffffffL;
        entries.putIfAbsent(tag, new Entry(type, count, fits ? inside : outside));
    }

    /** Where the next directory is; 0 if this is the last. */
    long next() {
        return next;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /**
     * The first value of a tag of whole numbers.
     *
     * @param otherwise what it is where the tag is missing
     */
    long number(int tag, long otherwise) throws IOException {
        return has(tag) && entries.get(tag).count() != 0 ? numbers(tag, 1, 1)[0] : otherwise;
    }

    /** The first value of a tag that has to be there. */
    long number(int tag) throws IOException {
        return numbers(tag, 1, 1)[0];
    }

    /**
     * The first values of a tag of whole numbers.
     *
     * @param least how many there have to be
     * @param most how many are read if there are more
     * @throws IOException if there are fewer, or they are no whole numbers
     */
    long[] numbers(int tag, int least, int most) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count() < least) {
            throw input.damaged(
                    entry == null
                            ? "it lacks tag " + tag
                            : "tag " + tag + " has " + entry.count() + " of " + least + " values");
        }
        int count = (int) Math.min(entry.count(), most);
        ByteBuffer bytes = read(entry, count);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    switch (entry.type()) {
                        case BYTE -> bytes.get() & 0xff;
                        case SHORT -> bytes.getShort() & 0xffff;
                        case LONG -> bytes.getInt() & 0xffffffffL;
                        case LONG8 -> bytes.getLong();
                        default -> throw input.damaged("tag " + tag + " is no whole number");
                    };
        }
        return values;
    }

    /**
     * A tag with all its values.
     *
     * @param mostBytes how large it may be
     * @return nothing if the tag is missing or has no values
     * @throws IOException if it is larger or not whole
     */
    Optional<Field> field(int tag, long mostBytes) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count() == 0) {
            return Optional.empty();
        }
        if (entry.count() < 0 || entry.count() > mostBytes / entry.type().bytes()) {
            throw input.damaged(
                    "tag "
                            + tag
                            + " has "
                            + Long.toUnsignedString(entry.count())
                            + " values, more than fit in memory");
        }
        return Optional.of(new Field(tag, entry.type(), read(entry, (int) entry.count()).array()));
    }

    private ByteBuffer read(Entry entry, int count) throws IOException {
        long bytes = (long) count * entry.type().bytes();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw input.damaged("a tag has " + count + " values");
        }
        return input.read(entry.position(), (int) bytes);
    }
}
