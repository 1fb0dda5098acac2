/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWriterTest {

    @TempDir Path temporary;

    private static Map<String, FolderWriter.Content> contents(FolderWriter.Content last) {
        Map<String, FolderWriter.Content> contents = new LinkedHashMap<>();
        contents.put("mark", out -> out.write(1));
        contents.put("last", last);
        return contents;
    }

    @Test
    void aFullDiskIsOneSentenceAndLeavesWhatWasThere() throws IOException {
        Path folder = temporary.resolve("bundle");
        FolderWriter.write(folder, "mark", contents(out -> out.write(2)));
        assertThatThrownBy(
                        () ->
                                FolderWriter.write(
                                        folder,
                                        "mark",
                                        contents(
                                                out -> {
                                                    out.write(3);
                                                    throw new IOException(
                                                            "No space left on device");
                                                })))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "The model bundle %s could not be written: No space left on device.",
                        folder);
        assertThat(folder.resolve("last")).hasBinaryContent(new byte[] {2});
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void filesAreWrittenInTheirOrder() throws IOException {
        List<String> order = new ArrayList<>();
        Map<String, FolderWriter.Content> contents = new LinkedHashMap<>();
        for (String name : List.of("z", "mark", "a")) {
            contents.put(name, out -> order.add(name));
        }
        FolderWriter.write(temporary.resolve("bundle"), "mark", contents);
        assertThat(order).containsExactly("z", "mark", "a");
    }
}
