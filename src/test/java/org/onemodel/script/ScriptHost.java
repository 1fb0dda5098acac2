/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.script;

import ij.ImagePlus;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.console.ConsoleService;
import org.scijava.log.LogListener;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;
import org.scijava.service.Service;
import org.scijava.startup.StartupService;

/** Runs Groovy scripts through SciJava, as Fiji does. */
public final class ScriptHost implements AutoCloseable {

    /** Where the scripts lie. */
    static final Path SCRIPTS = Path.of("scripts/groovy");

    private final Context context;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final LogListener listener = message -> log.add(message.text());

    /** Starts what scripts need. */
    public ScriptHost() {
        this(new Context(ScriptService.class, OneModelService.class));
    }

    /** With the alias that imagej-legacy gives. */
    private ScriptHost(Context context) {
        this.context = context;
        scripts().addAlias(ImagePlus.class);
        context.service(LogService.class).addLogListener(listener);
    }

    /** Takes the arguments that Fiji takes after {@code --ij2 --headless --console}. */
    public static void main(String[] args) {
        try (ScriptHost host = new ScriptHost(new Context())) {
            host.service(ConsoleService.class).processArgs(args);
            host.service(StartupService.class).executeOperations();
        }
    }

    ScriptService scripts() {
        return context.service(ScriptService.class);
    }

    <S extends Service> S service(Class<S> type) {
        return context.service(type);
    }

    /** What was logged so far. */
    List<String> log() {
        return log;
    }

    /**
     * Runs one of our scripts.
     *
     * @throws AssertionError with the stack trace of what the script threw
     */
    Module run(String script, Map<String, Object> inputs)
            throws InterruptedException, ExecutionException {
        return run(new ScriptInfo(context, SCRIPTS.resolve(script + ".groovy").toFile()), inputs);
    }

    /** Runs any script; SciJava itself would only log what it threw. */
    Module run(ScriptInfo info, Map<String, Object> inputs)
            throws InterruptedException, ExecutionException {
        ModuleService modules = context.service(ModuleService.class);
        ScriptModule module = (ScriptModule) modules.createModule(info);
        StringWriter errors = new StringWriter();
        module.setErrorWriter(errors);
        modules.run(module, true, inputs).get();
        if (!errors.toString().isBlank()) {
            throw new AssertionError(errors.toString());
        }
        return module;
    }

    @Override
    public void close() {
        context.service(LogService.class).removeLogListener(listener);
        context.dispose();
    }
}
