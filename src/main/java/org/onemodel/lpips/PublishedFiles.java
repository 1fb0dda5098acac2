/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.io.IOException;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.model.Catalogue;

/**
 * What the files of a network are called. Where they are published, and what checksums they have,
 * stands in the catalogue, so that a user's own can name another server.
 *
 * @param entry the entry of the catalogue that has torchvision's and LPIPS's file
 * @param torchvision torchvision's file of the whole network
 * @param features the name of a file of its features alone
 * @param linear LPIPS's file of the weights per channel
 */
record PublishedFiles(String entry, String torchvision, String features, String linear) {

    /** The files of a network. */
    static PublishedFiles of(LpipsNetwork network) {
        String torchvision =
                switch (network) {
                    case ALEX -> "alexnet-owt-7be5be79.pth";
                    case SQUEEZE -> "squeezenet1_1-b8a52dc0.pth";
                    case VGG -> "vgg16-397923af.pth";
                };
        String features =
                switch (network) {
                    case ALEX -> "alexnet_features.pth";
                    case SQUEEZE -> "squeezenet1_1_features.pth";
                    case VGG -> "vgg16_features.pth";
                };
        return new PublishedFiles(
                "lpips-" + network.word(), torchvision, features, network.word() + ".pth");
    }

    /**
     * Where a file is published.
     *
     * @param file torchvision's or LPIPS's
     * @throws IOException if the catalogue cannot be read or does not have the file
     */
    VerifiedDownload download(String file) throws IOException {
        return Catalogue.standard().find(entry).files().stream()
                .filter(download -> download.fileName().equals(file))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "The entry "
                                                + entry
                                                + " of the catalogue has no file "
                                                + file
                                                + ", which LPIPS looks for."));
    }
}
