/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the pictures of the documentation from ImageJ's real windows. */
public final class Screenshots {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final String IMAGE = "cells-noisy.tif";
    private static final String TISSUE = "tissue-noisy.tif";
    private static final String CELLS_RANGE = " setMinAndMax(100, 700);";
    private static final String OPEN =
            "open('test-images/"
                    + IMAGE
                    + "'); makeRectangle(120, 60, 140, 140); run('Crop');"
                    + CELLS_RANGE;
    private static final int COLUMN = 300;
    private static final int TOP = 200;

    private final Desk desk;
    private final Path scratch;
    private final Path folder;

    private Screenshots(Desk desk, Path scratch, Path folder) {
        this.desk = desk;
        this.scratch = scratch;
        this.folder = folder;
    }

    /**
     * Makes all pictures.
     *
     * @param args the folder for them
     */
    public static void main(String[] args) throws IOException {
        try (ScratchFolder folder = ScratchFolder.create();
                XServer display = XServer.start(WIDTH, HEIGHT);
                Openbox frames = Openbox.start(display);
                WindowedImageJ imagej =
                        WindowedImageJ.start(
                                display,
                                ImageJFolder.install(folder.path()),
                                "-Duser.home=" + folder.path(),
                                "-DENGINE_CACHE_DIR="
                                        + System.getProperty("user.home")
                                        + "/.djl.ai")) {
            new Screenshots(imagej.desk(), folder.path(), Path.of(args[0]).toAbsolutePath())
                    .takeAll();
        }
    }

    private void takeAll() {
        menu();
        denoise();
        reconstruct();
        noiseMaps();
        decodeNoiseMaps();
        scaleNoise();
        noiseSweep();
        colorGrid();
        interpolate();
        mixStyles();
        generate();
        project();
        statistics();
        recorder();
        failure();
        train();
    }

    private String file(String name) {
        return folder.resolve(name + ".png").toString();
    }

    private void denoise() {
        desk.macro(OPEN);
        desk.macro("run('Set... ', 'zoom=200');");
        desk.move(IMAGE, 0, TOP);
        String dialog = ask("Denoise");
        desk.move(dialog, COLUMN, TOP);
        long noisy = desk.display(IMAGE);
        desk.set(dialog, "Preview", "true");
        desk.awaitDisplay(IMAGE, noisy, false);
        desk.awaitShown(dialog, "whole run");
        desk.picture(file("denoise-dialog"), IMAGE, dialog);
        desk.set(dialog, "Preview", "false");
        desk.set(dialog, "Noise", "poisson");
        desk.press(dialog, "Show technical options");
        desk.picture(file("denoise-options"), dialog);
        desk.set(dialog, "Noise", "auto");
        desk.set(dialog, "Residual", "yes");
        desk.press(dialog, "OK");
        desk.window("cells-noisy-denoised.tif");
        desk.window("cells-noisy-residual.tif");
        desk.move("Log", 0, HEIGHT - TOP);
        sideBySide("denoise-result", IMAGE, "cells-noisy-denoised.tif", "cells-noisy-residual.tif");
    }

    private void menu() {
        desk.move("ImageJ", 0, 0);
        desk.pull("Plugins", "OneModel");
        desk.picture(file("menu"));
        desk.escape("ImageJ");
        desk.escape("ImageJ");
        desk.escape("ImageJ");
    }

