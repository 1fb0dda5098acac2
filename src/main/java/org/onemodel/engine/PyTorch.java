/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells about PyTorch, and starts it, in any host.
 *
 * <p>DJL looks for its engines through the thread's context class loader, once, when its {@code
 * Engine} class is first used. In Fiji that loader does not always see the plugin's jars, so the
 * first use has to come through here. DJL would also download what is missing; nothing is started
 * here that would come to that. Safe for use by several threads.
 */
public final class PyTorch {

    private static final String NAME = "PyTorch";
    private static final String NO_TELEMETRY = "OPT_OUT_TRACKING";
    private static final ClassLoader LOADER = PyTorch.class.getClassLoader();
    private static final Set<Device> USED = new HashSet<>();

    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final Logger LOG = LoggerFactory.getLogger(PyTorch.class);

    private static Engine engine;
    private static NativeLibrary loaded;
    private static int gpus = -1;

    private PyTorch() {}

    /**
     * What can be known without starting it.
     *
     * @return the report
     * @throws EngineProblem if PYTORCH_FLAVOR names no build
     */
    public static EngineReport inspect() throws EngineProblem {
        Machine machine = Machine.current();
        Supplier<NvidiaGpus> gpus = once(NvidiaGpus::detect);
        return report(machine, gpus, new LibrarySearch(LOADER, machine, versions(), gpus).find());
    }

    /**
     * Why it could not be started, found out faster than by {@link #inspect}.
     *
     * @return what is wrong and what to do, or nothing if it runs or can be started
     * @throws EngineProblem if PYTORCH_FLAVOR names no build
     */
    public static synchronized Optional<EngineProblem> problem() throws EngineProblem {
        return engine == null ? problem(find()) : Optional.empty();
    }

    private static Optional<NativeLibrary> find() throws EngineProblem {
        return new LibrarySearch(LOADER, Machine.current(), versions(), once(NvidiaGpus::detect))
                .find();
    }

    private static Optional<EngineProblem> problem(Optional<NativeLibrary> library)
            throws EngineProblem {
        // Asking the driver takes time; a library that is there does not depend on the answer.
        Supplier<NvidiaGpus> gpus =
                library.isPresent() ? () -> NvidiaGpus.NONE : NvidiaGpus::detect;
        return report(Machine.current(), once(gpus), library).problem();
    }

    private static EngineReport report(
            Machine machine, Supplier<NvidiaGpus> gpus, Optional<NativeLibrary> library)
            throws EngineProblem {
        List<String> notes = new ArrayList<>();
        LibrarySearch.namedPath()
                .filter(
                        path ->
                                library.map(NativeLibrary::source).orElse(null)
                                        != NativeLibrary.Source.LIBRARY_PATH)
                .ifPresent(
                        path ->
                                notes.add(
                                        "PYTORCH_LIBRARY_PATH is "
                                                + path
                                                + ", where there is no "
                                                + System.mapLibraryName("torch")
                                                + ": it is ignored; correct or unset it."));
        JnaJars.conflict(LOADER).ifPresent(notes::add);
        return new EngineReport(
                machine.classifier(),
                versions().pytorch(),
                WantedBuild.of(LibrarySearch.namedFlavor(), machine, gpus.get()),
                library,
                gpus.get(),
                StartMarker.crashes(),
                notes);
    }

    private static EngineVersions versions() {
        return EngineVersions.of(LOADER);
    }

    private static Supplier<NvidiaGpus> once(Supplier<NvidiaGpus> detection) {
        return new Supplier<>() {
            private NvidiaGpus found;

            @Override
            public synchronized NvidiaGpus get() {
                if (found == null) {
                    found = detection.get();
                }
                return found;
            }
        };
    }

    /**
     * The builds that can be downloaded for this kind of machine.
     *
     * @return the builds, that for the processor first; none if it has to be provided by the user
     */
    public static List<Flavor> published() {
        return PublishedBuild.forMachine(Machine.current()).stream()
                .map(PublishedBuild::flavor)
                .toList();
    }

    /**
     * What would be downloaded.
     *
     * @param flavor a build
     * @return the offer
     * @throws EngineProblem if there is no such build for this machine
     */
    public static EngineOffer offer(Flavor flavor) throws EngineProblem {
        return EngineOffer.of(flavor, Machine.current(), LibrarySearch.cacheFolder());
    }

    /**
     * Removes what was downloaded of this version for this kind of machine, and forgets crashes. A
     * folder that PYTORCH_LIBRARY_PATH names stays.
     *
     * @return what was removed
     * @throws IOException if something cannot be removed
     */
    public static List<Path> reset() throws IOException {
        return EngineReset.run(LibrarySearch.cacheFolder(), Machine.current(), versions());
    }

    /**
     * Forgets that a native library took a Java down, so that the next start tries it again.
     *
     * @throws IOException if that cannot be forgotten
     */
    public static void forgetCrashes() throws IOException {
        StartMarker.forget();
    }

