/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.command.EngineView;
import org.onemodel.command.ModelsView;
import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineOffer;
import org.onemodel.engine.Flavor;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.model.CatalogueEntry;
import org.onemodel.model.InstalledModel;
import org.onemodel.model.Task;
import org.onemodel.service.EngineQuestions;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;

/** What of the windows can be tested without a screen. */
class ManagingWindowsTest {

    private static final EngineOffer OFFER =
            new EngineOffer(
                    Flavor.CPU,
                    "linux-x86_64",
                    List.of(
                            new VerifiedDownload(
                                    URI.create("https://example.org/torch.jar"), Checksum.UNKNOWN)),
                    115_000_000,
                    Path.of("folder"));
    private static final Crash CRASH =
            new Crash(
                    "2.7.1",
                    "cpu",
                    Path.of("folder"),
                    "was loaded",
                    Instant.EPOCH,
                    Path.of("none"));

    private static <P extends SciJavaPlugin> void assertFound(
            Class<P> type, Class<? extends P> window) {
        try (Context context = new Context(PluginService.class)) {
            assertThat(context.service(PluginService.class).getPluginsOfType(type))
                    .extracting(PluginInfo::getClassName)
                    .containsExactly(window.getName());
            assertThat(context.service(PluginService.class).createInstancesOfType(type)).hasSize(1);
        }
    }

    @Test
    void commandsAndServiceFindTheWindowsThroughSciJava() {
        assertFound(ModelsView.class, ModelsWindows.class);
        assertFound(EngineView.class, EngineWindows.class);
        assertFound(EngineQuestions.class, EngineDialogs.class);
    }

    @Test
    void whereNobodyCanBeAskedTheAnswerIsNo() {
        EngineDialogs dialogs = new EngineDialogs();
        assertThat(dialogs.mayDownload(OFFER)).isFalse();
        assertThat(dialogs.mayTryAgain(CRASH)).isFalse();
    }

    @Test
    void aQuestionSaysAllThatIsAgreedTo() {
        assertThat(EngineDialogs.question(OFFER))
                .contains(
                        "Download PyTorch 2.7.1 (cpu) for linux-x86_64, 115.0 MB?",
                        "From: https://example.org/torch.jar",
                        "Into: folder");
        assertThat(EngineDialogs.question(CRASH))
                .startsWith(CRASH.sentence())
                .contains("images that are not saved are lost");
    }

    @Test
    void theTableShowsWhatAModelIs() {
        ModelsTable table = new ModelsTable();
        table.set(List.of(model("first", false), model("second", true)));

        assertThat(table.getRowCount()).isEqualTo(2);
        assertThat(table.getValueAt(1, 0)).isEqualTo("second");
        assertThat(table.getValueAt(1, 3)).isEqualTo("12.3 MB");
        assertThat(table.getValueAt(0, 5)).isEqualTo("no");
        assertThat(table.getValueAt(1, 5)).isEqualTo("yes");
        assertThat(table.row("second")).isEqualTo(1);
        assertThat(table.row("gone")).isZero();
    }

    private static InstalledModel model(String name, boolean removable) {
        return new InstalledModel(
                name, "1", Task.DENOISE, 12_345_678, "CC0", "somewhere", "", removable);
    }

    @Test
    void aPublishedModelShowsItsLicenceAndWhereItComesFrom() {
        assertThat(PublishedModels.words(entry(List.of(OFFER.downloads().get(0)))))
                .contains(
                        "Licence: CC BY-NC",
                        "Size: 120 MB",
                        "From: https://example.org/torch.jar",
                        "No checksum is published",
                        "To cite: A paper");
        assertThat(PublishedModels.words(entry(List.of())))
                .contains("download it by hand from https://example.org/page")
                .doesNotContain("checksum");
    }

    private static CatalogueEntry entry(List<VerifiedDownload> files) {
        return new CatalogueEntry(
                "faces",
                "A generator",
                CatalogueEntry.Kind.CHECKPOINT,
                files,
                120,
                "CC BY-NC",
                "A paper",
                "https://example.org/page",
                "");
    }
}
