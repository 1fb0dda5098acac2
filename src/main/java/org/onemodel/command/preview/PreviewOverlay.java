/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview below the outlines that an image has at the time, those of the ROI Manager included, so
 * that all can be seen and picked as without it.
 */
final class PreviewOverlay extends Overlay {

    private final ImagePlus image;
    private final Overlay before;
    private final Roi preview;

    /**
     * An overlay that ImageJ draws above the image's own.
     *
     * @param image the image
     * @param before what would be drawn in its place, or null
     * @param preview the preview
     */
    PreviewOverlay(ImagePlus image, Overlay before, Roi preview) {
        this.image = image;
        this.before = before;
        this.preview = preview;
    }

    private List<Roi> all() {
        List<Roi> all = new ArrayList<>();
        all.add(preview);
        Overlay own = image.getOverlay();
        if (own != null && !image.getHideOverlay()) {
            all.addAll(List.of(own.toArray()));
        }
        if (before != null) {
            all.addAll(List.of(before.toArray()));
        }
        return all;
    }

    @Override
    public int size() {
        return all().size();
    }

    @Override
    public Roi get(int index) {
        List<Roi> all = all();
        return index >= 0 && index < all.size() ? all.get(index) : null;
    }

    @Override
    public Roi[] toArray() {
        return all().toArray(Roi[]::new);
    }

    @Override
    public boolean contains(Roi roi) {
        return all().contains(roi);
    }
}
