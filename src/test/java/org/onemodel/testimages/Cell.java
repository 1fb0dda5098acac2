/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.List;
import java.util.Random;

/**
 * One adherent cell, drawn into the depth layers of a {@link CellScene}: thin cytoplasm that rises
 * towards the nucleus, microtubules that grow from beside it, stress fibres at the bottom,
 * vesicles. Positions are in pixels, depths and cell heights in layers.
 */
final class Cell {

    private static final int DIRECTIONS = 360;
    private static final double MAX_RADIUS = 150;

    private final double centreX;
    private final double centreY;
    private final double brightness;
    private final Random random;
    private final Texture texture;
    private final double axis;
    private final double[] outline = new double[DIRECTIONS];
    private final Nucleus nucleus;

    Cell(double centreX, double centreY, List<double[]> neighbours, long seed) {
        this.centreX = centreX;
        this.centreY = centreY;
        random = new Random(seed);
        random.nextInt();
        texture = new Texture(seed);
        brightness = 0.75 + 0.5 * random.nextDouble();
        axis = random.nextDouble() * StrictMath.PI;
        traceOutline(neighbours);
        nucleus =
                new Nucleus(
                        centreX + 6 * random.nextGaussian(),
                        centreY + 6 * random.nextGaussian(),
                        30 + 5 * random.nextDouble(),
                        23 + 5 * random.nextDouble(),
                        axis + 0.3 * random.nextGaussian(),
                        new Texture(seed + 1));
    }

    void draw(Plane[] layers) {
        drawBody(layers);
        drawMicrotubules(layers);
        drawStressFibres(layers);
        drawVesicles(layers);
        nucleus.draw(layers, brightness, random);
    }

