/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** A command of two images in SciJava, without a window. */
class TwoImageCommandTest {

    private static Context context;

    @BeforeAll
    static void start() {
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    private static Module run(Object... inputs) throws InterruptedException, ExecutionException {
        // CommandService.run gives null for commands with dynamic choices, by SciJava's design.
        CommandInfo info = context.service(CommandService.class).getCommand(PairCommand.class);
        return context.service(ModuleService.class).run(info, true, inputs).get();
    }

    private static ImagePlus image(String title) {
        return new ImagePlus(title, new ByteProcessor(8, 8));
    }

    @Test
    void bothImagesAreGivenAndTheResultIsTheLastOutput()
            throws InterruptedException, ExecutionException {
        Module done = run("image", image("a"), "second", image("b"));

        assertThat(done.getInfo().outputs())
                .extracting(ModuleItem::getName)
                .containsExactly("other", "result");
        assertThat(((ImagePlus) done.getOutput("result")).getTitle()).isEqualTo("copy of a");
        assertThat(((ImagePlus) done.getOutput("other")).getTitle()).isEqualTo("copy of b");
    }

    @Test
    void withoutASecondImageItSaysWhatIsMissing() {
        String sentence =
                "The second image is missing or has no pixels; open it, and give its title as"
                        + " second.";
        assertThatThrownBy(() -> run("image", image("a")))
                .hasRootCauseInstanceOf(OneModelException.class)
                .hasRootCauseMessage(sentence);
        // What ImageJ2 makes of a title that is not open.
        assertThatThrownBy(() -> run("image", image("a"), "second", new ImagePlus()))
                .hasRootCauseMessage(sentence);
    }
}
