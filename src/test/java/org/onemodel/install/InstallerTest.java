/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.fetch.Checksum;
import org.onemodel.install.Manifest.InstalledFile;

class InstallerTest {

    @TempDir private Path folder;
    private Host host;
    private Distribution first;

    @BeforeEach
    void makeHost() throws IOException {
        host = FakeHost.imageJ(folder.toRealPath().resolve("ImageJ"));
        first = FakeHost.distribution(folder.resolve("first"), "1.0");
    }

    private Distribution second() throws IOException {
        return FakeHost.distribution(folder.resolve("second"), "2.0");
    }

    private Path path(String name) {
        return host.root().resolve(name);
    }

    @Test
    void plainImageJGetsJarsMacrosAndTools() throws IOException {
        InstallReport report = new Installer(host).install(first, false);
        assertThat(report.put())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "plugins", List.of("OneModel_-1.0.jar"),
                                "plugins/jars", List.of("helper-1.0.jar", "lib-3.0.jar"),
                                "plugins/OneModel/Macros", List.of("OneModel_Batch.ijm"),
                                "macros/toolsets", List.of("OneModel.ijm")));
        assertThat(path("plugins/OneModel_-1.0.jar"))
                .hasSameBinaryContentAs(folder.resolve("first/jars/OneModel_-1.0.jar"));
        assertThat(path(FolderChange.WAITING)).doesNotExist();
    }

    @Test
    void fijiGetsOneClassPathAndScripts() throws IOException {
        Host fiji = FakeHost.fiji(folder.toRealPath().resolve("Fiji"));
        InstallReport report = new Installer(fiji).install(first, false);
        assertThat(report.put())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "jars",
                                        List.of(
                                                "OneModel_-1.0.jar",
                                                "helper-1.0.jar",
                                                "lib-3.0.jar"),
                                "plugins/OneModel/Macros", List.of("OneModel_Batch.ijm"),
                                "OneModel/examples", List.of("Denoise_Folder.groovy"),
                                "macros/toolsets", List.of("OneModel.ijm")));
        assertThat(fiji.root().resolve("plugins/OneModel_-1.0.jar")).doesNotExist();
    }

    @Test
    void undoLeavesTheFolderAsItWas() throws IOException {
        Files.createDirectories(path("plugins/OneModel/Macros"));
        Files.writeString(path("plugins/OneModel/Macros/OneModel_Batch.ijm"), "// the user's own");
        Files.writeString(path("plugins/OneModel/Macros/Mine.ijm"), "// another");
        Map<String, String> before = Tree.of(host.root());
        new Installer(host).install(first, false);
        assertThat(path("plugins/OneModel/Macros/OneModel_Batch.ijm")).hasContent("// batch 1.0");

        UndoReport report = new Installer(host).undo(false);
        assertThat(report.restored()).containsExactly("plugins/OneModel/Macros/OneModel_Batch.ijm");
        assertThat(report.left()).isEmpty();
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    @Test
    void dryRunsChangeNothing() throws IOException {
        Map<String, String> before = Tree.of(host.root());
        assertThat(new Installer(host).plan(first).put()).hasSize(4);
        assertThat(Tree.of(host.root())).isEqualTo(before);
        new Installer(host).install(first, false);
        before = Tree.of(host.root());
        assertThat(new Installer(host).undo(true).removed()).hasSize(5);
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    @Test
    void theSameVersionAgainChangesNothing() throws IOException {
        Map<String, String> before = Tree.of(host.root());
        new Installer(host).install(first, false);
        InstallReport report = new Installer(host).install(first, false);
        assertThat(report.put()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(5);
        new Installer(host).undo(false);
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    @Test
    void anUpgradeTakesTheOldJarsAway() throws IOException {
        Map<String, String> before = Tree.of(host.root());
        new Installer(host).install(first, false);
        InstallReport report = new Installer(host).install(second(), false);
        assertThat(report.removed())
                .containsExactly("plugins/OneModel_-1.0.jar", "plugins/jars/helper-1.0.jar");
        assertThat(path("plugins/OneModel_-1.0.jar")).doesNotExist();
        assertThat(path("plugins/OneModel_-2.0.jar")).exists();
        assertThat(path("plugins/OneModel/Macros/OneModel_Batch.ijm")).hasContent("// batch 2.0");
        new Installer(host).undo(false);
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    @Test
    void whatAnUpgradeNoLongerHasGivesItsPlaceBack() throws IOException {
        Path own = path("plugins/jars/helper-1.0.jar");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "the user's own");
        new Installer(host).install(first, false);
        assertThat(own).hasSameBinaryContentAs(folder.resolve("first/jars/helper-1.0.jar"));
        InstallReport report = new Installer(host).install(second(), false);
        assertThat(report.restored()).containsExactly("plugins/jars/helper-1.0.jar");
        assertThat(own).hasContent("the user's own");
    }

    @Test
    void changedMacrosStayInAnUpgradeAndWhenTakenOut() throws IOException {
        new Installer(host).install(first, false);
        Path macro = path("plugins/OneModel/Macros/OneModel_Batch.ijm");
        Files.writeString(macro, "// changed by the user");
        assertThat(new Installer(host).install(second(), false).keptChanges())
                .containsExactly("plugins/OneModel/Macros/OneModel_Batch.ijm");
        assertThat(macro).hasContent("// changed by the user");
        UndoReport undo = new Installer(host).undo(false);
        assertThat(undo.left()).containsExactly("plugins/OneModel/Macros/OneModel_Batch.ijm");
        assertThat(macro).hasContent("// changed by the user");
        assertThat(path("plugins/jars")).doesNotExist();
    }

    @Test
    void aChangedJarMakesRoomForTheNewOne() throws IOException {
        new Installer(host).install(first, false);
        Path jar = path("plugins/OneModel_-1.0.jar");
        TinyJar.in(folder)
                .withClass("org.onemodel.Own", "package org.onemodel; class Own {}")
                .write(jar);
        InstallReport report = new Installer(host).install(first, false);
        assertThat(report.setAside())
                .containsExactly(
                        Map.entry(
                                "plugins/OneModel_-1.0.jar",
                                "onemodel-replaced/plugins/OneModel_-1.0.jar"));
        assertThat(jar).hasSameBinaryContentAs(folder.resolve("first/jars/OneModel_-1.0.jar"));
    }

    @Test
    void anotherOneModelIsSetAsideAndComesBack() throws IOException {
        TinyJar.in(folder)
                .withClass("org.onemodel.Own", "package org.onemodel; class Own {}")
                .write(path("plugins/old/OneModel_-0.9.jar"));
        Map<String, String> before = Tree.of(host.root());
        InstallReport report = new Installer(host).install(first, false);
        assertThat(report.setAside()).containsKey("plugins/old/OneModel_-0.9.jar");
        assertThat(path("plugins/old/OneModel_-0.9.jar")).doesNotExist();
        new Installer(host).undo(false);
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    @Test
    void theSameFileOfSomebodyElseIsNotTakenOut() throws IOException {
        Path tools = path("macros/toolsets/OneModel.ijm");
        Files.createDirectories(tools.getParent());
        Files.writeString(tools, "// tools");
        new Installer(host).install(first, false);
        new Installer(host).undo(false);
        assertThat(tools).hasContent("// tools");
    }

    @Test
    void aFullDiskAtAnyStepLeavesTheFolderAsItWas() throws IOException {
        Files.createDirectories(path("plugins/OneModel/Macros"));
        Files.writeString(path("plugins/OneModel/Macros/OneModel_Batch.ijm"), "// the user's own");
        Map<String, String> before = Tree.of(host.root());
        int steps = failEachStep(installer -> installer.install(first, false), before);
        assertThat(steps).isGreaterThan(15);

        Map<String, String> installed = Tree.of(host.root());
        Distribution second = second();
        failEachStep(installer -> installer.install(second, false), installed);
        Map<String, String> upgraded = Tree.of(host.root());
        failEachStep(installer -> installer.undo(false), upgraded);
        assertThat(Tree.of(host.root())).isEqualTo(before);
    }

    /** Lets each step fail in turn, until all succeed; returns how many did fail. */
    private int failEachStep(Step step, Map<String, String> before) throws IOException {
        for (int n = 1; ; n++) {
            FailingActions actions = FailingActions.fullDisk(n);
            try {
                step.run(new Installer(host, actions));
            } catch (InstallException e) {
                assertThat(e).hasMessageContaining("No space left on device.");
                assertThat(Tree.of(host.root())).as("after step %d failed", n).isEqualTo(before);
                continue;
            }
            if (!actions.hasFailed()) {
                return n - 1;
            }
            // Only what was discarded could not be removed; the next run does that.
            assertThat(path(FolderChange.WAITING)).exists();
            new FolderChange(host.root(), new DiskActions()).finish();
            return n - 1;
        }
    }

    private interface Step {
        void run(Installer installer) throws IOException;
    }

    @Test
    void afterAKilledRunTheNextOnePutsThingsRight() throws IOException {
        Files.createDirectories(path("plugins/OneModel/Macros"));
        Files.writeString(path("plugins/OneModel/Macros/OneModel_Batch.ijm"), "// the user's own");
        Map<String, String> before = Tree.of(host.root());
        Distribution second = second();
        boolean wasKilled = true;
        for (int n = 1; wasKilled; n++) {
            new Installer(host).install(first, false);
            FailingActions actions = FailingActions.killed(n);
            wasKilled = isKilled(() -> new Installer(host, actions).install(second, false));
            if (n % 2 == 0) {
                new Installer(host).install(second, false);
            }
            new Installer(host).undo(false);
            assertThat(Tree.of(host.root())).as("killed at step %d", n).isEqualTo(before);
        }
    }

    @Test
    void aKilledFirstInstallationCanBeTakenOut() throws IOException {
        Map<String, String> before = Tree.of(host.root());
        boolean wasKilled = true;
        for (int n = 1; wasKilled; n++) {
            FailingActions actions = FailingActions.killed(n);
            wasKilled = isKilled(() -> new Installer(host, actions).install(first, false));
            try {
                new Installer(host).undo(false);
            } catch (InstallException e) {
                assertThat(e).hasMessageContaining("has no onemodel-install.json");
            }
            assertThat(Tree.of(host.root())).as("killed at step %d", n).isEqualTo(before);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static boolean isKilled(Action action) throws IOException {
        try {
            action.run();
            return false;
        } catch (FailingActions.Killed e) {
            return true;
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        FileActions readOnly =
                new FailingActions(1, path -> new AccessDeniedException(path.toString()));
        assertThatThrownBy(() -> new Installer(host, readOnly).install(first, false))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("you may not write " + host.root())
                .hasMessageContaining("Nothing was changed.");
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeAnythingIsCopied() throws IOException {
        FileActions full = new FailingActions(0, path -> new IOException("never")).withRoom(1000);
        assertThatThrownBy(() -> new Installer(host, full).install(first, false))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("has room for 0 MB");
    }

    @Test
    void aManifestThatLeadsElsewhereRemovesNothing() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim.txt"), "precious");
        String sha256 = Checksum.of(victim);
        for (String path :
                List.of(
                        "../victim.txt",
                        "plugins/../../victim.txt",
                        victim.toString(),
                        "plugins\\..\\..\\victim.txt",
                        "C:/victim.txt",
                        "plugins//victim.txt",
                        "plugins/./victim.txt",
                        "ij.jar",
                        "")) {
            write(new InstalledFile(path, sha256));
            Map<String, String> before = Tree.of(host.root());
            assertThatExceptionOfType(InstallException.class)
                    .as(path)
                    .isThrownBy(() -> new Installer(host).undo(false))
                    .withMessageContaining("no place for a file of OneModel");
            assertThatExceptionOfType(InstallException.class)
                    .isThrownBy(() -> new Installer(host).install(first, false));
            assertThat(Tree.of(host.root())).isEqualTo(before);
        }
        assertThat(victim).hasContent("precious");
    }

    @Test
    void aLinkInTheHostDoesNotLeadUndoOut() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim.txt"), "precious");
        Files.createSymbolicLink(path("plugins/link"), outside);
        write(new InstalledFile("plugins/link/victim.txt", Checksum.of(victim)));
        assertThatThrownBy(() -> new Installer(host).undo(false))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("is a link that leads out of");
        assertThat(victim).hasContent("precious");
    }

    @Test
    void aLinkInPlaceOfAFileIsLeft() throws IOException {
        new Installer(host).install(first, false);
        Path macro = path("plugins/OneModel/Macros/OneModel_Batch.ijm");
        Path copy = Files.copy(macro, folder.resolve("copy.ijm"));
        Files.delete(macro);
        Files.createSymbolicLink(macro, copy);
        UndoReport report = new Installer(host).undo(false);
        assertThat(report.left()).containsExactly("plugins/OneModel/Macros/OneModel_Batch.ijm");
        assertThat(macro).isSymbolicLink();
        assertThat(copy).hasContent("// batch 1.0");
    }

    @Test
    void aPluginsFolderElsewhereIsRefused() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("shared"));
        Files.createSymbolicLink(path("macros/toolsets"), outside);
        assertThatThrownBy(() -> new Installer(host).install(first, false))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("macros/toolsets is a link that leads out of");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void damagedManifestsAreToldInASentence() throws IOException {
        for (String json :
                List.of("", "{", "[]", "null", "{\"format\": 1}", "{\"format\": \"x\"}")) {
            Files.writeString(path(Manifest.FILE_NAME), json);
            assertThatExceptionOfType(InstallException.class)
                    .as(json)
                    .isThrownBy(() -> new Installer(host).undo(false))
                    .withMessageContaining("is damaged, so nothing was done");
        }
        Files.writeString(path(Manifest.FILE_NAME), new String(manifest(2).toBytes()));
        assertThatThrownBy(() -> new Installer(host).undo(false))
                .hasMessageContaining("another version of OneModel");
    }

    @Test
    void thereIsNothingToUndoWhereNothingWasPut() {
        assertThatThrownBy(() -> new Installer(host).undo(false))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("nothing that this installer could take out");
    }

    private static Manifest manifest(int format, InstalledFile... files) {
        return new Manifest(
                format, "1.0", "2026-01-01T00:00:00Z", true, List.of(files), List.of(), List.of());
    }

    private void write(InstalledFile file) throws IOException {
        Files.write(path(Manifest.FILE_NAME), manifest(1, file).toBytes());
    }
}
