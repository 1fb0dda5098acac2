/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder of images, and another one for what is made of them. */
final class BatchFolder {

    private final Path input;
    private final Path output;

    /**
     * Two folders.
     *
     * @param input must be there
     * @param output is made if need be
     * @throws IOException if there is no input, or both are the same
     */
    BatchFolder(Path input, Path output) throws IOException {
        if (!Files.isDirectory(input)) {
            throw new IOException("There is no folder " + input + "; check the path.");
        }
        Files.createDirectories(output);
        this.input = input.toRealPath();
        this.output = output.toRealPath();
        if (this.input.equals(this.output)) {
            throw new IOException(
                    "Input and output are the same folder, "
                            + input
                            + "; choose another one for the results.");
        }
    }

    /**
     * All files that are not hidden.
     *
     * @param deep whether to look into folders within it, but the output
     * @return their paths relative to the folder, in the order of their names
     * @throws IOException if the folder can't be read
     */
    List<Path> files(boolean deep) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                input,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                deep ? Integer.MAX_VALUE : 1,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        boolean skipped = isHidden(folder) || Files.isSameFile(folder, output);
                        return skipped && !folder.equals(input)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!attributes.isDirectory() && !isHidden(file)) {
                            files.add(input.relativize(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** A link that leads nowhere is named later; one that leads back is not. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        if (!Files.isDirectory(file)) {
                            files.add(input.relativize(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(files);
        return files;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    /**
     * Names the results: the file's name without its extension, and a suffix. Files that differ in
     * nothing but the extension, or in capital letters, keep it, so that no result replaces
     * another.
     *
     * @param files paths of files
     * @param suffix such as {@code -denoised}
     * @return the result's path by the file's
     */
    static Map<Path, Path> results(List<Path> files, String suffix) {
        Map<String, Integer> count = new HashMap<>();
        files.forEach(file -> count.merge(key(stemmed(file)), 1, Integer::sum));
        Map<Path, Path> results = new LinkedHashMap<>();
        for (Path file : files) {
            Path named = count.get(key(stemmed(file))) == 1 ? stemmed(file) : file;
            results.put(file, named.resolveSibling(named.getFileName() + suffix + ".tif"));
        }
        return results;
    }

    private static Path stemmed(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? file.resolveSibling(name.substring(0, dot)) : file;
    }

    private static String key(Path path) {
        return path.toString().toLowerCase(Locale.ROOT);
    }
}
