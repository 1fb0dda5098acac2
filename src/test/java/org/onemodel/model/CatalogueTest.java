/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.model.CatalogueEntry.Kind;

class CatalogueTest {

    private static final String NUCLEI =
            """
            {
              "nuclei": {
                "title": "Stained nuclei",
                "kind": "checkpoint",
                "files": [{"url": "https://example.org/nuclei.pt", "sha256": "0123abcd"}],
                "megabytes": 120,
                "licence": "CC0",
                "citation": "None.",
                "page": "https://example.org/nuclei",
                "note": ""
              }
            }
            """;

    private final String homeBefore = System.getProperty("user.home");
    @TempDir Path home;

    @BeforeEach
    void takeAnotherHome() {
        System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void takeTheOldHome() {
        System.setProperty("user.home", homeBefore);
    }

    private Path usersList(String json) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".onemodel"));
        return Files.writeString(folder.resolve("catalogue.json"), json);
    }

    @Test
    void theBuiltInListHasAddressesOrPagesAndLicences() throws ModelException {
        Catalogue catalogue = Catalogue.standard();

        assertThat(catalogue.names()).contains("stylegan2-brecahad-512", "lpips-vgg");
        assertThat(catalogue.entries())
                .allSatisfy(
                        entry -> {
                            assertThat(entry.page()).startsWith("https://");
                            assertThat(entry.licence()).isNotBlank();
                            assertThat(entry.citation()).isNotBlank();
                            assertThat(entry.files())
                                    .allMatch(f -> f.source().getScheme().equals("https"));
                        });
    }

    @Test
    void theUsersEntriesComeFirstAndCountWhereBothHaveAName() throws IOException {
        usersList(NUCLEI.replace("\"nuclei\"", "\"stylegan2-brecahad-512\""));

        Catalogue catalogue = Catalogue.standard();

        CatalogueEntry entry = catalogue.find("stylegan2-brecahad-512");
        assertThat(entry.title()).isEqualTo("Stained nuclei");
        assertThat(entry.kind()).isEqualTo(Kind.CHECKPOINT);
        assertThat(entry.files().get(0).fileName()).isEqualTo("nuclei.pt");
        assertThat(entry.files().get(0).checksum().digits()).isEqualTo("0123abcd");
        assertThat(catalogue.names().get(0)).isEqualTo("stylegan2-brecahad-512");
        assertThat(catalogue.names()).doesNotHaveDuplicates().contains("lpips-alex");
    }

    @Test
    void anUnknownNameIsToldWithThoseThatThereAre() throws ModelException {
        Catalogue catalogue = Catalogue.standard();

        assertThatThrownBy(() -> catalogue.find("nuclei"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        "There is nothing to fetch under the name \"nuclei\": give one of")
                .hasMessageContaining("stylegan2-ffhq-1024, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "checkpoint"                    | "checkpoints" | nuclei.kind must be checkpoint or lpips, not "checkpoints".
            "0123abcd"                      | "0123"        | nuclei.files[0].sha256: A SHA-256 has 8 to 64 hexadecimal digits here, unlike "0123".
            https://example.org/nuclei.pt   | ftp://a/b.pt  | nuclei.files[0].url: An address begins with https:// or http://
            https://example.org/nuclei.pt   | https://a/%2e%2e | nuclei.files[0].url: An address begins with https:// or http://
            https://example.org/nuclei.pt   | not a URL     | nuclei.files[0].url: Illegal character in path at index 3: not a URL
            "sha256"                        | "sha512"      | lacks the key nuclei.files[0].sha256.
            120                             | "big"         | nuclei.megabytes must be a whole number, not "big".
            120                             | -1            | nuclei.megabytes must not be negative, as -1 is.
            "note"                          | "notes"       | lacks the key nuclei.note.
            "note": ""                      | "note": "", "more": 1 | has an unknown key nuclei.more
            "nuclei":                       | "../nuclei":  | a name has letters, digits, dots, hyphens and underscores only, not "../nuclei".
            [{"url"                         | [7, {"url"    | nuclei.files must be a list of objects, not 7.
            """)
    void aBadEntryIsToldWithFileAndKey(String right, String wrong, String sentence)
            throws IOException {
        Path list = usersList(NUCLEI.replace(right, wrong));

        assertThatThrownBy(Catalogue::standard)
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(list.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void theReadmesExampleIsAList() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("    {\n      \"nuclei-256\"");
        int end = readme.indexOf("\n    }\n", start) + 6;

        assertThat(Catalogue.parse("README.md", readme.substring(start, end)))
                .containsOnlyKeys("nuclei-256");
    }

    @Test
    void aListThatIsNoJsonIsNamed() throws IOException {
        Path list = usersList("nuclei: here");

        assertThatThrownBy(Catalogue::standard)
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(list + " is no JSON");
    }
}
