/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.List;
import java.util.Optional;
import org.onemodel.fetch.Checksum;

/**
 * A build of PyTorch for one kind of machine that can be downloaded.
 *
 * @param flavor what it is for
 * @param classifier system and processor
 * @param bytes size of its jar on Maven Central, -1 if it lies on DJL's own server
 * @param checksum what that jar must have; there are none for files of DJL's server
 */
record PublishedBuild(Flavor flavor, String classifier, long bytes, Checksum checksum) {

    /** The version of PyTorch that all are of. */
    static final String VERSION = "2.7.1";

    /** The version of DJL that the binding is of. */
    static final String DJL = "0.35.1";

    /** Size of the jar of the bindings. */
    static final long BINDING_BYTES = 3_361_871;

    /** What the jar of the bindings must have. */
    static final Checksum BINDING =
            new Checksum("ec85fc26b76fb6919c38a5caccc96e2fc139d9e6919ffa65bed3d54e6ea8e380");

    private static final List<PublishedBuild> ALL =
            List.of(
                    cpu(
                            "linux-x86_64",
                            111_597_418,
                            "1769928feaaa2389b4aa68390e7787ce1707290258b167d016a200fced4b8c39"),
                    cpu(
                            "linux-aarch64",
                            71_387_151,
                            "ea7bf1da33fc4ecf310186b27f2b4afc4387e81cb76a994e5703e0e3c2c97cf6"),
                    cpu(
                            "osx-aarch64",
                            41_611_143,
                            "e1ca6c377750d31a2a791d9d2dac9efb09e39181faf84338ef0e140214979ff2"),
                    cpu(
                            "win-x86_64",
                            75_502_000,
                            "f70603e9b03cf7df1690c2b1f8edd99fcfdc4e38d639db1d3604ce22b13a38df"),
                    cuda("linux-x86_64"),
                    cuda("win-x86_64"));

    private static PublishedBuild cpu(String classifier, long bytes, String sha256) {
        return new PublishedBuild(Flavor.CPU, classifier, bytes, new Checksum(sha256));
    }

    private static PublishedBuild cuda(String classifier) {
        return new PublishedBuild(Flavor.cuda(128), classifier, -1, Checksum.UNKNOWN);
    }

    /** All builds for a kind of machine, that for the processor first. */
    static List<PublishedBuild> forMachine(Machine machine) {
        return ALL.stream().filter(b -> b.classifier().equals(machine.classifier())).toList();
    }

    /** The build for the latest CUDA that a driver runs, if there is one. */
    static Optional<PublishedBuild> forGpus(Machine machine, NvidiaGpus gpus) {
        return forMachine(machine).stream()
                .filter(build -> build.flavor().isCuda() && build.flavor().runsOn(gpus.cuda()))
                .reduce((earlier, later) -> later);
    }
}
