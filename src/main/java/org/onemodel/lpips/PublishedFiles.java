/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.net.URI;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.VerifiedDownload;

/**
 * What the files of a network are called, and where they are published.
 *
 * @param torchvision torchvision's file of the whole network; the digits in its name are the first
 *     of its SHA-256
 * @param features the name of a file of its features alone
 * @param linear LPIPS's file of the weights per channel
 * @param linearChecksum the SHA-256 of that
 */
record PublishedFiles(String torchvision, String features, String linear, Checksum linearChecksum) {

    private static final URI TORCHVISION = URI.create("https://download.pytorch.org/models/");
    private static final URI LPIPS =
            URI.create(
                    "https://raw.githubusercontent.com/richzhang/PerceptualSimilarity/master/lpips/"
                            + "weights/v0.1/");

    /** The files of a network. */
    static PublishedFiles of(LpipsNetwork network) {
        return switch (network) {
            case ALEX ->
                    new PublishedFiles(
                            "alexnet-owt-7be5be79.pth",
                            "alexnet_features.pth",
                            "alex.pth",
                            new Checksum(
                                    "df73285e35b22355a2df87cdb6b70b343713b667eddbda73e1977e0c860835c0"));
            case SQUEEZE ->
                    new PublishedFiles(
                            "squeezenet1_1-b8a52dc0.pth",
                            "squeezenet1_1_features.pth",
                            "squeeze.pth",
                            new Checksum(
                                    "4a5350f23600cb79923ce65bb07cbf57dca461329894153e05a1346bd531cf76"));
            case VGG ->
                    new PublishedFiles(
                            "vgg16-397923af.pth",
                            "vgg16_features.pth",
                            "vgg.pth",
                            new Checksum(
                                    "a78928a0af1e5f0fcb1f3b9e8f8c3a2a5a3de244d830ad5c1feddc79b8432868"));
        };
    }

    /** Where the whole network is published. */
    VerifiedDownload torchvisionDownload() {
        return new VerifiedDownload(TORCHVISION.resolve(torchvision), torchvisionChecksum());
    }

    /** The beginning of the SHA-256 that the file's name carries. */
    Checksum torchvisionChecksum() {
        return new Checksum(torchvision.replaceAll(".*-|\\.pth", ""));
    }

    /** Where the weights per channel are published. */
    VerifiedDownload linearDownload() {
        return new VerifiedDownload(LPIPS.resolve(linear), linearChecksum);
    }
}
