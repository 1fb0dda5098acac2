/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;

/**
 * Downloads a build of PyTorch into DJL's folder, as DJL lays it out: a folder {@code
 * VERSION-FLAVOR-SYSTEM} with the native libraries and the binding to Java, {@code
 * DJLVERSION-libdjl_torch.so}.
 *
 * <p>Jars of Maven Central are compared with SHA-256 that are known here. DJL's own server, which
 * has the builds for GPUs, publishes a list of gzips, {@code files.txt}, and no checksums; each
 * gzip has one inside. All is gathered in a folder that ends with {@code .part}, from which a
 * download that broke goes on, and which takes its name in one step.
 */
public final class EngineDownload {

    /** The end of the name of a folder that is not whole. */
    static final String UNFINISHED = ".part";

    private static final String INDEX = "files.txt";

    private record Parcel(VerifiedDownload download, Unpacking unpacking) {}

    private final EngineOffer offer;
    private final Path gathered;

    /**
     * A download to be made.
     *
     * @param offer what the user agreed to
     */
    public EngineDownload(EngineOffer offer) {
        this.offer = offer;
        gathered = offer.folder().resolveSibling(offer.folder().getFileName() + UNFINISHED);
    }

    /**
     * Downloads and unpacks; an interrupted thread stops it.
     *
     * @param progress gives, for each file, who is told how far it is
     * @return the folder
     * @throws IOException with one sentence, if something does not come or cannot be written; what
     *     came is kept for the next attempt
     */
    public Path run(Function<VerifiedDownload, DownloadProgress> progress) throws IOException {
        Files.createDirectories(gathered);
        List<Parcel> parcels = isWhole() ? List.of() : libraries(progress);
        for (Parcel parcel : parcels) {
            fetch(parcel, progress);
        }
        fetch(binding(), progress);
        finish();
        return offer.folder();
    }

    /** Whether only the binding can be missing. */
    private boolean isWhole() {
        return Files.isDirectory(offer.folder())
                && new NativeLibrary(
                                NativeLibrary.Source.CACHE,
                                PublishedBuild.VERSION,
                                offer.flavor(),
                                offer.folder(),
                                "",
                                false)
                        .missingFiles()
                        .isEmpty();
    }

    private List<Parcel> libraries(Function<VerifiedDownload, DownloadProgress> progress)
            throws IOException {
        String place = offer.flavor() + "/" + offer.classifier();
        VerifiedDownload first = offer.downloads().get(0);
        if (!offer.flavor().isCuda()) {
            return List.of(new Parcel(first, Unpacking.jarFolder("pytorch/" + place, "")));
        }
        URI source = first.source();
        Path index = gathered.resolve(INDEX);
        first.to(index, progress.apply(first));
        List<Parcel> parcels = new ArrayList<>();
        for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
            if (line.startsWith(place + "/")) {
                parcels.add(gzip(source.resolve(line)));
            }
        }
        if (parcels.isEmpty()) {
            throw new IOException(source + " lists no files of " + place + "; try another build.");
        }
        return parcels;
    }

    private static Parcel gzip(URI source) {
        String path = source.getRawPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String file = URLDecoder.decode(name.replaceAll("\\.gz$", ""), StandardCharsets.UTF_8);
        return new Parcel(new VerifiedDownload(source, Checksum.UNKNOWN), Unpacking.gzip(file));
    }

    private Parcel binding() {
        return new Parcel(
                offer.downloads().get(1),
                Unpacking.jarFolder(
                        "jnilib/" + offer.classifier() + "/" + offer.flavor(),
                        PublishedBuild.DJL + "-"));
    }

    private void fetch(Parcel parcel, Function<VerifiedDownload, DownloadProgress> progress)
            throws IOException {
        VerifiedDownload download = parcel.download();
        Path done = gathered.resolve(download.fileName() + ".done");
        if (Files.exists(done)) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("The download was interrupted; what came is kept.");
        }
        Path archive = gathered.resolve(download.fileName());
        download.withAdvice("run it again once that is put right; what came is kept")
                .unlessThere(archive, progress.apply(download));
        try {
            parcel.unpacking().unpack(archive, gathered);
        } catch (IOException e) {
            Files.deleteIfExists(archive); // a gzip whose own checksum is wrong comes anew
            throw new IOException(
                    download.source()
                            + " could not be unpacked ("
                            + e.getMessage()
                            + "); try again.",
                    e);
        }
        Files.createFile(done);
        Files.delete(archive);
    }

    private void finish() throws IOException {
        Files.deleteIfExists(gathered.resolve(INDEX));
        for (Path file : files()) {
            if (file.toString().endsWith(".done")) {
                Files.delete(file);
            }
        }
        if (isWhole()) {
            for (Path file : files()) {
                Files.move(
                        file,
                        offer.folder().resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(gathered);
            return;
        }
        if (Files.exists(offer.folder())) {
            EngineReset.delete(offer.folder()); // what is there is not whole
        }
        Files.move(gathered, offer.folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(gathered)) {
            return files.toList();
        }
    }
}
