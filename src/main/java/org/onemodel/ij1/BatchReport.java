/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A table of what came of each file: text in UTF-8, a tab between columns, each line written when
 * its file is done.
 *
 * @param file where it is
 */
record BatchReport(Path file) {

    private static final String HEADER =
            "status\tfile\tresult\twidth\theight\tchannels\tslices\tframes\ttype\tseconds\tnoise"
                    + "\tmessage";
    private static final int EMPTY_COLUMNS = 8;

    /**
     * Begins it.
     *
     * @param append whether to keep what is there
     * @throws IOException if it can't be written
     */
    void open(boolean append) throws IOException {
        if (append && Files.exists(file) && Files.size(file) > 0) {
            endLine();
        } else {
            Files.writeString(file, HEADER + "\n");
        }
    }

    /** A run that was killed may have left half a line. */
    private void endLine() throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            end.seek(end.length() - 1);
            if (end.read() != '\n') {
                end.write('\n');
            }
        }
    }

    /**
     * Adds a line.
     *
     * @param name the file's name
     * @param result the result's name, which is left out unless there is one
     * @param outcome the columns but the two names: all, or just status and message
     * @throws IOException if it can't be written
     */
    void append(String name, String result, String outcome) throws IOException {
        String[] columns = outcome.split("\t", 2);
        boolean full = columns[1].indexOf('\t') >= 0;
        boolean made = columns[0].equals("done") || columns[0].equals("kept");
        String line =
                String.join(
                        "\t",
                        columns[0],
                        oneLine(name),
                        made ? oneLine(result) : "",
                        full ? columns[1] : "\t".repeat(EMPTY_COLUMNS) + columns[1]);
        Files.writeString(
                file,
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Text without what would end a column. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\t\r\n]+\\s*", " ");
    }

    /** What a failure says. */
    static String sentence(Throwable e) {
        String message = e.getMessage();
        return oneLine(message == null || message.isBlank() ? e.toString() : message);
    }
}
