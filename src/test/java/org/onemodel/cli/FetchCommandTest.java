/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.FileServer;

/** {@code models fetch} from a server on this machine that the user's own catalogue names. */
class FetchCommandTest {

    private static final String GOLDEN = "/golden/stylegan2_generator.pt";

    private final String homeBefore = System.getProperty("user.home");
    @TempDir Path home;
    private FileServer server;
    private byte[] checkpoint;
    private String sha256;

    /** The engine unpacks its libraries in the user's home, which must be the real one for that. */
    @BeforeAll
    static void startTheEngine() {
        NDManager.newBaseManager().close();
    }

    @BeforeEach
    void serve() throws IOException {
        System.setProperty("user.home", home.toString());
        try (InputStream in = FetchCommandTest.class.getResourceAsStream(GOLDEN)) {
            checkpoint = in.readAllBytes();
        }
        server = new FileServer(checkpoint);
        Path copy = Files.write(home.resolve("copy"), checkpoint);
        sha256 = Checksum.of(copy);
        Files.delete(copy);
        catalogue(sha256);
    }

    @AfterEach
    void stop() {
        server.close();
        System.setProperty("user.home", homeBefore);
    }

    private void catalogue(String checksum) throws IOException {
        catalogue("checkpoint", file("/tiny.pt", checksum));
    }

    private void catalogue(String kind, String... files) throws IOException {
        Files.createDirectories(onemodel());
        Files.writeString(
                onemodel().resolve("catalogue.json"),
                """
                {
                  "tiny": {
                    "title": "A small generator",
                    "kind": "%s",
                    "files": [%s],
                    "megabytes": 1,
                    "licence": "CC0 of the facility",
                    "citation": "The facility, 2026",
                    "page": "https://example.org/tiny",
                    "note": ""
                  }
                }
                """
                        .formatted(kind, String.join(", ", files)));
    }

    private String file(String path, String checksum) {
        return """
               {"url": "%s", "sha256": "%s"}"""
                .formatted(server.address(path), checksum);
    }

    private Path onemodel() {
        return home.resolve(".onemodel");
    }

    private Path bundle() {
        return onemodel().resolve("models").resolve("tiny");
    }

