/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.fetch.DownloadException;
import org.onemodel.weights.CheckpointException;

/** Where the weights are looked for; nothing is fetched from the network here. */
class LpipsFilesTest {

    @TempDir Path folder;

    @Test
    void missingFeaturesAreNamedWithTheirAddressAndTheFolder() {
        LpipsFiles files = new LpipsFiles(folder, false);

        assertThatThrownBy(() -> files.read(LpipsNetwork.VGG))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The LPIPS weights vgg16-397923af.pth are missing: download"
                                + " https://download.pytorch.org/models/vgg16-397923af.pth into"
                                + " the folder "
                                + folder
                                + ", or allow fetching.");
    }

    @ParameterizedTest
    @EnumSource
    void eitherFileOfFeaturesWillDoAndThenTheLinearWeightsAreMissed(LpipsNetwork network)
            throws IOException {
        PublishedFiles published = PublishedFiles.of(network);
        LpipsFiles files = new LpipsFiles(folder, false);
        for (String name : new String[] {published.features(), published.torchvision()}) {
            Path file = Files.writeString(folder.resolve(name), "no checkpoint");

            assertThatThrownBy(() -> files.read(network))
                    .hasMessageContaining(
                            "The LPIPS weights " + network.word() + ".pth are missing")
                    .hasMessageContaining(
                            "https://raw.githubusercontent.com/richzhang/PerceptualSimilarity/"
                                    + "master/lpips/weights/v0.1/"
                                    + network.word()
                                    + ".pth");
            Files.delete(file);
        }
    }

    @Test
    void withoutNetworkTheAddressAndTheFolderAreNamedAndNothingIsLeft() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        // No request leaves this machine: they all go to a port where nobody listens.
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", unused())));
        try {
            assertThatThrownBy(() -> new LpipsFiles(folder, true).read(LpipsNetwork.ALEX))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageStartingWith(
                            "Could not fetch"
                                    + " https://download.pytorch.org/models/alexnet-owt-7be5be79.pth: "
                                    + "there is no connection")
                    .hasMessageContaining("into the folder " + folder);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aFileThatIsNoCheckpointIsNamed() throws IOException {
        Files.writeString(folder.resolve("alexnet_features.pth"), "no checkpoint");
        Files.writeString(folder.resolve("alex.pth"), "no checkpoint");

        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(
                            () ->
                                    Lpips.load(
                                            LpipsNetwork.ALEX,
                                            new LpipsFiles(folder, false),
                                            manager))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("alexnet_features.pth is no PyTorch checkpoint");
        }
    }

    @Test
    void theStandardFolderIsTheUsersOwnUnlessAVariableNamesOne() {
        String named = System.getenv("ONEMODEL_LPIPS");
        Path expected =
                named == null
                        ? Path.of(System.getProperty("user.home"), ".onemodel", "lpips")
                        : Path.of(named);

        assertThat(LpipsFiles.standardFolder()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theBuiltInCatalogueHasTheFilesAndTorchvisionsNamesBeginTheirChecksums(LpipsNetwork network)
            throws IOException {
        PublishedFiles files = PublishedFiles.of(network);

        String digits = files.download(files.torchvision()).checksum().digits();
        assertThat(files.torchvision()).contains("-" + digits.substring(0, 8) + ".pth");
        assertThat(files.download(files.linear()).checksum().digits()).hasSize(64);
    }

    @Test
    void aFileThatTheCatalogueLacksIsNamed() {
        assertThatThrownBy(() -> PublishedFiles.of(LpipsNetwork.VGG).download("vgg19.pth"))
                .hasMessage(
                        "The entry lpips-vgg of the catalogue has no file vgg19.pth, which LPIPS"
                                + " looks for.");
    }
}
