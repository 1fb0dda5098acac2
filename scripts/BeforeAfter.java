/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;

/**
 * The same crop of several images beside each other, each with a label. The first image that is
 * named sets the contrast of all, so that brightness can be compared.
 */
public final class BeforeAfter {

    private static final int GAP = 8;
    private static final int LABEL = 26;

    private BeforeAfter() {}

    /**
     * Makes the picture.
     *
     * @param args OUT.png, then X,Y,SIDE,ZOOM of the crop, then Label=FILE for each image
     */
    public static void main(String[] args) {
        if (args.length < 3) {
            System.err.println("Usage: before-after OUT.png X,Y,SIDE,ZOOM Label=FILE ...");
            System.exit(2);
        }
        String[] crop = args[1].split(",");
        int x = Integer.parseInt(crop[0]);
        int y = Integer.parseInt(crop[1]);
        int side = Integer.parseInt(crop[2]);
        int zoom = Integer.parseInt(crop[3]);
        int count = args.length - 2;
        int step = side * zoom + GAP;
        ColorProcessor picture = new ColorProcessor(GAP + count * step, LABEL + step);
        picture.setColor(Color.WHITE);
        picture.fill();
        picture.setColor(Color.BLACK);
        picture.setAntialiasedText(true);
        picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        double[] range = null;
        for (int i = 0; i < count; i++) {
            String[] entry = args[i + 2].split("=", 2);
            ImagePlus image = new Opener().openImage(entry[1]);
            if (image == null) {
                System.err.println("There is no image " + entry[1] + "; check the path.");
                System.exit(1);
            }
            ImageProcessor slice = image.getProcessor();
            slice.setRoi(x, y, side, side);
            ImageProcessor part = slice.crop();
            if (!(part instanceof ColorProcessor)) {
                if (range == null) {
                    part.resetMinAndMax();
                    range = new double[] {part.getMin(), part.getMax()};
                }
                part.setMinAndMax(range[0], range[1]);
            }
            part.setInterpolationMethod(ImageProcessor.NONE);
            ImageProcessor large = part.convertToRGB().resize(side * zoom, side * zoom);
            picture.insert(large, GAP + i * step, LABEL);
            picture.drawString(entry[0], GAP + i * step, LABEL - 4);
        }
        if (!new FileSaver(new ImagePlus("before-after", picture)).saveAsPng(args[0])) {
            System.err.println(args[0] + " could not be written.");
            System.exit(1);
        }
    }
}
