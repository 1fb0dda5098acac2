/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.train.TinyTraining;

/** The windows of a training run. */
@ExtendWith(ImageJExtension.class)
class TrainingTest {

    private static final String DIALOG = "OneModel Train";
    private static final String WINDOW = "OneModel Train: tiny";

    private final Desk desk;

    TrainingTest(Desk desk) {
        this.desk = desk;
    }

    private void start(Path folder, int snapshot) {
        Path settings = new TinyTraining(folder).file("run");
        desk.choose("Plugins", "OneModel", "OneModel Train...");
        desk.set(DIALOG, "Settings", settings.toString());
        desk.set(DIALOG, "Set ", "iterations=1000000; every.log=2; every.snapshot=" + snapshot);
        desk.press(DIALOG, "OK");
    }

    @Test
    void aRunShowsItsCurvesAndWritesTheModelWhenStopped(@TempDir Path folder) {
        start(folder, 4);
        assertThat(desk.display(WINDOW)).as("losses are drawn").isNotZero();
        desk.press(WINDOW, "Stop");
        assertThat(desk.awaitText("Log", "Trained tiny"))
                .contains(folder.resolve("run/bundle").toString());
        assertThat(folder.resolve("run/bundle/model.json")).exists();
        assertThat(desk.window(WINDOW).buttons()).as("the plot stays, the buttons go").isEmpty();
    }

    @Test
    void aRunThatIsCanceledBeforeItsFirstSnapshotLeavesNoModel(@TempDir Path folder) {
        start(folder, 1000000);
        desk.press(WINDOW, "Cancel");
        desk.awaitNoButton(WINDOW, "Cancel");
        assertThat(folder.resolve("run/bundle/model.json")).doesNotExist();
    }
}
