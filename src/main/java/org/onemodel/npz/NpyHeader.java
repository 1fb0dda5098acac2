/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the numbers of an array: NumPy's format 1.0 and later, "\x93NUMPY", two bytes
 * of version, the length of a Python dictionary and the dictionary.
 *
 * @param type the numbers
 * @param order their byte order
 * @param shape length of each axis
 * @param bytes of the header itself
 */
record NpyHeader(NpyType type, ByteOrder order, long[] shape, int bytes) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_BYTES = 1 << 14;
    private static final int MOST_AXES = 8;
    private static final int ALIGNMENT = 64;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])(\\w{1,8})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

    /**
     * Reads a header.
     *
     * @param in the array, from its beginning
     * @throws IOException if it is no such header; the message goes on from "its array x"
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("does not begin as NumPy's arrays do");
        }
        int lengthBytes = start[MAGIC.length] == 1 ? 2 : 4;
        byte[] size = exactly(in, lengthBytes);
        long length = 0;
        for (int i = lengthBytes - 1; i >= 0; i--) {
            length = length << Byte.SIZE | size[i] & 0xff;
        }
        if (length > MOST_BYTES) {
            throw new IOException("has a header of " + length + " bytes");
        }
        String text = new String(exactly(in, (int) length), StandardCharsets.ISO_8859_1);
        return parse(text, start.length + lengthBytes + (int) length);
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("ends within its header");
        }
        return bytes;
    }

    private static NpyHeader parse(String text, int bytes) throws IOException {
        String order = group(ORDER, text, 1);
        String shape = group(SHAPE, text, 1);
        String code = group(TYPE, text, 2);
        long[] axes = axes(shape);
        NpyType type =
                NpyType.of(code)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "has numbers of the type "
                                                        + code
                                                        + "; expected f4 or f8, i4 or i8, or u1"));
        if (order.equals("True") && axes.length > 1) {
            throw new IOException(
                    "is in Fortran's order; write it with numpy.ascontiguousarray first");
        }
        ByteOrder byteOrder =
                switch (group(TYPE, text, 1)) {
                    case ">" -> ByteOrder.BIG_ENDIAN;
                    case "=" -> ByteOrder.nativeOrder();
                    default -> ByteOrder.LITTLE_ENDIAN;
                };
        return new NpyHeader(type, byteOrder, axes, bytes);
    }

    private static long[] axes(String text) throws IOException {
        try {
            long[] axes =
                    Arrays.stream(text.split(","))
                            .map(String::strip)
                            .filter(axis -> !axis.isEmpty())
                            .mapToLong(Long::parseLong)
                            .toArray();
            if (axes.length > MOST_AXES) {
                throw new IOException("has " + axes.length + " axes");
            }
            return axes;
        } catch (NumberFormatException e) {
            throw new IOException("has an axis of an impossible length", e);
        }
    }

    private static String group(Pattern pattern, String text, int group) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("has a header that describes no array of numbers");
        }
        return matcher.group(group);
    }

    /**
     * The header of an array in C's order, padded as NumPy does.
     *
     * @param type the numbers
     * @param shape length of each axis
     */
    static byte[] of(NpyType type, long... shape) {
        String axes =
                Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "))
                        + (shape.length == 1 ? "," : "");
        String text =
                "{'descr': '"
                        + type.description()
                        + "', 'fortran_order': False, 'shape': ("
                        + axes
                        + "), }";
        int before = MAGIC.length + 4;
        int padding = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
        byte[] body = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] header = Arrays.copyOf(MAGIC, before + body.length);
        header[MAGIC.length] = 1;
        header[MAGIC.length + 2] = (byte) body.length;
        header[MAGIC.length + 3] = (byte) (body.length >> Byte.SIZE);
        System.arraycopy(body, 0, header, before, body.length);
        return header;
    }

    /**
     * How many numbers there are.
     *
     * @throws ArithmeticException if more than 2⁶³
     */
    long count() {
        long count = 1;
        for (long axis : shape) {
            count = Math.multiplyExact(count, axis);
        }
        return count;
    }
}
