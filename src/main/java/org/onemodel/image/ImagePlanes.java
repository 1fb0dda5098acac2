/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Planes of an ImageJ image in stack order (channels first, then slices, then frames): all of them,
 * or those of a selection, and of each the whole or the box around a region.
 *
 * <p>Each plane is read from the stack when it is asked for, so a virtual stack is never in memory
 * as a whole. Values are raw: a calibration function, as of signed 16-bit images, is not applied.
 * The image is not modified. Immutable.
 */
public final class ImagePlanes implements Planes {

    private static final String REMEDY =
            "replace them by numbers first, for example with Process > Noise > Remove NaNs... or"
                    + " Process > Math > Macro...";

    private final ImagePlus image;
    private final PixelType type;
    private final SelectedPlanes selected;
    private final Optional<Region> region;
    private final IntConsumer watch;

    /**
     * All planes of an image, each as a whole.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @throws IllegalArgumentException if there is no image, it has no pixels or an unknown type
     */
    public ImagePlanes(ImagePlus image) {
        this(checkOpen(image), PlaneSelection.ALL.of(image), Optional.empty(), index -> {});
    }

    private ImagePlanes(
            ImagePlus image, SelectedPlanes selected, Optional<Region> region, IntConsumer watch) {
        this.image = image;
        this.type = PixelType.of(image);
        this.selected = selected;
        this.region = region;
        this.watch = watch;
    }

    /**
     * Some planes of the same image.
     *
     * @param selection which; resolved now, so that it does not matter if the image shows another
     *     plane later
     * @return new planes
     * @throws IllegalArgumentException if the image does not have a position that is asked for
     */
    public ImagePlanes withSelection(PlaneSelection selection) {
        return new ImagePlanes(image, selection.of(image), region, watch);
    }

    /**
     * The box around the image's selection in each of the same planes.
     *
     * @param use whether the selection counts
     * @param margin pixels around the selection that a network is shown for context
     * @return new planes
     * @throws IllegalArgumentException if the selection is outside the image; or if it has to be
     *     used and there is none or it has no area
     */
    public ImagePlanes withRegion(RegionUse use, int margin) {
        return new ImagePlanes(image, selected, Region.of(image, use, margin), watch);
    }

    /**
     * All planes of the same image, each as a whole.
     *
     * @return new planes
     */
    public ImagePlanes whole() {
        return new ImagePlanes(image, PlaneSelection.ALL.of(image), Optional.empty(), watch);
    }

    @Override
    public ImagePlanes watched(IntConsumer other) {
        return new ImagePlanes(image, selected, region, other);
    }

    /**
     * Those of these planes that the image shows now: of a composite the channels that are switched
     * on, of other images one plane.
     *
     * @return new planes
     * @throws IllegalArgumentException if the image shows none of these planes
     */
    public ImagePlanes shown() {
        SelectedPlanes shown = selected.and(ShownPlanes.of(image));
        if (shown.count() == 0) {
            throw new IllegalArgumentException(
                    "What '"
                            + image.getTitle()
                            + "' shows is not among the channels, slices and frames that are"
                            + " chosen.");
        }
        return new ImagePlanes(image, shown, region, watch);
    }

    /**
     * The image's pixels that these planes are to be restored in.
     *
     * @return all, or the bounds of the selection inside the image
     */
    public Rectangle restoredBounds() {
        return region.map(Region::selectedBounds)
                .orElse(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
    }

    private static ImagePlus checkOpen(ImagePlus image) {
        if (image == null) {
            throw new IllegalArgumentException("There is no image; open one and choose it.");
        }
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getProcessor() == null) {
            throw new IllegalArgumentException(
                    "The image '"
                            + image.getTitle()
                            + "' has no pixels ("
                            + image.getWidth()
                            + " x "
                            + image.getHeight()
                            + "): it was closed or no open image has"
                            + " this title; open it and choose it again.");
        }
        return image;
    }

    /** The image. */
    ImagePlus image() {
        return image;
    }

    /** Its type. */
    PixelType type() {
        return type;
    }

    /** Which of its planes these are. */
    SelectedPlanes selected() {
        return selected;
    }

    /**
     * What is restored of each plane.
     *
     * @return the region, or nothing if these are whole planes
     */
    public Optional<Region> region() {
        return region;
    }

    /**
     * Where the planes' pixels lie in the image.
     *
     * @return all of it, or the region's box
     */
    public Rectangle bounds() {
        return new Rectangle(
                region.map(Region::x).orElse(0),
                region.map(Region::y).orElse(0),
                width(),
                height());
    }

    @Override
    public int width() {
        return region.map(Region::width).orElse(image.getWidth());
    }

    @Override
    public int height() {
        return region.map(Region::height).orElse(image.getHeight());
    }

    @Override
    public int count() {
        return selected.count();
    }

    /**
     * Number of channels in each plane.
     *
     * @return 3 for RGB and for 8-bit colour images, otherwise 1
     */
    public int channelsPerPlane() {
        return type.channels();
    }

    /**
     * The channel of the hyperstack that a plane belongs to.
     *
     * @param index from 0 to {@code count() - 1}
     * @return from 0 to the image's number of channels minus 1
     */
    public int channelOf(int index) {
        return selected.channel(Objects.checkIndex(index, count())) - 1;
    }

    /**
     * Place of a plane in the stack.
     *
     * @param index from 0 to {@code count() - 1}
     * @return from 1
     */
    public int stackIndex(int index) {
        Objects.checkIndex(index, count());
        return image.getStackIndex(
                selected.channel(index), selected.slice(index), selected.frame(index));
    }

    @Override
    public RowSource rows(int index) {
        ImageProcessor slice = slice(index);
        int x = region.map(Region::x).orElse(0);
        int y = region.map(Region::y).orElse(0);
        RowSource rows = new SliceRows(slice, type, x, y, width(), height());
        return new WatchedRows(rows, () -> watch.accept(index));
    }

    @Override
    public Plane finitePlane(int index) {
        Plane plane = plane(index);
        if (type.mayHaveHoles()) {
            FiniteValues.check(plane, nameOf(index), REMEDY);
        }
        return plane;
    }

    @Override
    public String nameOf(int index) {
        return "Slice " + stackIndex(index) + " of '" + image.getTitle() + "'";
    }

    /** The whole slice of a plane, which must not be modified. */
    ImageProcessor slice(int index) {
        watch.accept(index);
        ImageProcessor slice = image.getStack().getProcessor(stackIndex(index));
        if (slice == null) {
            throw new IllegalArgumentException(
                    nameOf(index) + " can't be read; check that its file is still there.");
        }
        boolean sameSize =
                slice.getWidth() == image.getWidth() && slice.getHeight() == image.getHeight();
        if (!sameSize || !type.fits(slice)) {
            throw new IllegalArgumentException(
                    nameOf(index)
                            + " has "
                            + slice.getWidth()
                            + " x "
                            + slice.getHeight()
                            + " pixels of "
                            + slice.getBitDepth()
                            + " bits; expected "
                            + image.getWidth()
                            + " x "
                            + image.getHeight()
                            + " of "
                            + image.getBitDepth()
                            + " like the stack.");
        }
        return slice;
    }
}
