/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.concurrent.ExecutionException;
import org.onemodel.command.Macros;
import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Runs any SciJava command from plain ImageJ's menu: its images are the open ones, its text
 * parameters come from a dialog or, in a macro, from the options.
 *
 * <p>The argument in {@code plugins.config} is the command's class.
 */
public final class CommandPlugIn implements PlugIn {

    private static final String TITLE = "OneModel";

    /** For ImageJ. */
    public CommandPlugIn() {}

    /**
     * Runs a command; if that fails, a macro stops with the reason and a user sees it.
     *
     * @param command name of the command's class
     */
    @Override
    public void run(String command) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // SciJava and the tensor engine look for their parts here; ImageJ leaves its own.
        thread.setContextClassLoader(CommandPlugIn.class.getClassLoader());
        boolean canceled = false;
        try {
            canceled = !runWithInputs(command);
        } catch (ExecutionException e) {
            if (!IJ.isMacro()) { // the command has stopped a macro itself
                IJ.error(TITLE, Failures.sentence(e));
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            fail(e);
        } catch (MethodCallException | RuntimeException e) {
            fail(e);
        } finally {
            thread.setContextClassLoader(before);
        }
        if (canceled) {
            Recorder.disableCommandRecording(); // what was not done is not to be replayed
            Macro.abort();
        }
    }

    private static boolean runWithInputs(String command)
            throws MethodCallException, ExecutionException, InterruptedException {
        Context context = HostContext.get();
        ModuleService modules = context.service(ModuleService.class);
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        Module module = modules.createModule(info);
        boolean given = new CommandInputs(name(info), module).give();
        if (given) {
            // Without SciJava's own processing, which would ask and show in its way.
            show(modules.run(module, false).get());
        }
        return given;
    }

    private static String name(CommandInfo info) {
        MenuEntry entry = info.getMenuPath().getLeaf();
        return entry == null ? info.getTitle() : entry.getName();
    }

    /** Opens windows for the results; in silence, the command has handed them over itself. */
    private static void show(Module done) {
        for (ModuleItem<?> item : done.getInfo().outputs()) {
            if (!Macros.isSilent() && done.getOutput(item.getName()) instanceof ImagePlus image) {
                image.show();
                HostContext.repeatStatus();
            }
        }
    }

    private static void fail(Exception e) {
        if (IJ.isMacro()) {
            Macros.stop(Failures.sentence(e));
        } else {
            IJ.error(TITLE, Failures.sentence(e));
        }
    }
}
