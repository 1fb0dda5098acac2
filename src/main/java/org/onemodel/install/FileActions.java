/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Path;

/** All that is ever done to files of a host; each may fail. */
interface FileActions {

    /** Copies a file to a place where there is none. */
    void copy(Path source, Path target) throws IOException;

    /** Writes a file where there is none. */
    void write(Path target, byte[] content) throws IOException;

    /** Moves a file, or a link itself, within a disk to a place where there is none. */
    void move(Path source, Path target) throws IOException;

    /** Lets a file take the place of another in one step, if the disk can do that. */
    void replace(Path source, Path target) throws IOException;

    /** Makes a folder in one that exists. */
    void createFolder(Path folder) throws IOException;

    /** Removes a file, a link itself, or an empty folder. */
    void delete(Path file) throws IOException;

    /** Bytes that there is room for in a folder. */
    long usableSpace(Path folder) throws IOException;
}
