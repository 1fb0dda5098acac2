/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.Optional;

/**
 * The build of PyTorch that suits this machine.
 *
 * @param flavor the build
 * @param reason why, in words
 */
public record WantedBuild(Flavor flavor, String reason) {

    /**
     * Chooses one.
     *
     * @param named what PYTORCH_FLAVOR says
     * @param machine this machine
     * @param gpus its GPUs
     */
    static WantedBuild of(Optional<Flavor> named, Machine machine, NvidiaGpus gpus) {
        if (named.isPresent()) {
            return new WantedBuild(named.get(), "PYTORCH_FLAVOR");
        }
        if (gpus.isEmpty()) {
            return new WantedBuild(Flavor.CPU, "no NVIDIA GPU is reported");
        }
        String found =
                gpus.names().get(0) + ", driver " + gpus.driver() + ", CUDA " + version(gpus);
        return PublishedBuild.forGpus(machine, gpus)
                .map(build -> new WantedBuild(build.flavor(), found))
                .orElseGet(() -> new WantedBuild(Flavor.CPU, "no build runs on " + found));
    }

    private static String version(NvidiaGpus gpus) {
        return gpus.cuda() / 10 + "." + gpus.cuda() % 10;
    }
}