    private void reconstruct() {
        desk.macro(OPEN.replace(IMAGE, TISSUE).replace(CELLS_RANGE, ""));
        String dialog = ask("Reconstruct");
        desk.picture(file("reconstruct-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("tissue-noisy-reconstructed.tif");
        sideBySide("reconstruct-result", TISSUE, "tissue-noisy-reconstructed.tif");
    }

    private void noiseMaps() {
        desk.macro(OPEN);
        String dialog = ask("Export Noise Maps");
        desk.picture(file("export-noise-maps-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("cells-noisy-noise-maps.tif");
        desk.macro(
                "selectImage('cells-noisy-noise-maps.tif'); setSlice(5); run('Duplicate...',"
                        + " 'title=fifth'); run('Enhance Contrast', 'saturated=0.35');"
                        + "selectImage('cells-noisy-noise-maps.tif'); setSlice(nSlices);"
                        + " run('Enhance Contrast', 'saturated=0.35');");
        sideBySide("noise-maps-result", IMAGE, "fifth", "cells-noisy-noise-maps.tif");
    }

    private void decodeNoiseMaps() {
        desk.macro(OPEN);
        desk.macro(
                "run('OneModel Export Noise Maps...', 'device=cpu'); setSlice(9);"
                        + " run('Gaussian Blur...', 'sigma=3 slice');");
        String dialog = ask("Decode Noise Maps");
        desk.picture(file("decode-noise-maps-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("cells-noisy-decoded.tif");
        desk.macro("selectImage('" + IMAGE + "'); run('OneModel Reconstruct...', 'device=cpu');");
        sideBySide(
                "decode-noise-maps-result",
                "cells-noisy-reconstructed.tif",
                "cells-noisy-decoded.tif");
    }

    private void scaleNoise() {
        desk.macro(OPEN);
        String dialog = ask("Scale Noise");
        desk.set(dialog, "Factor", "0.5");
        desk.picture(file("scale-noise-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("cells-noisy-scaled-noise.tif");
        desk.macro("selectImage('" + IMAGE + "'); run('OneModel Reconstruct...', 'device=cpu');");
        sideBySide(
                "scale-noise-result",
                "cells-noisy-reconstructed.tif",
                "cells-noisy-scaled-noise.tif");
    }

    private void colorGrid() {
        desk.macro("open('test-images/" + TISSUE + "'); makeRectangle(96, 60, 100, 100);");
        String dialog = ask("Color Grid");
        desk.picture(file("color-grid-dialog"), dialog);
        desk.set(dialog, "Show", "montage");
        desk.press(dialog, "OK");
        desk.window("tissue-noisy-color-grid.tif");
        desk.macro(
                "selectImage('tissue-noisy-color-grid.tif'); run('8-bit Color', 'number=256');"
                        + "saveAs('png', '"
                        + file("color-grid-result")
                        + "');");
        desk.tidy();
    }

    private void interpolate() {
        desk.macro(openPair());
        String dialog = ask("Interpolate");
        desk.set(dialog, "Steps", "5");
        desk.set(dialog, "Show", "both");
        desk.picture(file("interpolate-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("cells-stack-clean-interpolated.tif");
        save("interpolate-montage", "cells-stack-clean-interpolation-montage.tif");
    }

    private void mixStyles() {
        desk.macro(openPair());
        String dialog = ask("Mix Styles");
        desk.set(dialog, "Show", "montage");
        desk.picture(file("mix-styles-dialog"), dialog);
        desk.press(dialog, "OK");
        save("mix-styles-montage", "cells-stack-clean-mix-montage.tif");
    }

    /** Two images with square selections of one size. */
    private static String openPair() {
        return "open('test-images/tissue-clean.tif'); run('8-bit'); makeRectangle(20, 20, 96, 96);"
                + "open('test-images/cells-stack-clean.tif'); makeRectangle(66, 56, 96, 96);";
    }

    /** The grey values of an image, without its window. */
    private void save(String name, String title) {
        desk.window(title);
        desk.macro(
                "selectImage('" + title + "'); run('8-bit'); saveAs('PNG', '" + file(name) + "');");
        desk.tidy();
    }

    private void generate() {
        String dialog = ask("Generate");
        desk.set(dialog, "Seed", "7");
        desk.picture(file("generate-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("generated");
        desk.macro(montage("random noise"));
        desk.macro("run('OneModel Generate...', 'seed=7 noise=none device=cpu');");
        desk.window("generated");
        desk.macro(montage("no noise"));
        desk.move("random noise", 0, TOP);
        desk.move("no noise", COLUMN, TOP);
        desk.picture(file("generate-result"), "random noise", "no noise");
        desk.tidy();
    }

    private void project() {
        String open =
                "open('test-images/tissue-clean.tif'); makeRectangle(60, 60, 144, 144);"
                        + " run('Crop');";
        desk.macro(open);
        String dialog = ask("Project");
        desk.picture(file("project-dialog"), dialog);
        desk.set(dialog, "Snapshots", "25");
        desk.press(dialog, "OK");
        desk.window("tissue-clean-projected.tif");
        desk.macro(wayAndCurve("encoder"));
        desk.macro(
                open
                        + "run('OneModel Project...', 'start=mean snapshots=25 device=cpu');"
                        + wayAndCurve("mean"));
        desk.macro(
                "Plot.create('two starts', 'step', 'PSNR (dB)'); Plot.setLineWidth(2);"
                        + plotted("encoder", "blue")
                        + plotted("mean", "red")
                        + "Plot.setLimitsToFit();"
                        + "Plot.setColor('black'); Plot.addLegend('encoder\\nmean', 'bottom-right');"
                        + "Plot.show(); selectImage('two starts');"
                        + "saveAs('PNG', '"
                        + file("project-curves")
                        + "'); run('Clear Results'); selectWindow('Results'); run('Close');");
        desk.macro(
                "run('Combine...', 'stack1=encoder stack2=mean combine');"
                        + "run('8-bit Color', 'number=256'); saveAs('PNG', '"
                        + file("project-way")
                        + "');");
        desk.tidy();
    }

    /** A macro that keeps a projection's snapshots in a row, and the values of its curve. */
    private static String wayAndCurve(String start) {
        return "selectImage('tissue-clean.tif projection curve'); Plot.getValues(x, y);"
                + "for (i = 0; i < x.length; i++) { setResult('"
                + start
                + "', i, y[i]); }"
                + "close(); selectImage('tissue-clean-projected.tif'); close();"
                + "selectImage('tissue-clean-steps.tif'); way = getImageID();"
                + "for (i = 1; i <= nSlices; i++) { setSlice(i); label = getInfo('slice.label');"
                + " setMetadata('Label', substring(label, 0, indexOf(label, ', MSE'))); }"
                + "run('Make Montage...', 'columns=5 rows=1 scale=1 font=11 border=1 label');"
                + "rename('"
                + start
                + "'); selectImage(way); close(); selectImage('tissue-clean.tif'); close();";
    }

    private static String plotted(String start, String colour) {
        return "y = newArray(nResults); for (i = 0; i < nResults; i++) { y[i] = getResult('"
                + start
                + "', i); } Plot.setColor('"
                + colour
                + "'); Plot.add('line', Array.getSequence(nResults), y);";
    }

    /** A macro that puts the images of the active stack side by side, in its place. */
    private static String montage(String title) {
        return "stack = getTitle(); run('Make Montage...', 'columns=4 rows=2 scale=1 border=2');"
                + " rename('"
                + title
                + "'); selectImage(stack); close();";
    }

    /** Colours from a table of 256 make a small file. */
    private void noiseSweep() {
        desk.macro("open('test-images/" + TISSUE + "'); makeRectangle(76, 64, 96, 96);");
        String dialog = ask("Noise Sweep");
        desk.set(dialog, "Factors", "-1:2:4");
        desk.set(dialog, "Show", "montage");
        desk.picture(file("noise-sweep-dialog"), dialog);
        desk.press(dialog, "OK");
        desk.window("tissue-noisy-noise-sweep.tif");
        desk.macro(
                "selectImage('tissue-noisy-noise-sweep.tif'); run('8-bit Color', 'number=256');"
                        + " saveAs('png', '"
                        + file("noise-sweep-result")
                        + "');");
        desk.tidy();
    }

    private void statistics() {
        desk.macro(OPEN);
        String dialog = ask("Statistics");
        desk.picture(file("statistics-dialog"), dialog);
        desk.press(dialog, "OK");
        String histograms = desk.window("Histograms of compact-denoise").title();
        desk.macro("selectImage('" + histograms + "'); setSlice(nSlices);");
        desk.move("Statistics", 0, TOP);
        desk.move(histograms, 0, HEIGHT - TOP - 170);
        desk.picture(file("statistics-windows"), "Statistics", histograms);
        desk.tidy();
    }

    private void train() {
        String dialog = ask("Train");
        desk.set(dialog, "Settings", "/data/cells/training.yaml");
        desk.set(dialog, "Set ", "iterations=300; every.log=5");
        desk.picture(file("train-dialog"), dialog);
        desk.set(dialog, "Settings", Path.of("scripts/fast-fit.yaml").toAbsolutePath().toString());
        desk.set(
                dialog,
                "Set ",
                "name=cells; data.images=test-images; data.validation=test-images/cells-clean.tif;"
                        + "batch=4; iterations=300; every.log=5; every.snapshot=25; output="
                        + scratch.resolve("model")
                        + "; work="
                        + scratch.resolve("training"));
        desk.press(dialog, "OK");
        desk.awaitText("OneModel Train: cells", "Validation at 150");
        desk.move("ImageJ", 0, 0);
        desk.picture(file("train-windows"));
        desk.press("OneModel Train: cells", "Cancel");
        desk.awaitNoButton("OneModel Train: cells", "Cancel");
        desk.tidy();
    }

    private void recorder() {
        desk.macro(OPEN);
        desk.choose("Plugins", "Macros", "Record...");
        desk.window("Recorder");
        String dialog = ask("Denoise");
        desk.set(dialog, "Residual", "yes");
        desk.press(dialog, "OK");
        desk.awaitText("Recorder", "residual=yes");
        desk.window("cells-noisy-denoised.tif");
        desk.picture(file("recorder"), "Recorder");
        desk.tidy();
    }

    private void failure() {
        desk.macro(OPEN);
        String dialog = ask("Denoise");
        desk.press(dialog, "Show technical options");
        desk.set(dialog, "Tile", "100");
        desk.press(dialog, "OK");
        desk.picture(file("failure"), "OneModel");
        desk.tidy();
    }

    private void sideBySide(String name, String... titles) {
        for (int i = 0; i < titles.length; i++) {
            desk.macro("selectImage('" + titles[i] + "'); run('Set... ', 'zoom=200');");
            desk.move(titles[i], i * COLUMN, TOP);
        }
        desk.picture(file(name), titles);
        desk.tidy();
    }

    private String ask(String command) {
        desk.choose("Plugins", "OneModel", "OneModel " + command + "...");
        return desk.window("OneModel " + command).title();
    }
}
