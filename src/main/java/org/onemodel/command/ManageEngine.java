/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.onemodel.engine.EngineOffer;
import org.onemodel.engine.EngineReport;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.service.EngineManager;
import org.onemodel.service.EngineStatus;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells about PyTorch and installs it, in an {@link EngineView} or by a macro. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Engine...", weight = 33)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "engine.md"))
public final class ManageEngine extends ManagingCommand {

    private static final String ACTIONS = "window, status, install, reset or retry";

    @Parameter(
            label = "Action",
            description =
                    "window opens the window of the engine; status tells about it; install"
                            + " downloads it without asking; reset removes what was downloaded;"
                            + " retry starts it again after it took ImageJ down.",
            persist = false)
    private String action = WINDOW;

    @Parameter(
            label = "Flavor",
            description =
                    "The build to install: cpu, one for NVIDIA GPUs such as cu128, or auto, which"
                            + " suits this machine.",
            persist = false)
    private String flavor = EngineManager.AUTO;

    /** For SciJava. */
    public ManageEngine() {}

    @Override
    protected void act() {
        EngineManager engine = service().engineManager();
        switch (action) {
            case WINDOW ->
                    view(EngineView.class)
                            .ifPresentOrElse(view -> view.open(engine), () -> tell(engine));
            case "status" -> tell(engine);
            case "install" -> install(engine);
            case "reset" -> reset(engine);
            case "retry" -> say(started(engine.retry()));
            default -> throw unknown(action, ACTIONS);
        }
    }

    private static void tell(EngineManager engine) {
        EngineReport report = engine.report();
        if (report.problem().isEmpty()) {
            say(started(engine.status()));
        }
        say(
                "the build for this machine is "
                        + report.wanted().flavor()
                        + " ("
                        + report.wanted().reason()
                        + ")");
        report.advice().forEach(ManagingCommand::say);
    }

    private static String started(EngineStatus status) {
        return "%s %s (%s) from %s in %s, devices %s"
                .formatted(
                        status.engine(),
                        status.version(),
                        status.flavor(),
                        status.source(),
                        status.library(),
                        String.join(", ", status.devices()));
    }

    private void install(EngineManager engine) {
        EngineOffer offer = engine.offer(flavor);
        say("downloading " + offer.sentence());
        say("installed PyTorch in " + engine.install(offer, DownloadMonitor.NONE));
    }

    private static void reset(EngineManager engine) {
        List<Path> removed = engine.reset();
        say(
                removed.isEmpty()
                        ? "there was nothing to remove"
                        : "removed "
                                + removed.stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(", ")));
    }
}
