/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.List;

/**
 * Copies overlay and selection to a result; what belongs to one plane follows it to its new place,
 * or is left out of the overlay if the plane is not in the result.
 *
 * @param source the planes that were restored
 * @param slicesPerPlane slices of the result for each of them
 */
record ResultRois(ImagePlanes source, int slicesPerPlane) {

    /** Copies both. */
    void copyTo(ImagePlus result) {
        Overlay overlay = source.image().getOverlay();
        if (overlay != null) {
            result.setOverlay(moved(overlay.duplicate()));
            result.setHideOverlay(source.image().getHideOverlay());
        }
        Roi roi = source.image().getRoi();
        if (roi != null) {
            Roi copy = (Roi) roi.clone();
            if (!move(copy)) {
                copy.setPosition(0);
            }
            result.setRoi(copy);
        }
    }

    private Overlay moved(Overlay overlay) {
        for (int i = overlay.size() - 1; i >= 0; i--) {
            if (!move(overlay.get(i))) {
                overlay.remove(i);
            }
        }
        return overlay;
    }

    /** Whether the plane of the outline is in the result. */
    private boolean move(Roi roi) {
        boolean sameStack = slicesPerPlane == 1 && source.count() == source.image().getStackSize();
        if (sameStack) {
            return true;
        }
        SelectedPlanes selected = source.selected();
        if (roi.hasHyperStackPosition()) {
            int channel = place(selected.channels(), roi.getCPosition());
            int slice = place(selected.slices(), roi.getZPosition());
            int frame = place(selected.frames(), roi.getTPosition());
            // An outline in one RGB slice belongs to all three channels that come of it.
            roi.setPosition(slicesPerPlane > 1 ? Math.min(0, channel) : channel, slice, frame);
            return channel >= 0 && slice >= 0 && frame >= 0;
        }
        if (roi.getPosition() <= 0) {
            return true;
        }
        int[] position = source.image().convertIndexToPosition(roi.getPosition());
        int channel = place(selected.channels(), position[0]) - 1;
        int slice = place(selected.slices(), position[1]) - 1;
        int frame = place(selected.frames(), position[2]) - 1;
        if (channel < 0 || slice < 0 || frame < 0) {
            return false;
        }
        if (slicesPerPlane > 1) {
            roi.setPosition(0, slice + 1, frame + 1);
        } else {
            int plane = frame * selected.slices().size() + slice;
            roi.setPosition(plane * selected.channels().size() + channel + 1);
        }
        return true;
    }

    /** The new place of a position, both from 1; 0, for all, stays 0; -1 if it is not selected. */
    private static int place(List<Integer> selected, int position) {
        if (position == 0) {
            return 0;
        }
        int index = selected.indexOf(position);
        return index < 0 ? -1 : index + 1;
    }
}
