/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.onemodel.image.RowSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The planes of a TIFF file, read by rows, so that neither the file nor a plane has to fit in
 * memory.
 *
 * <p>Read are TIFF and BigTIFF of both byte orders; pixels of 8 and 16 bits, floats of 32, and RGB
 * of 3 x 8 bits; strips and tiles, as they are or compressed with LZW, Deflate or PackBits, with
 * predictors; one directory for each plane, or ImageJ's large stacks, where only the first has one.
 * Pages of reduced size, as in pyramids, are passed over. Rows that are not compressed are read
 * where they are; otherwise the blocks of one row of blocks are in memory.
 *
 * <p>May be used by several threads. A file is checked when it is opened: that all directories are
 * whole and all pixels inside the file.
 */
public final class TiffPlanes implements Closeable {

    /** A quarter of the heap may hold decompressed blocks. */
    private static final int SHARE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(TiffPlanes.class);

    private final Path file;
    private final TiffInput input;
    private final Pages pages;
    private final TiffImage image;
    private final int channels;

    private TiffPlanes(Path file, TiffInput input) throws IOException {
        this.file = file;
        this.input = input;
        this.pages = Pages.of(input);
        this.image = image(input, pages);
        int told = Hyperstack.of(image.metadata().description()).channels();
        this.channels = pages.count() % told == 0 ? told : 1;
    }

    private static TiffImage image(TiffInput input, Pages pages) throws IOException {
        PlaneFormat format = pages.format();
        TiffMetadata metadata = TiffMetadata.of(pages.first(), input, pages.raw(), memory());
        int told = Hyperstack.of(metadata.description()).images();
        return new TiffImage(
                format.width(),
                format.height(),
                pages.count(),
                format.type(),
                told == 1 || told == pages.count() ? metadata : metadata.withoutPlanes());
    }

    private static long memory() {
        return Runtime.getRuntime().maxMemory() / SHARE;
    }

    /**
     * Opens a file, without reading its pixels.
     *
     * @param file a TIFF file
     * @return its planes, to be closed
     * @throws IOException if the file is missing, damaged, cut short or of a form that is not read
     *     here; the message says which
     */
    public static TiffPlanes open(Path file) throws IOException {
        TiffInput input = TiffInput.open(file);
        try {
            TiffPlanes planes = new TiffPlanes(file, input);
            planes.pages.check();
            planes.plane(0); // whether its blocks fit in memory
            return planes;
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /**
     * Whether a file has to be read in this way: ImageJ can't open it (BigTIFF, or tiles), or can't
     * hold it, its result and one plane as floats in half of the memory. No pixels are read.
     *
     * @param file a file, of any format
     * @param heap bytes of memory, such as {@code Runtime.getRuntime().maxMemory()}
     * @return false also for files that are not read here
     * @throws IOException if the file can't be read at all
     */
    public static boolean isNeededFor(Path file, long heap) throws IOException {
        if (!TiffInput.isTiff(file)) {
            return false;
        }
        try (TiffInput input = TiffInput.open(file)) {
            if (input.big()) {
                return true;
            }
            Pages pages;
            try {
                pages = Pages.of(input);
            } catch (IOException e) { // ImageJ reads other forms, or tells what is wrong
                LOG.debug("{} is not read by rows", file, e);
                return false;
            }
            boolean foreign = pages.first().has(Tag.TILE_WIDTH);
            return foreign || inImageJ(pages) > heap / 2.0;
        }
    }

    /** Bytes that ImageJ and a restoration of whole planes take. */
    private static double inImageJ(Pages pages) {
        PlaneFormat format = pages.format();
        double imageAndResult = 2.0 * format.bytes() * pages.count();
        double pixels = (double) format.width() * format.height();
        double inputSumAndWeight = 3.0 * Float.BYTES * format.type().channels() * pixels;
        return imageAndResult + inputSumAndWeight;
    }

    /**
     * What the file holds.
     *
     * @return sizes, type and metadata
     */
    public TiffImage image() {
        return image;
    }

    /**
     * Number of planes.
     *
     * @return at least 1
     */
    public int count() {
        return image.planes();
    }

    /**
     * The channel of the hyperstack that a plane belongs to.
     *
     * @param index from 0 to {@code count() - 1}
     * @return from 0 to the image's number of channels minus 1; 0 if the file does not tell
     */
    public int channelOf(int index) {
        return Objects.checkIndex(index, count()) % channels;
    }

    /**
     * A plane.
     *
     * @param index from 0 to {@code count() - 1}, in stack order
     * @return its rows, which are read as long as this is open; floats may be NaN or infinite
     * @throws IOException if the plane can't be read, or its blocks take too much memory
     */
    public RowSource plane(int index) throws IOException {
        Objects.checkIndex(index, count());
        String name = "Plane " + (index + 1) + " of " + file;
        return new PlaneRows(input, pages.blocks(index), name, memory());
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
