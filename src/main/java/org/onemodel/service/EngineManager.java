/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineDownload;
import org.onemodel.engine.EngineOffer;
import org.onemodel.engine.EngineProblem;
import org.onemodel.engine.EngineReport;
import org.onemodel.engine.Flavor;
import org.onemodel.engine.PyTorch;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.restore.OneModelException;

/**
 * PyTorch: what is known of it, and its download, which needs the user's word.
 *
 * <p>Safe for use by several threads. All methods throw {@link OneModelException} with one sentence
 * for what a user can put right.
 */
public final class EngineManager {

    /** The build that suits this machine. */
    public static final String AUTO = "auto";

    private final Supplier<Optional<EngineQuestions>> questions;

    /**
     * A manager.
     *
     * @param questions finds who asks the user, if there is a user
     */
    EngineManager(Supplier<Optional<EngineQuestions>> questions) {
        this.questions = questions;
    }

    /**
     * What can be known without starting it.
     *
     * @return the report
     */
    public EngineReport report() {
        return IoFailures.told(PyTorch::inspect);
    }

    /**
     * What computes; starts it.
     *
     * @return its version, library and devices
     */
    public EngineStatus status() {
        return IoFailures.told(Devices::status);
    }

    /**
     * The builds that can be downloaded for this kind of machine.
     *
     * @return their names, that for the processor first
     */
    public List<String> flavors() {
        return PyTorch.published().stream().map(Flavor::name).toList();
    }

    /**
     * Whether it has been started, so that another build is used from the next start of Java on.
     *
     * @return true once it has
     */
    public boolean isStarted() {
        return PyTorch.isStarted();
    }

    /**
     * What would be downloaded.
     *
     * @param flavor a build, such as cpu or cu128, or {@link #AUTO}
     * @return the offer, for the user to agree to
     */
    public EngineOffer offer(String flavor) {
        return IoFailures.told(
                () -> {
                    if (flavor.equals(AUTO)) {
                        return PyTorch.offer(PyTorch.inspect().wanted().flavor());
                    }
                    try {
                        return PyTorch.offer(new Flavor(flavor));
                    } catch (IllegalArgumentException e) {
                        throw new OneModelException(e.getMessage(), e);
                    }
                });
    }

    /**
     * Downloads PyTorch; only for what the user agreed to.
     *
     * @param offer what the user agreed to
     * @param monitor shows how far it is
     * @return the folder that it was put into
     * @throws CancellationException if this thread is interrupted
     */
    public Path install(EngineOffer offer, DownloadMonitor monitor) {
        return IoFailures.told(
                () -> {
                    try {
                        Path folder = new EngineDownload(offer).run(monitor::of);
                        Thread.interrupted(); // canceled too late
                        return folder;
                    } catch (IOException e) {
                        if (Thread.interrupted()) {
                            throw new CancellationException(
                                    "The download of PyTorch was canceled; what came is kept.");
                        }
                        throw e;
                    }
                });
    }

    /**
     * Removes what was downloaded, whole or broken, and forgets crashes. What PYTORCH_LIBRARY_PATH
     * names stays.
     *
     * @return what was removed
     */
    public List<Path> reset() {
        return IoFailures.told(PyTorch::reset);
    }

    /**
     * Starts it although it took a Java down.
     *
     * @return its version, library and devices
     */
    public EngineStatus retry() {
        return IoFailures.told(
                () -> {
                    PyTorch.forgetCrashes();
                    return Devices.status();
                });
    }

    /**
     * Makes sure that PyTorch can be started, by asking the user where that helps; one at a time,
     * so that nobody is asked twice.
     *
     * @throws OneModelException if it cannot, with what to do
     */
    synchronized void prepare() {
        IoFailures.told(
                () -> {
                    Optional<EngineProblem> problem = PyTorch.problem();
                    if (problem.isPresent()) {
                        putRight(problem.get());
                    }
                    return null;
                });
    }

    private void putRight(EngineProblem problem) throws IOException {
        EngineQuestions asker = questions.get().orElseThrow(() -> refused(problem));
        switch (problem.kind()) {
            case MISSING -> download(asker, problem);
            case CRASHED -> {
                Crash crash = PyTorch.inspect().crash().orElseThrow();
                if (!asker.mayTryAgain(crash)) {
                    throw refused(problem);
                }
                PyTorch.forgetCrashes();
            }
            default -> throw refused(problem);
        }
    }

    private void download(EngineQuestions asker, EngineProblem problem) throws IOException {
        EngineOffer offer = PyTorch.offer(PyTorch.inspect().wanted().flavor());
        if (!asker.mayDownload(offer)) {
            throw refused(problem);
        }
        try (DownloadMonitor monitor = asker.monitor()) {
            install(offer, monitor);
        }
    }

    private static OneModelException refused(EngineProblem problem) {
        return new OneModelException(problem.getMessage(), problem);
    }
}
