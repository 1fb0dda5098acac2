/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.image.ImageSources;
import org.onemodel.train.settings.Settings;

/** Image files drawn from seeds, and settings for them. */
abstract class DataTestBase {

    static final int SIZE = 16;

    @TempDir Path folder;

    static Settings settings(Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Settings(values);
    }

    DataConfig config(Object... keysAndValues) {
        Settings settings = settings(keysAndValues);
        if (!settings.has("data.images")) {
            settings.set("data.images", path("train"));
        }
        DataConfig config = DataConfig.read(settings, SIZE);
        settings.requireAllRead();
        return config;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    Path save(String name, ImageProcessor... planes) {
        return save(name, image(planes));
    }

    Path save(String name, ImagePlus image) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileSaver saver = new FileSaver(image);
        boolean saved =
                switch (ImageSources.extension(file)) {
                    case "png" -> saver.saveAsPng(file.toString());
                    case "jpg" -> saver.saveAsJpeg(file.toString());
                    default ->
                            image.getStackSize() > 1
                                    ? saver.saveAsTiffStack(file.toString())
                                    : saver.saveAsTiff(file.toString());
                };
        assertThat(saved).isTrue();
        return file;
    }

    Path damaged(String name) throws IOException {
        Path file = save(name, grey8(32, 32, 99));
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - 300));
    }

    static ImagePlus image(ImageProcessor... planes) {
        ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
        List.of(planes).forEach(stack::addSlice);
        return new ImagePlus("", stack);
    }

    static ImagePlus composite(int channels, ImageProcessor... planes) {
        ImagePlus image = image(planes);
        image.setDimensions(channels, planes.length / channels, 1);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    static ByteProcessor grey8(int width, int height, long seed) {
        byte[] bytes = new byte[width * height];
        new Random(seed).nextBytes(bytes);
        return new ByteProcessor(width, height, bytes);
    }

    static ByteProcessor flat8(int width, int height, int value) {
        ByteProcessor plane = new ByteProcessor(width, height);
        plane.add(value);
        return plane;
    }

    static ShortProcessor grey16(int width, int height, int low, int high) {
        ShortProcessor plane = new ShortProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            plane.set(i, low + (int) ((long) (high - low) * i / (width * height - 1)));
        }
        return plane;
    }

    static FloatProcessor grey32(int width, int height, float low, float high) {
        FloatProcessor plane = new FloatProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            plane.setf(i, low + (high - low) * i / (width * height - 1));
        }
        return plane;
    }

    static ColorProcessor colour(int width, int height, long seed) {
        Random random = new Random(seed);
        ColorProcessor plane = new ColorProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            plane.set(i, 0xff000000 | random.nextInt(1 << 24));
        }
        return plane;
    }
}
