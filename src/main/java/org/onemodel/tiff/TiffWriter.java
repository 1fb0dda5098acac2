/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.onemodel.files.WholeFile;
import org.onemodel.image.RowSink;

/**
 * Writes a TIFF file by rows, so that not even a plane has to fit in memory, whole or not at all.
 *
 * <p>Pixels are not compressed, and stand in strips of about 1 MB. The file is classic TIFF where
 * it stays below 4 GB, and BigTIFF above; an image read from one of ImageJ's large stacks becomes
 * such a stack again, which ImageJ opens. With the metadata of a file comes its byte order.
 */
public final class TiffWriter {

    /** Computes and writes the planes. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all rows of all planes.
         *
         * @param planes takes them
         * @throws IOException if a plane could not be read or written
         */
        void writeTo(TiffWriter planes) throws IOException;
    }

    private final TiffOutput output;
    private final TiffImage image;
    private final FileLayout layout;
    private final PlaneSink[] sinks;

    private TiffWriter(TiffOutput output, TiffImage image, FileLayout layout, Path name) {
        this.output = output;
        this.image = image;
        this.layout = layout;
        this.sinks = new PlaneSink[image.planes()];
        for (int i = 0; i < sinks.length; i++) {
            String plane = "Plane " + (i + 1) + " of " + name;
            long position = layout.planePosition(i);
            sinks[i] = new PlaneSink(output, image, position, layout.order(), plane);
        }
    }

    /**
     * Writes a file; an older one of this name stays as it was until the new one is whole.
     *
     * @param file the file
     * @param image what it holds
     * @param content writes the planes, after the path and the space on the disk were checked
     * @throws IOException if the file could not be written, for example since the disk is full, or
     *     the content throws one
     * @throws IllegalStateException if the content leaves out rows
     */
    public static void write(Path file, TiffImage image, Content content) throws IOException {
        WholeFile whole = new WholeFile(file);
        FileLayout layout = FileLayout.of(image);
        checkSpace(file, layout.fileBytes());
        whole.write(
                temporary -> {
                    try (TiffOutput output = new TiffOutput(temporary, file)) {
                        TiffWriter writer = new TiffWriter(output, image, layout, file);
                        writer.writeDirectories();
                        content.writeTo(writer);
                        writer.checkComplete(file);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void checkSpace(Path file, long needed) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (needed > free) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s can't be written: it needs %d MB, and the disk of %s has %d MB left;"
                                    + " make room or choose another folder.",
                            file,
                            (needed >> 20) + 1,
                            folder,
                            free >> 20));
        }
    }

    private void writeDirectories() throws IOException {
        output.write(0, layout.header());
        for (int i = 0; i < layout.directories(); i++) {
            output.write(layout.directoryPosition(i), layout.directory(i));
        }
        output.write(layout.sharedPosition(), layout.sharedValues());
    }

    private void checkComplete(Path file) {
        for (PlaneSink sink : sinks) {
            if (sink.done() < image.height()) {
                throw new IllegalStateException(
                        file
                                + " lacks rows: a plane has "
                                + sink.done()
                                + " of "
                                + image.height()
                                + "; write all before the end.");
            }
        }
    }

    /**
     * A plane, which is written once.
     *
     * @param index from 0 to the number of planes minus 1; in any order, and several at a time
     * @return takes its rows from the first to the last, or again from the first; integers are
     *     rounded and clamped to the type's range, and a value that is NaN or infinite throws an
     *     {@link IllegalArgumentException} there #write} gives back as an {@link IOException}
     */
    public RowSink plane(int index) {
        return sinks[Objects.checkIndex(index, sinks.length)];
    }
}
