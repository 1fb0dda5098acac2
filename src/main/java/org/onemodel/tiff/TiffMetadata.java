/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a TIFF file tells about its image besides the pixels: calibration, unit, channels, slices
 * and frames, labels, display ranges, colours, selection, overlay and properties.
 *
 * <p>It is kept as bytes, in the byte order that they have, and not interpreted: an image of the
 * same size gets it as it was, and ImageJ, Fiji and others read what they wrote.
 */
public final class TiffMetadata {

    /** The tags that don't tell how the pixels are stored. */
    private static final List<Integer> CARRIED =
            List.of(
                    Tag.IMAGE_DESCRIPTION,
                    Tag.MAKE,
                    Tag.MODEL,
                    Tag.X_RESOLUTION,
                    Tag.Y_RESOLUTION,
                    Tag.RESOLUTION_UNIT,
                    Tag.SOFTWARE,
                    Tag.DATE_TIME,
                    Tag.ARTIST,
                    Tag.HOST_COMPUTER,
                    Tag.COLOR_MAP,
                    Tag.COPYRIGHT,
                    Tag.ICC_PROFILE,
                    Tag.IMAGEJ_METADATA_COUNTS,
                    Tag.IMAGEJ_METADATA,
                    Tag.MICRO_MANAGER_METADATA);

    private static final Set<Integer> IMAGEJ_PRIVATE =
            Set.of(Tag.IMAGEJ_METADATA_COUNTS, Tag.IMAGEJ_METADATA);

    private static final Pattern PLANES =
            Pattern.compile("(?m)^(images|channels|slices|frames|hyperstack|mode)=.*\n?");

    private static final Pattern FUNCTION = Pattern.compile("(?m)^(cf|c[0-9])=.*\n?");

    private static final Pattern RANGE =
            Pattern.compile("(?m)^(min|max)=([-+]?[0-9]{1,20}(?:\\.[0-9]{1,20})?)$");

    private static final Map<String, String> OTHER_END = Map.of("min", "max", "max", "min");

    /** Values of PhotometricInterpretation. */
    private static final int BLACK_IS_ZERO = 1;

    private static final int PALETTE = 3;

    private final ByteOrder order;
    private final int photometric;
    private final List<Field> fields;
    private final boolean rawPlanes;

    private TiffMetadata(ByteOrder order, int photometric, List<Field> fields, boolean rawPlanes) {
        this.order = order;
        this.photometric = photometric;
        this.fields = List.copyOf(fields);
        this.rawPlanes = rawPlanes;
    }

    /**
     * Nothing but the pixels, and black for 0.
     *
     * @param type type of the pixels
     * @return metadata of a file in ImageJ's byte order
     */
    public static TiffMetadata none(SampleType type) {
        int photometric = type == SampleType.RGB8 ? 2 : 1;
        return new TiffMetadata(ByteOrder.BIG_ENDIAN, photometric, List.of(), false);
    }

    /**
     * What the first directory of a file tells.
     *
     * @param rawPlanes whether the other planes have no directories
     * @param memory bytes that all tags may take
     */
    static TiffMetadata of(Directory directory, TiffInput input, boolean rawPlanes, long memory)
            throws IOException {
        List<Field> fields = new ArrayList<>();
        for (int tag : CARRIED) {
            Optional<Field> field = directory.field(tag, memory / CARRIED.size());
            if (field.isPresent() && field.get().type() == FieldType.LONG8) { // not in classic TIFF
                long[] values = directory.numbers(tag, 1, Integer.MAX_VALUE);
                fields.add(Field.longs(tag, input.order(), values));
            } else {
                field.ifPresent(fields::add);
            }
        }
        int photometric = (int) directory.number(Tag.PHOTOMETRIC, 1);
        return new TiffMetadata(input.order(), photometric, fields, rawPlanes);
    }

    /**
     * The metadata for an image of another number of planes: calibration, unit and the display
     * range stay; dimensions, and what ImageJ keeps of each channel and slice, go.
     *
     * @return new metadata
     */
    public TiffMetadata withoutPlanes() {
        List<Field> kept = new ArrayList<>();
        for (Field field : fields) {
            if (field.tag() == Tag.IMAGE_DESCRIPTION && field.text().startsWith("ImageJ=")) {
                String text = PLANES.matcher(field.text()).replaceAll("");
                kept.add(described(text));
            } else if (!IMAGEJ_PRIVATE.contains(field.tag())) {
                kept.add(field);
            }
        }
        return new TiffMetadata(order, photometric, kept, false);
    }

    /**
     * The metadata for an image of floats whose values are a straight line of this one's: the
     * calibration function goes, and so does a table of colours; the display range follows the
     * values.
     *
     * @param offset value of a pixel that is 0
     * @param slope value of a pixel that is 1, less the offset
     * @return new metadata
     */
    TiffMetadata forFloats(double offset, double slope) {
        List<Field> kept = new ArrayList<>();
        for (Field field : fields) {
            if (field.tag() == Tag.IMAGE_DESCRIPTION && field.text().startsWith("ImageJ=")) {
                String text = FUNCTION.matcher(field.text()).replaceAll("");
                kept.add(described(withRange(text, offset, slope)));
            } else if (field.tag() != Tag.COLOR_MAP) {
                kept.add(field);
            }
        }
        int shades = photometric == PALETTE ? BLACK_IS_ZERO : photometric;
        return new TiffMetadata(order, shades, kept, rawPlanes);
    }

    private static String withRange(String description, double offset, double slope) {
        return RANGE.matcher(description)
                .replaceAll(
                        range -> {
                            double grey = Double.parseDouble(range.group(2));
                            String name =
                                    slope < 0 ? OTHER_END.get(range.group(1)) : range.group(1);
                            return name + "=" + (offset + slope * grey);
                        });
    }

    private static Field described(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Field(Tag.IMAGE_DESCRIPTION, FieldType.ASCII, bytes);
    }

    /**
     * The text that describes the image: in files of ImageJ its calibration and dimensions.
     *
     * @return the text; empty if there is none
     */
    public String description() {
        return fields.stream()
                .filter(field -> field.tag() == Tag.IMAGE_DESCRIPTION)
                .map(Field::text)
                .findFirst()
                .orElse("");
    }

    /** Byte order of the values, which a file with them has to have. */
    ByteOrder order() {
        return order;
    }

    /** The value of PhotometricInterpretation. */
    int photometric() {
        return photometric;
    }

    /** The tags, with ascending numbers. */
    List<Field> fields() {
        return fields;
    }

    /** Whether the file was one of ImageJ's large stacks, whose planes have one directory. */
    boolean rawPlanes() {
        return rawPlanes;
    }
}