    /** Elongated, with a few protrusions, and kept apart from the neighbours. */
    private void traceOutline(List<double[]> neighbours) {
        double phase = random.nextDouble() * 7;
        int lobes = 3 + random.nextInt(3);
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * StrictMath.PI * k / DIRECTIONS;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double along = StrictMath.cos(angle - axis);
            double lobe = StrictMath.cos(lobes * angle + phase);
            double spike = StrictMath.pow(0.5 + 0.5 * lobe, 3);
            double free =
                    97
                            * (0.62 + 0.52 * along * along + 0.60 * spike)
                            * (1 + 0.16 * texture.at(3 * cos, 3 * sin, 4));
            double inverse = StrictMath.pow(1 / free, 6);
            for (double[] neighbour : neighbours) {
                double dx = neighbour[0] - centreX;
                double dy = neighbour[1] - centreY;
                double projected = dx * cos + dy * sin;
                if (projected > 1) {
                    double halfWay = (dx * dx + dy * dy) / 2 / projected;
                    inverse += StrictMath.pow(1 / (0.97 * halfWay), 6);
                }
            }
            outline[k] = StrictMath.min(MAX_RADIUS, StrictMath.pow(1 / inverse, 1 / 6.0));
        }
    }

    /** 0 at the centre, 1 on the outline. */
    private double reach(double x, double y) {
        double dx = x - centreX;
        double dy = y - centreY;
        double turn = StrictMath.atan2(dy, dx) / (2 * StrictMath.PI) * DIRECTIONS;
        double whole = StrictMath.floor(turn);
        double rest = turn - whole;
        double first = outline[Math.floorMod((int) whole, DIRECTIONS)];
        double second = outline[Math.floorMod((int) whole + 1, DIRECTIONS)];
        return StrictMath.sqrt(dx * dx + dy * dy) / (first * (1 - rest) + second * rest);
    }

    private static double cellHeight(double reach) {
        double bulge = StrictMath.exp(-reach * reach / 0.22);
        return 1 + 6.5 * bulge;
    }

    private void drawBody(Plane[] layers) {
        int width = layers[0].width;
        int left = Math.max(0, (int) (centreX - MAX_RADIUS));
        int right = Math.min(width - 1, (int) (centreX + MAX_RADIUS));
        int top = Math.max(0, (int) (centreY - MAX_RADIUS));
        int bottom = Math.min(layers[0].height - 1, (int) (centreY + MAX_RADIUS));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double reach = reach(x, y);
                if (reach > 1.02) {
                    continue;
                }
                double edge = Math.min(1, (1.02 - reach) / 0.03);
                double ruffle =
                        1.3
                                * StrictMath.exp(-(reach - 0.97) * (reach - 0.97) / 0.0006)
                                * Math.max(0, 0.35 + texture.at(x / 30.0, y / 30.0, 3));
                double reticulum = texture.at(x / 14.0, y / 14.0, 4);
                double grain = 0.7 + 0.9 * Math.max(0, 0.55 - Math.abs(reticulum) * 2);
                double height = cellHeight(reach);
                for (int z = 0; z < layers.length; z++) {
                    double filled = Math.max(0, Math.min(1, height - z));
                    double light = 0.034 * grain * filled + (z == 0 ? 0.09 * ruffle : 0);
                    layers[z].values[y * width + x] += (float) (brightness * edge * light);
                }
            }
        }
    }

    private void drawMicrotubules(Plane[] layers) {
        double side = random.nextDouble() * 2 * StrictMath.PI;
        double originX = nucleus.x() + 30 * StrictMath.cos(side);
        double originY = nucleus.y() + 27 * StrictMath.sin(side);
        for (int n = 0; n < 105; n++) {
            double x = originX + 9 * random.nextGaussian();
            double y = originY + 9 * random.nextGaussian();
            double direction = random.nextDouble() * 2 * StrictMath.PI;
            double bend = 0.012 * random.nextGaussian();
            double strength = brightness * (0.08 + 0.14 * random.nextDouble());
            double end = 0.80 + 0.2 * random.nextDouble();
            double lift = random.nextDouble();
            int steps = 60 + random.nextInt(420);
            for (int step = 0; step < steps; step++) {
                double reach = reach(x, y);
                if (reach > end) {
                    break;
                }
                double depth = 0.4 + lift * (cellHeight(reach) - 1);
                double fade = 0.08 + 0.92 * Math.min(1, step / 70.0);
                addSpot(layers, x, y, depth, 0.75, strength * 0.42 * fade);
                bend += 0.004 * random.nextGaussian() - 0.03 * bend;
                direction += bend + 0.012 * random.nextGaussian() + steerInside(x, y, direction);
                x += 0.8 * StrictMath.cos(direction);
                y += 0.8 * StrictMath.sin(direction);
            }
        }
    }

    /** Filaments turn along the edge when they come near it. */
    private double steerInside(double x, double y, double direction) {
        double reach = reach(x, y);
        if (reach < 0.7) {
            return 0;
        }
        double outward = StrictMath.atan2(y - centreY, x - centreX);
        return 0.06 * (reach - 0.7) / 0.3 * StrictMath.sin(direction - outward);
    }

    private void drawStressFibres(Plane[] layers) {
        int count = 16 + random.nextInt(9);
        for (int n = 0; n < count; n++) {
            double offset = 85 * (2 * random.nextDouble() - 1);
            double tilt = axis + 0.07 * random.nextGaussian();
            double curve = 0.0009 * random.nextGaussian() - 0.000012 * offset;
            double strength = brightness * (0.05 + 0.26 * StrictMath.pow(random.nextDouble(), 2));
            double thickness = 0.8 + 0.7 * random.nextDouble();
            double from = -130 * (0.3 + 0.7 * random.nextDouble());
            double to = 130 * (0.3 + 0.7 * random.nextDouble());
            double bead = random.nextDouble() * 6;
            for (double t = from; t < to; t += 0.7) {
                double across = offset + curve * t * t;
                double x = centreX + t * StrictMath.cos(tilt) - across * StrictMath.sin(tilt);
                double y = centreY + t * StrictMath.sin(tilt) + across * StrictMath.cos(tilt);
                double reach = reach(x, y);
                if (reach > 0.98) {
                    continue;
                }
                double fade = Math.min(1, Math.min(t - from, to - t) / 14);
                double adhesion = reach > 0.9 ? 1.5 : 1;
                double sarcomere = 0.85 + 0.25 * StrictMath.sin(t * 0.9 + bead);
                addSpot(
                        layers,
                        x,
                        y,
                        0.2,
                        thickness,
                        strength * fade * adhesion * sarcomere * 0.5 / thickness);
            }
        }
    }

    private void drawVesicles(Plane[] layers) {
        int count = 60 + random.nextInt(60);
        double golgi = random.nextDouble() * 2 * StrictMath.PI;
        for (int n = 0; n < count; n++) {
            double angle = golgi + (n % 3 == 0 ? 6.3 * random.nextDouble() : random.nextGaussian());
            double distance = 26 + StrictMath.abs(22 * random.nextGaussian());
            double x = nucleus.x() + distance * StrictMath.cos(angle);
            double y = nucleus.y() + distance * StrictMath.sin(angle);
            double reach = reach(x, y);
            double light = brightness * 0.30 * -StrictMath.log(1 - random.nextDouble());
            double size = 0.8 + 0.7 * random.nextDouble();
            double depth = random.nextDouble() * (cellHeight(reach) - 1);
            if (reach < 0.92) {
                addSpot(layers, x, y, depth, size, light);
            }
        }
    }

    /** Shares the light between the two nearest layers. */
    static void addSpot(
            Plane[] layers, double x, double y, double depth, double sigma, double peak) {
        int below = Math.max(0, Math.min(layers.length - 2, (int) depth));
        double share = Math.max(0, Math.min(1, depth - below));
        layers[below].addSpot(x, y, sigma, peak * (1 - share));
        layers[below + 1].addSpot(x, y, sigma, peak * share);
    }
}
