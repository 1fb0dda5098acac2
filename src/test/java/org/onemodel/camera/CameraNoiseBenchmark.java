/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Normalization;
import org.onemodel.image.Percentiles;
import org.onemodel.image.Plane;
import org.onemodel.image.Planes;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;

/**
 * What making a camera's noise uniform is worth: PSNR of drawn cells after compact-denoise, as
 * today, with the camera's true numbers, and with those that were estimated.
 */
public final class CameraNoiseBenchmark {

    /** What compact-denoise was trained on. */
    static final SigmaRange TRAINED = new SigmaRange(5, 50);

    static final double OFFSET = 100;

    private static final Path MODEL = Path.of("models/compact-denoise");
    private static final int TILE = 128;
    private static final Normalization UNIT = Normalization.ofRange(-1, 1);

    private final Restorer restorer;

    CameraNoiseBenchmark(Autoencoder model) {
        restorer = new Restorer(model, TILE, RestoreOptions.defaults()).withToneOfInput();
    }

    /**
     * PSNR in dB, the brightest grey level without noise being the peak.
     *
     * @param noise the camera
     * @param noisy the image before
     * @param none noise not looked at
     * @param known with the true numbers
     * @param estimated with those that the image tells
     */
    record Score(CameraNoise noise, double noisy, double none, double known, double estimated) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %+.2f |",
                    noise.gain(),
                    noise.readNoise(),
                    noisy,
                    none,
                    known,
                    estimated,
                    estimated - known);
        }
    }

    /**
     * Prints the table: gains and read noises, then noise of one strength, from 0.3 to 70 of 255.
     *
     * @param args side of the images in pixels, and the brightness of cells in grey levels
     * @throws Exception if the model cannot be loaded
     */
    public static void main(String[] args) throws Exception {
        int side = Integer.parseInt(args[0]);
        double brightness = Double.parseDouble(args[1]);
        Exposure exposure = Exposure.cells(side, 1, OFFSET, brightness);
        System.out.println(
                "| gain | read noise | noisy | no transform | true numbers | estimated | loss |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<Score> scores = new ArrayList<>();
        try (Autoencoder model = load()) {
            CameraNoiseBenchmark benchmark = new CameraNoiseBenchmark(model);
            for (double gain : new double[] {0.1, 0.3, 1, 3, 10}) {
                for (double readNoise : new double[] {0, 1, 3, 10}) {
                    CameraNoise noise = new CameraNoise(gain, OFFSET, readNoise);
                    Score score = benchmark.score(exposure, noise, 1);
                    scores.add(score);
                    System.out.println(score.row());
                }
            }
            for (double sigma : new double[] {0.3, 0.7, 2, 3.5, 5, 10, 50, 70}) {
                CameraNoise noise = new CameraNoise(0, OFFSET, sigma / 255 * brightness);
                Score score = benchmark.score(exposure, noise, 1);
                scores.add(score);
                System.out.println(score.row());
            }
        }
        double loss =
                scores.stream().mapToDouble(s -> s.known() - s.estimated()).max().orElseThrow();
        System.out.printf(Locale.ROOT, "Estimating loses %.2f dB at most.%n", loss);
    }

    static Autoencoder load() throws Exception {
        return ModelBundle.open(MODEL).load(Device.cpu());
    }

    /** Denoises an exposure in the three ways. */
    Score score(Exposure exposure, CameraNoise noise, long seed) {
        int side = exposure.side();
        float[] image = Exposure.digitised(exposure.expose(noise, seed), 65535);
        Planes planes = Exposure.planes(side, image);
        NoiseSetting known = NoiseSetting.poisson(noise.gain(), noise.offset(), noise.readNoise());
        return new Score(
                noise,
                psnr(exposure.mean(), image),
                psnr(exposure.mean(), denoise(image, side, plan(NoiseSetting.NONE, planes))),
                psnr(exposure.mean(), denoise(image, side, plan(known, planes))),
                psnr(exposure.mean(), denoise(image, side, plan(NoiseSetting.AUTO, planes))));
    }

    static NoisePlan plan(NoiseSetting setting, Planes planes) {
        return setting.plan(planes, TRAINED, Percentiles.DEFAULT);
    }

    /** As whole images are restored: what lies beyond [-1, 1] is added back. */
    float[] denoise(float[] image, int side, NoisePlan plan) {
        if (plan.isIdentity()) {
            return image.clone();
        }
        float[] mapped = image.clone();
        float[] excess = new float[image.length];
        plan.map().takeExcess(mapped, excess);
        plan.map().apply(mapped);
        Plane input = new Plane(side, side, new float[][] {mapped});
        float[] restored = restorer.restore(input, UNIT, Progress.NONE).channels()[0];
        plan.limit(restored, mapped, side, side);
        plan.map().invert(restored);
        for (int i = 0; i < restored.length; i++) {
            restored[i] += excess[i];
        }
        return restored;
    }

    static double psnr(float[] clean, float[] image) {
        double sum = 0;
        double peak = 0;
        for (int i = 0; i < clean.length; i++) {
            double difference = clean[i] - image[i];
            sum += difference * difference;
            peak = Math.max(peak, clean[i] - OFFSET);
        }
        return 10 * Math.log10(peak * peak * clean.length / sum);
    }
}