    /**
     * Whether it has been started.
     *
     * @return true once {@link #start} has returned
     */
    public static synchronized boolean isStarted() {
        return engine != null;
    }

    /**
     * The native library that runs.
     *
     * @return the library, or nothing before the start
     */
    public static synchronized Optional<NativeLibrary> loaded() {
        return Optional.ofNullable(loaded);
    }

    /**
     * The engine, started if this is its first use.
     *
     * @return PyTorch
     * @throws EngineProblem if its native library is missing, took a Java down before, or does not
     *     start
     */
    public static synchronized Engine start() throws EngineProblem {
        if (engine == null) {
            Optional<NativeLibrary> library = find();
            Optional<EngineProblem> problem = problem(library);
            if (problem.isPresent()) {
                throw problem.get();
            }
            engine = load(library.orElseThrow());
            loaded = library.orElseThrow();
        }
        return engine;
    }

    private static Engine load(NativeLibrary library) throws EngineProblem {
        if (System.getProperty(NO_TELEMETRY) == null) {
            System.setProperty(NO_TELEMETRY, "true"); // DJL would report its use, also later
        }
        SleepingThreads.request(Machine.current());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LOADER);
        try (StartMarker marker = StartMarker.open(library, "was loaded");
                SystemProperties properties = properties(library)) {
            Engine started = Engine.getEngine(NAME);
            compute(started, Device.cpu());
            USED.add(Device.cpu());
            return started;
        } catch (RuntimeException | LinkageError e) {
            throw StartFailure.of(library, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static SystemProperties properties(NativeLibrary library) {
        SystemProperties properties = new SystemProperties().with("ai.djl.offline", "true");
        if (library.source() != NativeLibrary.Source.CLASS_PATH) {
            properties
                    .with("PYTORCH_LIBRARY_PATH", library.folder().toString())
                    .with("PYTORCH_VERSION", library.version())
                    .with("PYTORCH_FLAVOR", library.flavor().name());
        }
        return properties;
    }

    /**
     * How many GPUs it can compute on.
     *
     * <p>DJL counts them through CUDA's runtime, if the system has that where programs find it;
     * PyTorch brings its own. Where DJL sees none, each is tried.
     *
     * @return the number
     * @throws EngineProblem if it does not start
     */
    public static synchronized int gpuCount() throws EngineProblem {
        start();
        if (gpus < 0) {
            boolean cuda = engine.hasCapability(StandardCapabilities.CUDA);
            gpus = cuda ? Math.max(engine.getGpuCount(), tried()) : 0;
        }
        return gpus;
    }

    /**
     * Logs once that the machine has a GPU that PyTorch does not use, if that is so.
     *
     * <p>Asking the driver takes time, so that it is done beside what comes next.
     */
    public static void tellOfUnusedGpu() {
        if (TOLD.compareAndSet(false, true)) {
            Thread thread = new Thread(PyTorch::logUnusedGpu, "OneModel GPUs");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void logUnusedGpu() {
        try {
            inspect().unusedGpu().ifPresent(LOG::warn);
        } catch (EngineProblem e) {
            LOG.debug("Whether a GPU is not used is unknown.", e);
        }
    }

    private static int tried() {
        int reported = NvidiaGpus.detect().names().size();
        int works = 0;
        while (works < reported && isUsable(Device.gpu(works))) {
            works++;
        }
        return works;
    }

    private static boolean isUsable(Device device) {
        try {
            use(device);
            return true;
        } catch (EngineProblem e) {
            return false; // hidden by CUDA_VISIBLE_DEVICES, or of a kind that the build lacks
        }
    }

    /**
     * Computes something small on a device, at its first use in this process, so that a device that
     * does not work is told before any work begins.
     *
     * @param device a device
     * @throws EngineProblem if it does not compute, or the engine does not start
     */
    public static synchronized void use(Device device) throws EngineProblem {
        start();
        if (USED.contains(device)) {
            return;
        }
        try (StartMarker marker = StartMarker.open(loaded, "first computed on " + device)) {
            compute(engine, device);
            USED.add(device);
        } catch (EngineException | LinkageError e) {
            throw new EngineProblem(
                    EngineProblem.Kind.UNUSABLE,
                    loaded
                            + " does not compute on "
                            + device
                            + " ("
                            + e.getMessage().strip().lines().findFirst().orElse("")
                            + "): choose the device cpu, or update NVIDIA's driver.",
                    e);
        }
    }

    private static void compute(Engine engine, Device device) {
        try (NDManager manager = engine.newBaseManager(device)) {
            float sum = manager.ones(new Shape(2, 2)).add(1).sum().getFloat();
            if (sum != 8) {
                throw new EngineException("2 times 4 is " + sum + " there");
            }
        }
    }
}
