/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the pictures of the documentation from ImageJ's real windows. */
public final class Screenshots {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final String IMAGE = "cells-noisy.tif";
    private static final String OPEN =
            "open('test-images/cells-noisy.tif'); makeRectangle(80, 60, 200, 200); run('Crop');"
                    + " setMinAndMax(100, 700);";

    private final Desk desk;
    private final Path folder;

    private Screenshots(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
    }

    /**
     * Makes all pictures.
     *
     * @param args the folder for them
     */
    public static void main(String[] args) throws IOException {
        Path scratch = Files.createTempDirectory("onemodel-screenshots");
        try (XServer display = XServer.start(WIDTH, HEIGHT);
                Openbox frames = Openbox.start(display);
                WindowedImageJ imagej =
                        WindowedImageJ.start(
                                display,
                                ImageJFolder.install(scratch),
                                "-Duser.home=" + scratch,
                                "-DENGINE_CACHE_DIR="
                                        + System.getProperty("user.home")
                                        + "/.djl.ai")) {
            new Screenshots(imagej.desk(), Path.of(args[0]).toAbsolutePath()).takeAll();
        }
    }

    private void takeAll() {
        denoise();
        others();
    }

    private String file(String name) {
        return folder.resolve(name + ".png").toString();
    }

    private void denoise() {
        desk.macro(OPEN);
        desk.move(IMAGE, 0, 200);
        String dialog = ask("Denoise");
        desk.move(dialog, 230, 200);
        desk.picture(file("denoise-dialog"), IMAGE, dialog);
        desk.set(dialog, "Noise", "poisson");
        desk.press(dialog, "Show technical options");
        desk.picture(file("denoise-options"), dialog);
        desk.set(dialog, "Noise", "auto");
        desk.set(dialog, "Residual", "yes");
        desk.press(dialog, "OK");
        desk.window("cells-noisy-denoised.tif");
        desk.window("cells-noisy-residual.tif");
        desk.move("cells-noisy-denoised.tif", 220, 200);
        desk.move("cells-noisy-residual.tif", 440, 200);
        desk.picture(
                file("denoise-result"),
                IMAGE,
                "cells-noisy-denoised.tif",
                "cells-noisy-residual.tif");
        desk.tidy();
    }

    private void others() {
        for (String command : new String[] {"Reconstruct", "Export Noise Maps", "Scale Noise"}) {
            desk.macro(OPEN);
            String dialog = ask(command);
            desk.picture(file(command.toLowerCase().replace(' ', '-') + "-dialog"), dialog);
            desk.press(dialog, "Cancel");
            desk.tidy();
        }
    }

    private String ask(String command) {
        desk.choose("Plugins", "OneModel", "OneModel " + command + "...");
        return desk.window("OneModel " + command).title();
    }
}
