/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import java.util.Map;
import org.onemodel.command.StatusBar;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import org.scijava.log.LogService;

/** The SciJava context that commands run in: Fiji's own, or one for plain ImageJ. */
final class HostContext {

    private HostContext() {}

    /** The context, made at the first call and kept while ImageJ runs. */
    static Context get() {
        return Holder.CONTEXT;
    }

    /** Shows the last message of a command again, after ImageJ has cleared it. */
    static void repeatStatus() {
        Holder.STATUS_BAR.repeat();
    }

    /** Java runs this once, however many threads ask. */
    private static final class Holder {
        private static final String LOG = "org.slf4j.simpleLogger.";

        private static final StatusBar STATUS_BAR = new StatusBar();
        private static final Context CONTEXT = findOrCreate();

        private static Context findOrCreate() {
            Context host = ofHost();
            return host != null && host.getService(OneModelService.class) != null ? host : create();
        }

        /** In Fiji, one class loader has both ImageJ and SciJava; only then ask for its context. */
        private static Context ofHost() {
            boolean together = Context.class.getClassLoader() == IJ.class.getClassLoader();
            Object host = together ? IJ.runPlugIn(Context.class.getName(), "") : null;
            return host instanceof Context context ? context : null;
        }

        private static Context create() {
            quietLibraries();
            Context context =
                    new Context(
                            CommandService.class,
                            OneModelService.class,
                            StatusService.class,
                            LogService.class);
            // SciJava holds its listeners weakly, so this one is a constant.
            context.service(EventService.class).subscribe(STATUS_BAR);
            return context;
        }

        /** Plain ImageJ has no logging of its own; our libraries would fill its console. */
        private static void quietLibraries() {
            Map.of(
                            LOG + "defaultLogLevel",
                            "warn",
                            // It warns wherever there is no NVIDIA driver; our window lists GPUs.
                            LOG + "log.ai.djl.util.cuda.CudaUtils",
                            "error")
                    .forEach((key, level) -> System.getProperties().putIfAbsent(key, level));
        }
    }
}
