/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of a training run, of an encoder or of a generator. */
final class RunArguments {

    @Parameters(paramLabel = "CONFIG.yaml", description = "The settings.")
    Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Replaces a setting, such as optimizer.learningRate=1e-4; null takes it away.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--resume", description = "Go on from the last snapshot, if there is one.")
    boolean resume;
}
