/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the native library that PyTorch would be started with, without loading it: that of the
 * variable PYTORCH_LIBRARY_PATH; a build for this machine's GPU that was downloaded; one in a jar
 * on the class path; another that was downloaded. PYTORCH_FLAVOR allows builds of that name only.
 *
 * <p>DJL's own order is the same, but for a jar on the class path: there it takes the jar's build
 * even where one for the GPU was downloaded. {@link PyTorch#start} tells DJL what was found here.
 */
final class LibrarySearch {

    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String FLAVOR = "PYTORCH_FLAVOR";
    private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+\\.\\d+)(?:-\\d+)?");
    private static final Pattern BUILD_VERSION =
            Pattern.compile("(\\d+\\.\\d+\\.\\d+)(?:\\+(cpu|cu\\d{3}))?");

    private final ClassLoader loader;
    private final Machine machine;
    private final EngineVersions versions;
    private final Supplier<NvidiaGpus> gpus;

    /**
     * A search.
     *
     * @param loader finds the jars
     * @param machine this machine
     * @param versions the versions that belong together
     * @param gpus asked only where the answer depends on them
     */
    LibrarySearch(
            ClassLoader loader,
            Machine machine,
            EngineVersions versions,
            Supplier<NvidiaGpus> gpus) {
        this.loader = loader;
        this.machine = machine;
        this.versions = versions;
        this.gpus = gpus;
    }

    /** The build that PYTORCH_FLAVOR names, if it is set. */
    static Optional<Flavor> namedFlavor() throws EngineProblem {
        String name = Utils.getEnvOrSystemProperty(FLAVOR, "");
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(new Flavor(name));
        } catch (IllegalArgumentException e) {
            throw new EngineProblem(
                    EngineProblem.Kind.UNUSABLE,
                    "The variable " + FLAVOR + " is set wrongly: " + e.getMessage(),
                    e);
        }
    }

    /** The folder that DJL keeps native libraries in. */
    static Path cacheFolder() {
        return Utils.getEngineCacheDir("pytorch");
    }

    /** What PYTORCH_LIBRARY_PATH says, if it is set. */
    static Optional<String> namedPath() {
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(LIBRARY_PATH));
    }

    /**
     * Looks for the library.
     *
     * @return the library, or nothing if it would have to be downloaded
     * @throws EngineProblem if PYTORCH_FLAVOR names no build
     */
    Optional<NativeLibrary> find() throws EngineProblem {
        Optional<NativeLibrary> named = namedPath().flatMap(this::inPath);
        if (named.isPresent()) {
            return named;
        }
        Optional<Flavor> flavor = namedFlavor();
        List<NativeLibrary> cached = cached();
        Optional<NativeLibrary> jar = onClassPath();
        if (flavor.isPresent()) {
            return Stream.concat(jar.stream(), cached.stream())
                    .filter(library -> library.flavor().equals(flavor.get()))
                    .findFirst();
        }
        Optional<NativeLibrary> forGpu =
                cached.stream()
                        .filter(library -> library.flavor().isCuda())
                        .filter(library -> library.flavor().runsOn(gpus.get().cuda()))
                        .findFirst();
        Stream<NativeLibrary> forProcessor =
                cached.stream().filter(library -> !library.flavor().isCuda());
        return Stream.of(forGpu.stream(), jar.stream(), forProcessor)
                .flatMap(libraries -> libraries)
                .findFirst();
    }

    private Optional<NativeLibrary> inPath(String path) {
        for (String name : path.split(File.pathSeparator)) {
            File place = new File(name).getAbsoluteFile();
            String library = System.mapLibraryName("torch");
            boolean file = place.isFile() && place.getName().equals(library);
            if (file || new File(place, library).isFile()) {
                File folder = file ? place.getParentFile() : place;
                return Optional.of(inFolder(folder.toPath(), path));
            }
        }
        return Optional.empty();
    }

    private NativeLibrary inFolder(Path folder, String from) {
        Matcher told = BUILD_VERSION.matcher(buildVersion(folder));
        boolean known = told.find();
        String version = known ? told.group(1) : versions.pytorch();
        Flavor flavor = known && told.group(2) != null ? new Flavor(told.group(2)) : Flavor.CPU;
        String named = Utils.getEnvOrSystemProperty(FLAVOR, "");
        if (!named.isEmpty()) {
            flavor = new Flavor(named);
        }
        return library(NativeLibrary.Source.LIBRARY_PATH, version, flavor, folder, from);
    }

    /** What the files of a download from pytorch.org, or of a Python package, say of it. */
    private static String buildVersion(Path folder) {
        Path parent = folder.getParent();
        for (String file : List.of("build-version", "version.py")) {
            try {
                if (parent != null && Files.isRegularFile(parent.resolve(file))) {
                    return Files.readString(parent.resolve(file));
                }
            } catch (IOException e) {
                return ""; // then it counts as of the version that is expected
            }
        }
        return "";
    }

    private Optional<NativeLibrary> onClassPath() {
        Platform platform = platform();
        if (platform.isPlaceholder() || !platform.getVersion().startsWith(versions.pytorch())) {
            return Optional.empty();
        }
        Flavor flavor = new Flavor(platform.getFlavor());
        Path folder = cacheFolder().resolve(folderName(platform.getVersion(), flavor));
        URL jar = loader.getResource("native/lib/pytorch.properties");
        return Optional.of(
                library(
                        NativeLibrary.Source.CLASS_PATH,
                        release(platform.getVersion()),
                        flavor,
                        folder,
                        String.valueOf(jar)));
    }

    /** DJL looks through the thread's class loader. */
    private Platform platform() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Platform.detectPlatform("pytorch");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Those that were downloaded, for GPUs first, the latest CUDA first. */
    private List<NativeLibrary> cached() {
        Pattern name =
                Pattern.compile(
                        "(%s(?:-\\d+)?)-((?:cpu|cu\\d{3})(?:-precxx11)?)-%s"
                                .formatted(
                                        Pattern.quote(versions.pytorch()),
                                        Pattern.quote(machine.classifier())));
        List<NativeLibrary> cached = new ArrayList<>();
        for (Path folder : subfolders(cacheFolder())) {
            Matcher matcher = name.matcher(folder.getFileName().toString());
            if (matcher.matches() && Files.exists(folder.resolve(System.mapLibraryName("torch")))) {
                cached.add(
                        library(
                                NativeLibrary.Source.CACHE,
                                release(matcher.group(1)),
                                new Flavor(matcher.group(2)),
                                folder,
                                folder.toString()));
            }
        }
        cached.sort(
                Comparator.comparingInt((NativeLibrary library) -> -library.flavor().cuda())
                        .thenComparing(NativeLibrary::from));
        return cached;
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of(); // there is none yet
        }
    }

    private NativeLibrary library(
            NativeLibrary.Source source, String version, Flavor flavor, Path folder, String from) {
        return new NativeLibrary(
                source, version, flavor, folder, from, hasBinding(version, flavor, folder));
    }

    private boolean hasBinding(String version, Flavor flavor, Path folder) {
        String file = System.mapLibraryName("djl_torch");
        String released = versions.djl() + "-" + file;
        return Files.exists(folder.resolve(released))
                || Files.exists(folder.resolve(file))
                || Files.exists(
                        cacheFolder().resolve(folderName(version, flavor)).resolve(released))
                || bindingVersion().startsWith(version + "-" + versions.djl())
                        && loader.getResource(
                                        "jnilib/%s/%s/%s"
                                                .formatted(machine.classifier(), flavor, file))
                                != null;
    }

    private String bindingVersion() {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream("jnilib/pytorch.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return ""; // a jar that cannot be read has no binding
        }
        return properties.getProperty("jni_version", "");
    }

    private String folderName(String version, Flavor flavor) {
        return version + "-" + flavor + "-" + machine.classifier();
    }

    private static String release(String version) {
        Matcher matcher = RELEASE.matcher(version);
        return matcher.matches() ? matcher.group(1) : version;
    }
}
