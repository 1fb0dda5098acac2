/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.List;
import java.util.function.Supplier;
import org.onemodel.restore.OneModelException;
import org.scijava.command.DynamicCommand;
import org.scijava.command.DynamicCommandInfo;
import org.scijava.module.ModuleItem;

/** What a dialog shows of a command: the order of its parameters, and what there is to choose. */
final class Form {

    private final DynamicCommandInfo info;
    private final String[] order;

    /**
     * The form of a command, whose class may have a {@link ParameterOrder}.
     *
     * @param command the command, which is about to be asked for
     */
    Form(DynamicCommand command) {
        info = command.getInfo();
        ParameterOrder declared = command.getClass().getAnnotation(ParameterOrder.class);
        order = declared == null ? new String[0] : declared.value();
    }

    /** Brings the parameters into their order. */
    void arrange() {
        for (String name : order) {
            ModuleItem<?> item = info.getInput(name);
            if (item != null) {
                info.removeInput(item);
                info.addInput(item);
            }
        }
    }

    /**
     * Makes an output the last one, which hosts show last, so that it is the active image.
     *
     * @param name the output
     */
    void showLast(String name) {
        ModuleItem<?> item = info.getOutput(name);
        info.removeOutput(item);
        info.addOutput(item);
    }

    /**
     * Fills a choice; where it can't be told what there is, running the command will say why.
     *
     * @param name the parameter
     * @param words gives what there is to choose from
     * @param otherwise to choose from if there is nothing
     */
    void offer(String name, Supplier<List<String>> words, List<String> otherwise) {
        List<String> choices = known(words);
        info.getMutableInput(name, String.class)
                .setChoices(choices.isEmpty() ? otherwise : choices);
    }

    private static List<String> known(Supplier<List<String>> words) {
        try {
            return words.get();
        } catch (OneModelException e) {
            return List.of(); // a dialog that does not open would explain nothing
        }
    }
}
