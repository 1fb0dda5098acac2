/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.onemodel.files.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that is there while a native library is loaded and computes for the first time. One
 * whose process is gone tells of a library that took its Java down.
 *
 * <p>Each process has its own file in {@code .onemodel/engine-starting} of the user's home, with
 * the time when the process started, as numbers of processes come back, and the name of the
 * machine, as homes are shared. A Java that ends in order, even by Ctrl-C, removes it.
 */
final class StartMarker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartMarker.class);
    private static final String ENDING = ".properties";

    private final Path file;
    private final Thread atEnd;

    private StartMarker(Path file) {
        this.file = file;
        this.atEnd = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** The folder of all such files. */
    static Path folder() {
        return Path.of(System.getProperty("user.home"), ".onemodel", "engine-starting");
    }

    /**
     * Writes this process's file; where that is impossible, the work goes on without.
     *
     * @param library what is to be loaded
     * @param work what is about to happen, as in "was loaded"
     * @return closed once that has gone well or failed in order
     */
    static StartMarker open(NativeLibrary library, String work) {
        ProcessHandle process = ProcessHandle.current();
        Path file = folder().resolve(process.pid() + ENDING);
        Properties properties = new Properties();
        properties.setProperty("version", library.version());
        properties.setProperty("flavor", library.flavor().name());
        properties.setProperty("folder", library.folder().toString());
        properties.setProperty("work", work);
        properties.setProperty("process", String.valueOf(process.pid()));
        properties.setProperty("processStarted", started(process));
        properties.setProperty("machine", machine());
        properties.setProperty("time", Instant.now().toString());
        properties.setProperty("directory", System.getProperty("user.dir"));
        try {
            Files.createDirectories(folder());
            new WholeFile(file)
                    .write(
                            path -> {
                                try (var out = Files.newOutputStream(path)) {
                                    properties.store(out, "A native library is being started.");
                                }
                            });
        } catch (IOException e) {
            LOG.debug("The start of PyTorch could not be noted: {}", e.getMessage());
        }
        return new StartMarker(file);
    }

    /**
     * The crashes of this machine that nobody has looked at.
     *
     * @return those whose process is gone
     */
    static List<Crash> crashes() {
        List<Crash> crashes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                read(file).filter(StartMarker::isOver).map(Crash::of).ifPresent(crashes::add);
            }
        } catch (IOException e) {
            return List.of(); // nothing was ever started
        }
        return crashes;
    }

    /**
     * Forgets the crashes of this machine, and those of others, but no start that is under way.
     *
     * @return the files that were removed
     * @throws IOException if one cannot be removed
     */
    static List<Path> forget() throws IOException {
        List<Path> removed = new ArrayList<>();
        if (!Files.isDirectory(folder())) {
            return removed;
        }
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                Optional<Properties> marker = read(file);
                if (marker.isEmpty() || isOver(marker.get())) {
                    Files.deleteIfExists(file);
                    removed.add(file);
                }
            }
        }
        return removed;
    }

    /** Nothing if another process has removed it meanwhile, or it is no such file. */
    private static Optional<Properties> read(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} is not readable: {}", file, e.getMessage());
            return Optional.empty();
        }
        return properties.containsKey("folder") ? Optional.of(properties) : Optional.empty();
    }

    private static boolean isOver(Properties marker) {
        if (!marker.getProperty("machine", "").equals(machine())) {
            return false; // its processes cannot be seen from here
        }
        long number = Long.parseLong("0" + marker.getProperty("process", ""));
        return ProcessHandle.of(number)
                .filter(process -> started(process).equals(marker.getProperty("processStarted")))
                .isEmpty();
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return ""; // then all machines of this home are one
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn(
                    "{} could not be removed ({}): remove it, or OneModel takes it for a crash.",
                    file,
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            LOG.debug("Java is ending; the marker goes with it.");
        }
        delete();
    }
}