    private Path download() {
        return onemodel().resolve("downloads").resolve("tiny-tiny.pt");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertFails(Cli cli, String... parts) {
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains(parts).doesNotContain("should not happen");
    }

    @Test
    void aCheckpointBecomesAModelThatSaysWhereItCameFrom() throws IOException {
        Cli cli = Cli.run("models", "fetch", "tiny");

        assertThat(cli.err().lines())
                .containsExactly("tiny: A small generator.", "Licence: CC0 of the facility.");
        assertThat(cli.out())
                .startsWith(
                        bundle() + ": StyleGAN 2 generator of 128 x 128 pixels, channels [24, 24");
        assertThat(cli.exitCode()).isZero();
        assertThat(namesIn(onemodel().resolve("downloads"))).isEmpty();
        JsonObject model =
                JsonParser.parseString(Cli.run("models", "info", "tiny", "--json").out())
                        .getAsJsonObject();
        assertThat(model.get("licence").getAsString()).isEqualTo("CC0 of the facility");
        assertThat(model.get("citation").getAsString()).isEqualTo("The facility, 2026");
        assertThat(model.get("decoder").getAsString())
                .endsWith(
                        "imported from %s (SHA-256 %s)."
                                .formatted(server.address("/tiny.pt"), sha256));
        assertThat(Cli.run("models", "info", "tiny").out())
                .contains("| fetched from | <" + server.address("/tiny.pt") + "> |")
                .contains("| SHA-256 of that file | " + sha256 + " |")
                .contains("| about it | <https://example.org/tiny> |");
        assertThat(Cli.run("models", "check", "tiny").exitCode()).isZero();
    }

    @Test
    void aModelThatIsThereIsNotFetchedAgainUnlessForced() {
        Cli.run("models", "fetch", "tiny");

        assertThat(Cli.run("models", "fetch", "tiny"))
                .isEqualTo(
                        new Cli(0, bundle() + " is there already; --force fetches it again", ""));
        assertThat(server.requests()).hasSize(1);
        assertThat(Cli.run("models", "fetch", "tiny", "--force").exitCode()).isZero();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anUnknownChecksumIsToldAndPutIntoTheCard() throws IOException {
        catalogue("");

        Cli cli = Cli.run("models", "fetch", "tiny", "--json", "--keep");

        assertThat(cli.err()).contains("to compare with; it is SHA-256 " + sha256 + ".");
        JsonObject report = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(report.get("sha256").getAsString()).isEqualTo(sha256);
        assertThat(report.get("bundle").getAsString()).isEqualTo(bundle().toString());
        assertThat(report.get("fetched").getAsBoolean()).isTrue();
        assertThat(bundle().resolve("README.md")).content().contains(sha256);
        assertThat(download()).hasBinaryContent(checkpoint);
    }

    @Test
    void aWrongChecksumLeavesNeitherDownloadNorModel() throws IOException {
        catalogue("0123456789abcdef");

        assertFails(
                Cli.run("models", "fetch", "tiny"),
                "Could not fetch " + server.address("/tiny.pt") + ": its SHA-256 is " + sha256,
                "download it by other means, then run onemodel import FILE " + bundle() + ".");
        assertThat(namesIn(onemodel().resolve("downloads"))).isEmpty();
        assertThat(bundle()).doesNotExist();
    }

    @Test
    void aDownloadThatBrokeIsGoneOnFromByTheNextCommand() throws IOException {
        Path folder = Files.createDirectories(onemodel().resolve("downloads"));
        byte[] half = Arrays.copyOf(checkpoint, checkpoint.length / 2);
        Files.write(folder.resolve("tiny-tiny.pt.part"), half);
        Files.write(
                folder.resolve("tiny-tiny.pt.part.from"),
                List.of(server.address("/tiny.pt").toString(), "\"first\""));

        assertThat(Cli.run("models", "fetch", "tiny").exitCode()).isZero();

        assertThat(server.requests()).containsExactly("bytes=" + half.length + "-");
        assertThat(bundle()).isDirectory();
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void aFileThatIsNoCheckpointStaysToBeLookedAt() throws IOException {
        server.replace("<html>Please log in.</html>".getBytes(), "\"page\"");
        catalogue("");

        assertFails(Cli.run("models", "fetch", "tiny"), download() + " is no PyTorch checkpoint");
        assertThat(download()).hasContent("<html>Please log in.</html>");
        assertThat(bundle()).doesNotExist();
    }

    @Test
    void withoutAServerTheImportByHandIsTold() {
        server.close();

        assertFails(
                Cli.run("models", "fetch", "tiny", "--into", home.resolve("elsewhere")),
                "Could not fetch " + server.address("/tiny.pt") + ": there is no connection to",
                "then run onemodel import FILE " + home.resolve("elsewhere").resolve("tiny") + ".");
    }

    @Test
    void weightsWithoutAnAddressAreDownloadedByHand() throws IOException {
        catalogue("checkpoint", new String[0]);

        assertThat(Cli.run("models", "fetch", "tiny"))
                .isEqualTo(
                        new Cli(
                                1,
                                "",
                                "There is no address that gives tiny to a program: download it"
                                        + " by hand from https://example.org/tiny, then run"
                                        + " onemodel import FILE "
                                        + bundle()
                                        + "."));
    }

    @Test
    void lpipsFilesGoWhereTheyAreTold() throws IOException {
        catalogue("lpips", file("/features.pth", sha256), file("/linear.pth", ""));
        Path folder = home.resolve("weights");
        String[] command = {"models", "fetch", "tiny", "--into", folder.toString()};

        Cli cli = Cli.run((Object[]) command);

        assertThat(cli.err()).contains("Licence: CC0 of the facility.");
        assertThat(cli.out().lines())
                .containsExactly(
                        folder.resolve("features.pth").toString(),
                        folder.resolve("linear.pth").toString());
        assertThat(namesIn(folder)).containsExactly("features.pth", "linear.pth");
        assertThat(Cli.run((Object[]) command).out())
                .isEqualTo(folder + " has these files already; --force fetches them again");
    }

    @Test
    void noNameAndAnUnknownNameListTheNames() {
        Cli none = Cli.run("models", "fetch");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).startsWith("Give a name: tiny, stylegan2-ffhq-1024, ");

        assertFails(
                Cli.run("models", "fetch", "huge"),
                "There is nothing to fetch under the name \"huge\": give one of tiny, ");
    }

    @Test
    void theCatalogueIsListedWithSizesAndLicences() {
        assertThat(Cli.run("models", "available").out().lines())
                .anyMatch(line -> line.matches("NAME +MB +WHAT +LICENCE"))
                .anyMatch(line -> line.matches("tiny +1 +A small generator +CC0 of.*"))
                .anyMatch(line -> line.matches("paper-autoencoders +by hand .*"));
        JsonArray entries =
                JsonParser.parseString(Cli.run("models", "available", "--json").out())
                        .getAsJsonArray();
        JsonObject first = entries.get(0).getAsJsonObject();
        assertThat(first.get("name").getAsString()).isEqualTo("tiny");
        assertThat(first.getAsJsonArray("files").get(0).getAsJsonObject().get("sha256"))
                .hasToString("\"" + sha256 + "\"");
    }
}
