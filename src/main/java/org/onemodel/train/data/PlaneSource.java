/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.nio.file.Path;

/**
 * Where a plane is read from.
 *
 * @param id the file and the plane's place in it
 * @param width columns in the file
 * @param height rows in the file
 * @param colour whether it has three channels
 * @param map from its grey values to [-1, 1]
 */
record PlaneSource(Id id, int width, int height, boolean colour, GreyMap map) {

    /**
     * What a plane is known by.
     *
     * @param file its file
     * @param index its place in the stack, from 0
     */
    record Id(Path file, int index) {

        @Override
        public String toString() {
            return index == 0 ? file.toString() : file + ", plane " + (index + 1);
        }
    }

    PlaneSource with(GreyMap other) {
        return new PlaneSource(id, width, height, colour, other);
    }

    boolean hasSizeOf(PlaneSource other) {
        return width == other.width && height == other.height && colour == other.colour;
    }
}
