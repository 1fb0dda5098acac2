/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.model.InstalledModel;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.ModelManager;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists, adds, fetches, checks and removes models, in a {@link ModelsView} or by a macro. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Models...", weight = 32)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "models.md"))
public final class ManageModels extends ManagingCommand {

    private static final String ACTIONS = "window, list, add, fetch, check or remove";

    @Parameter(
            label = "Action",
            description =
                    "window opens the window of models; list, add, fetch, check and remove do that"
                            + " at once.",
            persist = false)
    private String action = WINDOW;

    // Empty rather than null, which would not be recorded.
    @Parameter(
            label = "File (model or checkpoint)",
            description = "What to add: a model's folder or zip file, or a checkpoint of others.",
            persist = false)
    private File file = new File("");

    @Parameter(
            label = "Name",
            description =
                    "The model to fetch, check or remove. With add, the name that a checkpoint's"
                            + " model gets; that of the file if it is empty.",
            persist = false)
    private String name = "";

    /** For SciJava. */
    public ManageModels() {}

    @Override
    protected void act() {
        ModelManager models = service().modelManager();
        switch (action) {
            case WINDOW ->
                    view(ModelsView.class)
                            .ifPresentOrElse(view -> view.open(models), () -> list(models));
            case "list" -> list(models);
            case "add" -> say("added " + words(models.add(path(), name, false)));
            case "fetch" ->
                    say("fetched " + words(models.fetch(named(), false, DownloadMonitor.NONE)));
            case "check" -> say(named() + " is whole: SHA-256 " + models.check(name));
            case "remove" -> say("removed " + models.remove(named()).get(0));
            default -> throw unknown(action, ACTIONS);
        }
    }

    private static void list(ModelManager models) {
        models.installed().forEach(model -> say(words(model)));
    }

    private static String words(InstalledModel model) {
        return String.format(
                Locale.ROOT,
                "%s %s (%s, %.1f MB, licence: %s) in %s",
                model.name(),
                model.version(),
                model.task().key(),
                model.bytes() / 1e6,
                model.licence(),
                model.where());
    }

    private Path path() {
        if (file == null || file.getPath().isBlank()) {
            throw new OneModelException("No file is given; give the path of a model.");
        }
        try {
            return file.toPath();
        } catch (InvalidPathException e) {
            throw new OneModelException("The file is '" + file + "'; give the path of a model.", e);
        }
    }

    private String named() {
        if (name.isBlank()) {
            throw new OneModelException("No name is given; give that of a model.");
        }
        return name;
    }
}
