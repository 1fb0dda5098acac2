/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.onemodel.command.TinyBundle;

/**
 * Gives tests the {@link Desk} of one ImageJ, which all classes of tests share, with the model
 * {@code tiny}. Where there is no Xvfb, they are skipped. A failed test leaves a picture of the
 * display in {@code target/screenshots}.
 */
final class ImageJExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ImageJExtension.class);
    private static final Path WINDOWS_OF_JAVA =
            Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!XServer.isInstalled()) {
            return ConditionEvaluationResult.disabled(
                    "Xvfb is not on the path; install it (Debian: apt-get install xvfb) to test"
                            + " ImageJ's windows.");
        }
        return Files.exists(WINDOWS_OF_JAVA)
                ? ConditionEvaluationResult.enabled("There are Xvfb and a Java with windows.")
                : ConditionEvaluationResult.disabled(
                        "This Java has no windows ("
                                + WINDOWS_OF_JAVA
                                + "); take a JDK that is not headless to test ImageJ's windows.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Desk.class;
    }

    @Override
    public Desk resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return desk(context);
    }

    private static Desk desk(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Host.class, type -> Host.start(), Host.class)
                .imagej()
                .desk();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestMethod().getName() + "-failed.png";
            desk(context).picture(SCREENSHOTS.resolve(name).toString());
        }
        desk(context).tidy();
    }

    /** A display, an ImageJ on it, and its folder. */
    private record Host(XServer display, WindowedImageJ imagej, ScratchFolder folder)
            implements Store.CloseableResource, AutoCloseable {

        static Host start() {
            try {
                ScratchFolder folder = ScratchFolder.create();
                Path models = folder.path().resolve("models");
                TinyBundle.write(models);
                XServer display = XServer.start(WIDTH, HEIGHT);
                WindowedImageJ imagej =
                        WindowedImageJ.start(
                                display,
                                ImageJFolder.install(folder.path()),
                                "-Donemodel.models=" + models);
                return new Host(display, imagej, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            imagej.close();
            display.close();
            folder.close();
        }
    }
}
