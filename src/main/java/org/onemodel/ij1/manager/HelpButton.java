/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import ij.IJ;
import ij.plugin.BrowserLauncher;
import java.io.IOException;
import java.util.Optional;
import javax.swing.JButton;
import org.onemodel.command.HelpPages;

/** A button that opens a command's page of the documentation in a browser. */
final class HelpButton {

    private HelpButton() {}

    /**
     * The button.
     *
     * @param command the command's class, which names its page
     */
    static JButton of(Class<?> command) {
        JButton button = new JButton("Help");
        Optional<String> page = HelpPages.of(command);
        button.setEnabled(page.isPresent());
        button.addActionListener(event -> page.ifPresent(HelpButton::open));
        return button;
    }

    private static void open(String address) {
        try {
            BrowserLauncher.openURL(address);
        } catch (IOException e) {
            IJ.log("OneModel: no browser opened; the documentation is at " + address);
        }
    }
}
