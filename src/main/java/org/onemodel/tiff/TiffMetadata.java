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
                byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
                kept.add(new Field(field.tag(), FieldType.ASCII, bytes));
            } else if (!IMAGEJ_PRIVATE.contains(field.tag())) {
                kept.add(field);
            }
        }
        return new TiffMetadata(order, photometric, kept, false);
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
