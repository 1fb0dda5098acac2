/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The image files that a path, a folder or a glob stands for. */
public final class ImageSources {

    private static final String GLOB = ".*[*?\\[{].*";

    /** What is taken for an image in a folder. */
    private static final Set<String> READABLE =
            Set.of(
                    "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pbm", "fits",
                    "fit", "fts", "dcm");

    private ImageSources() {}

    /**
     * Whether an input may stand for several files.
     *
     * @param input a path or a glob
     * @return true for a folder or a glob
     */
    public static boolean isMany(String input) {
        return isGlob(input) || Files.isDirectory(Path.of(input));
    }

    /**
     * Finds the files.
     *
     * @param input a file; a folder, which stands for the images in it; or a glob such as {@code
     *     scans/*.tif}, where {@code **} also goes into folders
     * @return the files in the order of their names
     * @throws IOException if there is none
     */
    public static List<Path> find(String input) throws IOException {
        if (isGlob(input)) {
            return glob(input);
        }
        Path path = Path.of(input);
        if (!Files.exists(path)) {
            throw new IOException("There is no image file " + input + "; check the path.");
        }
        return Files.isDirectory(path) ? imagesIn(path) : List.of(path);
    }

    /**
     * The images in a folder, not those in folders within it.
     *
     * @param folder a folder
     * @return the images in the order of their names
     * @throws IOException if there is no folder or no image in it
     */
    public static List<Path> imagesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + "; check the path.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images = images(files.filter(ImageSources::looksLikeImage));
            if (images.isEmpty()) {
                throw new IOException(
                        "There is no image in the folder "
                                + folder
                                + "; images end with .tif, .png, .jpg and the like.");
            }
            return images;
        }
    }

    private static boolean looksLikeImage(Path file) {
        return READABLE.contains(extension(file));
    }

    /**
     * The extension of a file's name.
     *
     * @param file a path
     * @return such as {@code tif}, in lower case; the whole name if it has no dot
     */
    public static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * The name of a file without its extension.
     *
     * @param file a path
     * @return such as {@code cells} for {@code scans/cells.tif}
     */
    public static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean isGlob(String input) {
        return input.matches(GLOB) && !existsLiterally(input);
    }

    private static boolean existsLiterally(String input) {
        // Windows has no path with an asterisk.
        boolean legal = FileSystems.getDefault().getSeparator().equals("/");
        return legal && Files.exists(Path.of(input));
    }

    private static List<Path> glob(String input) throws IOException {
        String pattern = input.replace(FileSystems.getDefault().getSeparator(), "/");
        int firstGlob = 0;
        while (!pattern.substring(firstGlob, firstGlob + 1).matches("[*?\\[{]")) {
            firstGlob++;
        }
        String folder = pattern.substring(0, pattern.lastIndexOf('/', firstGlob) + 1);
        String rest = pattern.substring(folder.length());
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        Path base = Path.of(folder.isEmpty() ? "." : folder);
        int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
        List<Path> found = List.of();
        if (Files.isDirectory(base)) {
            try (Stream<Path> files = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
                found = images(files.filter(file -> matcher.matches(base.relativize(file))));
            }
        }
        if (found.isEmpty()) {
            throw new IOException("There is no file that matches " + input + "; check the path.");
        }
        return found;
    }

    private static List<Path> images(Stream<Path> files) {
        return files.filter(Files::isRegularFile)
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .sorted()
                .toList();
    }
}
