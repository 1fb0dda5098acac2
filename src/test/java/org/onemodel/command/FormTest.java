/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.Service;

/** What commands ask, in every host: SciJava's dialogs and ours follow the prepared command. */
class FormTest {

    private static final List<Class<? extends ImageCommand>> COMMANDS =
            List.of(Denoise.class, Reconstruct.class, ScaleNoise.class, ExportNoiseMaps.class);

    private static Context context;

    @BeforeAll
    static void start() {
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    private static Module created(Class<? extends Command> command) {
        return context.service(ModuleService.class)
                .createModule(context.service(CommandService.class).getCommand(command));
    }

    /** A command as hosts prepare it. */
    private static Module prepared(Class<? extends ImageCommand> command, ImagePlus image)
            throws MethodCallException {
        Module module = created(command);
        module.setInput("image", image);
        module.resolveInput("image");
        module.initialize();
        return module;
    }

    private static List<String> names(Iterable<ModuleItem<?>> items) {
        List<String> names = new ArrayList<>();
        for (ModuleItem<?> item : items) {
            if (!Service.class.isAssignableFrom(item.getType())
                    && item.getType() != Context.class) {
                names.add(item.getName());
            }
        }
        return names;
    }

    /** The parameters that a dialog has, without what is only shown. */
    private static List<String> asked(Module module) {
        List<String> asked = names(module.getInfo().inputs());
        asked.removeIf(
                name ->
                        module.isInputResolved(name)
                                || module.getInfo().getInput(name).getVisibility()
                                        == ItemVisibility.MESSAGE);
        asked.remove("preview");
        return asked;
    }

    private static ImagePlus image(int bits, int channels, int slices, int frames) {
        return IJ.createHyperStack("image", 8, 8, channels, slices, frames, bits);
    }

    @Test
    void everyParameterHasItsPlace() {
        List<Class<? extends ModelCommand>> commands = new ArrayList<>(COMMANDS);
        commands.add(Generate.class);
        for (Class<? extends ModelCommand> command : commands) {
            assertThat(command.getAnnotation(ParameterOrder.class).value())
                    .as("a parameter without a place would come before the image")
                    .doesNotHaveDuplicates()
                    .containsAll(names(created(command).getInfo().inputs()));
        }
    }

    @Test
    void aHyperstackIsAskedForEverythingInOrder() throws MethodCallException {
        ImagePlus image = image(16, 2, 3, 4);
        image.setRoi(1, 1, 4, 4);

        assertThat(asked(prepared(Denoise.class, image)))
                .containsExactly(
                        "model",
                        "noise",
                        "sigma",
                        "gain",
                        "offset",
                        "readnoise",
                        "region",
                        "channels",
                        "slices",
                        "frames",
                        "output",
                        "residual",
                        "device",
                        "tile",
                        "overlap",
                        "batch",
                        "normalization");
    }

    @Test
    void aPlaneIsNotAskedWhatCanMakeNoDifference() throws MethodCallException {
        ImagePlus image = image(32, 1, 1, 1);

        assertThat(asked(prepared(Denoise.class, image)))
                .containsExactly(
                        "model",
                        "noise",
                        "sigma",
                        "gain",
                        "offset",
                        "readnoise",
                        "residual",
                        "device",
                        "tile",
                        "overlap",
                        "batch");
        assertThat(asked(prepared(Reconstruct.class, image)))
                .containsExactly("model", "device", "tile", "overlap", "batch", "embedding");
    }

    @Test
    void onlyTheDimensionsThatAnImageHasAreAsked() throws MethodCallException {
        assertThat(asked(prepared(Reconstruct.class, image(8, 3, 1, 1))))
                .contains("channels", "normalization", "output")
                .doesNotContain("slices", "frames", "region");
        assertThat(asked(prepared(Reconstruct.class, image(8, 1, 5, 1))))
                .contains("slices")
                .doesNotContain("channels", "frames");
        assertThat(asked(prepared(Reconstruct.class, image(8, 1, 1, 5))))
                .contains("frames")
                .doesNotContain("channels", "slices");
        assertThat(asked(prepared(Reconstruct.class, image(24, 1, 1, 1))))
                .contains("normalization")
                .doesNotContain("channels");
    }

    @Test
    void aRegionIsAskedWhereASelectionHasAnArea() throws MethodCallException {
        ImagePlus image = image(8, 1, 1, 1);
        image.setRoi(new Line(1, 1, 5, 5));
        assertThat(asked(prepared(Denoise.class, image))).doesNotContain("region");

        image.setRoi(1, 1, 3, 3);
        assertThat(asked(prepared(Denoise.class, image))).contains("region");
    }

    @Test
    void whatIsNotAskedKeepsItsDefault() throws MethodCallException {
        Module module = prepared(Denoise.class, image(8, 1, 1, 1));

        assertThat(module.getInput("channels")).isEqualTo("all");
        assertThat(module.getInput("region")).isEqualTo("auto");
        assertThat(module.getInput("normalization")).isEqualTo("stack");
    }

    @Test
    void aMacroIsAskedNothing() throws MethodCallException {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("Run$_" + name); // as ImageJ marks threads that have options
        Macro.setOptions("model=tiny");
        try {
            for (Class<? extends Command> command : List.of(Denoise.class, Train.class)) {
                Module module = created(command);
                module.initialize();
                new MacroDefaults().process(module);
                assertThat(module.getInfo().inputs())
                        .as("ImageJ2's dialog for missing keys would wait for ever")
                        .allMatch(item -> module.isInputResolved(item.getName()));
            }
        } finally {
            Macro.setOptions(null);
            thread.setName(name);
        }
    }

    @Test
    void withoutAMacroMissingParametersAreAsked() throws MethodCallException {
        Module module = prepared(Denoise.class, image(8, 1, 1, 1));
        new MacroDefaults().process(module);

        assertThat(asked(module)).contains("model", "noise");
    }

    @Test
    void sciJavaFindsWhatGivesMacrosTheirDefaults() {
        assertThat(
                        context.service(PluginService.class)
                                .createInstancesOfType(PreprocessorPlugin.class))
                .hasAtLeastOneElementOfType(MacroDefaults.class);
    }

    @Test
    void theResultIsShownLastSoThatItIsActive() throws MethodCallException {
        Module module = prepared(Denoise.class, image(8, 1, 1, 1));

        assertThat(names(module.getInfo().outputs())).containsExactly("difference", "result");
    }

    @Test
    void numbersOfNoiseMatterWithTheirKindOnly() {
        Denoise command = (Denoise) created(Denoise.class);
        List<String> numbers = List.of("sigma", "gain", "offset", "readnoise");
        Map<String, List<String>> expected =
                Map.of(
                        "auto", List.of(),
                        "gaussian", List.of("sigma"),
                        "poisson", List.of("gain", "offset", "readnoise"),
                        "none", List.of());
        expected.forEach(
                (noise, those) ->
                        assertThat(numbers)
                                .as(noise)
                                .filteredOn(name -> command.matters(name, Map.of("noise", noise)))
                                .isEqualTo(those));
        assertThat(command.matters("model", Map.of("noise", "none"))).isTrue();
    }

    private static void type(Module module, String name, String text) throws MethodCallException {
        module.setInput(name, text);
        module.getInfo().getInput(name).callback(module);
    }

    @Test
    void whoTypesANumberIntoSciJavasDialogMeansItsKindOfNoise() throws MethodCallException {
        Module module = prepared(Denoise.class, image(8, 1, 1, 1));

        type(module, "sigma", "12");
        assertThat(module.getInput("noise")).isEqualTo("gaussian");

        type(module, "gain", "2");
        assertThat(module.getInput("noise")).isEqualTo("poisson");
        assertThat(module.getInput("sigma")).isEqualTo("auto");

        type(module, "noise", "none");
        assertThat(module.getInput("gain")).isEqualTo("auto");
        assertThat(module.getInput("noise")).isEqualTo("none");
    }

    @Test
    void takingANumberBackLeavesTheKindOfNoise() throws MethodCallException {
        Module module = prepared(Denoise.class, image(8, 1, 1, 1));
        type(module, "sigma", "12");
        type(module, "sigma", "auto");

        assertThat(module.getInput("noise")).isEqualTo("gaussian");
    }

    @Test
    void theHelpOfSciJavasDialogIsALink() throws MethodCallException {
        assertThat(prepared(Denoise.class, image(8, 1, 1, 1)).getInput("help"))
                .asString()
                .contains("href='https://github.com/onemodel/onemodel/blob/main/docs/denoise.md'");
    }
}
