/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

/** The tags of TIFF 6.0, and of ImageJ, that are read or written here. */
final class Tag {

    static final int NEW_SUBFILE_TYPE = 254;
    static final int IMAGE_WIDTH = 256;
    static final int IMAGE_LENGTH = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int IMAGE_DESCRIPTION = 270;
    static final int MAKE = 271;
    static final int MODEL = 272;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTE_COUNTS = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int PLANAR_CONFIGURATION = 284;
    static final int RESOLUTION_UNIT = 296;
    static final int SOFTWARE = 305;
    static final int DATE_TIME = 306;
    static final int ARTIST = 315;
    static final int HOST_COMPUTER = 316;
    static final int PREDICTOR = 317;
    static final int COLOR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_LENGTH = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTE_COUNTS = 325;
    static final int SAMPLE_FORMAT = 339;
    static final int COPYRIGHT = 33432;
    static final int ICC_PROFILE = 34675;

    /** ImageJ: the lengths of the entries of {@link #IMAGEJ_METADATA}. */
    static final int IMAGEJ_METADATA_COUNTS = 50838;

    /**
     * ImageJ: information, slice labels, display ranges, colours, selection, overlay, properties.
     */
    static final int IMAGEJ_METADATA = 50839;

    /** Micro-Manager: what the microscope was set to, as JSON. */
    static final int MICRO_MANAGER_METADATA = 51123;

    private Tag() {}
}
