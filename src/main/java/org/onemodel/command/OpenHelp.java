/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.plugin.BrowserLauncher;
import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Opens the documentation in a browser; where there is no window, prints its address. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Help", weight = 41)
        })
public final class OpenHelp implements Command {

    /** For SciJava. */
    public OpenHelp() {}

    @Override
    public void run() {
        String address = HelpPages.contents();
        if (Macros.isSilent()) {
            IJ.log("OneModel: the documentation is at " + address);
            return;
        }
        IJ.showStatus("Opening " + address);
        try {
            BrowserLauncher.openURL(address);
        } catch (IOException e) {
            IJ.log(
                    "OneModel: no browser opened ("
                            + e.getMessage()
                            + "); the documentation is at "
                            + address);
        }
    }
}
