/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the files of a bundle come from: a folder, a zip, or a folder inside the jar. */
interface BundleFiles {

    /** A bundle has three; people add pictures and licences. */
    int MOST_FILES = 10_000;

    /** The place in words, for messages. */
    String where();

    /** The place of a file in words, for messages. */
    default String where(String file) {
        return where() + "/" + file;
    }

    /**
     * Opens a file.
     *
     * @param file its name, without folders
     * @return its bytes, for the caller to close, or null if there is no such file
     */
    InputStream find(String file) throws IOException;

    /** The size of all on disk. */
    long bytes() throws IOException;

    /** Opens a file, for the caller to close; it is an error if there is none. */
    default InputStream open(String file) throws ModelException {
        InputStream in;
        try {
            in = find(file);
        } catch (IOException e) {
            throw unreadable(where(file), e);
        }
        if (in == null) {
            throw new ModelException(where() + " is no model bundle: it has no " + file + ".");
        }
        return in;
    }

    /** Reads a file whole; it is an error if there is none, or if it is larger than this. */
    default byte[] read(String file, int most) throws ModelException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(where(file), most);
            }
            return bytes;
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(where(file), e);
        }
    }

    /** A file that is there and cannot be read. */
    static ModelException unreadable(String where, IOException cause) {
        return new ModelException(where + " could not be read: " + cause.getMessage() + ".", cause);
    }

    /** A file that has more bytes than it can have. */
    static ModelException tooLarge(String where, long most) {
        return new ModelException(
                where + " is larger than it can be for this model: more than " + most + " bytes.");
    }

    /** The files of a folder. */
    static BundleFiles folder(Path folder) {
        return new BundleFiles() {
            @Override
            public String where() {
                return folder.toString();
            }

            @Override
            public InputStream find(String file) throws IOException {
                Path path = folder.resolve(file);
                // What is no file, such as a pipe, may have no end.
                return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
            }

            @Override
            public long bytes() throws IOException {
                long bytes = 0;
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        bytes += Files.size(file);
                    }
                }
                return bytes;
            }
        };
    }

    /**
     * The files of a zip, at its top or in its only folder. They are read as streams: what the
     * entries are called cannot make a file anywhere.
     */
    static BundleFiles zip(Path zip) {
        return new BundleFiles() {
            @Override
            public String where() {
                return zip.toString();
            }

            @Override
            public InputStream find(String file) throws IOException {
                ZipFile archive = new ZipFile(zip.toFile());
                try {
                    ZipEntry entry = entry(archive, file);
                    if (entry != null) {
                        return closing(archive, archive.getInputStream(entry));
                    }
                } catch (IllegalArgumentException e) {
                    archive.close();
                    throw new IOException("a name or comment in it is no text", e);
                } catch (IOException | RuntimeException e) {
                    archive.close();
                    throw e;
                }
                archive.close();
                return null;
            }

            @Override
            public long bytes() throws IOException {
                return Files.size(zip);
            }
        };
    }

    private static ZipEntry entry(ZipFile archive, String file) throws IOException {
        if (archive.size() > MOST_FILES) {
            throw new IOException("a bundle has no " + archive.size() + " files");
        }
        Pattern name = Pattern.compile("([^/]+/)?" + Pattern.quote(file));
        List<? extends ZipEntry> entries =
                archive.stream().filter(e -> name.matcher(e.getName()).matches()).toList();
        if (entries.size() > 1) {
            throw new IOException("it has more than one " + file);
        }
        return entries.isEmpty() ? null : entries.get(0);
    }

    /** A stream that closes its archive. */
    private static InputStream closing(ZipFile archive, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                archive.close(); // and all its streams
            }
        };
    }

    /** The files of a folder among the resources of this jar. */
    static BundleFiles resource(String folder) {
        return new BundleFiles() {
            @Override
            public String where() {
                return "the built-in " + folder;
            }

            @Override
            public InputStream find(String file) {
                return BundleFiles.class.getClassLoader().getResourceAsStream(folder + "/" + file);
            }

            @Override
            public long bytes() throws IOException {
                long bytes = 0;
                for (String file :
                        List.of(ModelBundle.DESCRIPTION, ModelBundle.WEIGHTS, ModelBundle.CARD)) {
                    URL url = BundleFiles.class.getClassLoader().getResource(folder + "/" + file);
                    bytes += url == null ? 0 : url.openConnection().getContentLengthLong();
                }
                return bytes;
            }
        };
    }
}
