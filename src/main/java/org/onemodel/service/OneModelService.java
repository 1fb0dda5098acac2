/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.image.Residual;
import org.onemodel.model.Task;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.train.TrainingListener;
import org.scijava.service.SciJavaService;

/**
 * Reconstructs and denoises images, shows and changes the noise maps behind them, and trains
 * models.
 *
 * <p>From a script: {@code #@ OneModelService onemodel}, {@code #@ ImagePlus image}, then {@code
 * onemodel.denoise(image, RestoreOptions.defaults())}. Models load at their first use, once per
 * device, and close with the context. Calls from several threads are safe and give the same results
 * as one after the other. Given images are not modified, results are not shown. Progress goes to
 * SciJava's status.
 *
 * <p>All methods throw {@link org.onemodel.restore.OneModelException} with one sentence for what a
 * user can put right: an unknown model or device, a tile that does not fit, NaN pixels, too little
 * memory. Those that take {@code canceled} ask it after each batch of tiles and throw {@link
 * java.util.concurrent.CancellationException} once it says yes.
 */
public interface OneModelService extends SciJavaService {

    /**
     * Removes noise.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @return a new image of the same type, dimensions and calibration
     */
    default ImagePlus denoise(ImagePlus image, RestoreOptions options) {
        return denoise(image, options, () -> false);
    }

    /**
     * Removes noise, until canceled.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param canceled asked after each batch whether to stop
     * @return a new image of the same type, dimensions and calibration
     */
    ImagePlus denoise(ImagePlus image, RestoreOptions options, BooleanSupplier canceled);

    /**
     * Removes noise from images of ImgLib2, as a whole or lazily, and from planes by rows.
     *
     * @param options model, device, tiles, percentiles, noise
     * @return restores images with these options
     */
    ImgRestorer denoiser(RestoreOptions options);

    /**
     * Encodes and decodes images of ImgLib2, as a whole or lazily, and planes by rows.
     *
     * @param options model, device, tiles, percentiles
     * @return restores images with these options
     */
    ImgRestorer reconstructor(RestoreOptions options);

    /**
     * What a restoration took away, to see whether it was noise only.
     *
     * @param image the image as it was given to the restoration, with its selection
     * @param restored what came back
     * @param options as they were given to the restoration
     * @return the difference and the share of the variance that was removed
     * @throws IllegalArgumentException if the second image was not made from the first so
     */
    default Residual residual(ImagePlus image, ImagePlus restored, RestoreOptions options) {
        return residual(image, restored, options, () -> false);
    }

    /**
     * What a restoration took away, until canceled.
     *
     * @param image the image as it was given to the restoration, with its selection
     * @param restored what came back
     * @param options as they were given to the restoration
     * @param canceled asked before each plane whether to stop
     * @return the difference and the share of the variance that was removed
     * @throws IllegalArgumentException if the second image was not made from the first so
     */
    Residual residual(
            ImagePlus image, ImagePlus restored, RestoreOptions options, BooleanSupplier canceled);

    /**
     * Encodes an image and decodes it again.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @return a new image of the same type, dimensions and calibration
     */
    default ImagePlus reconstruct(ImagePlus image, RestoreOptions options) {
        return reconstruct(image, options, () -> false);
    }

    /**
     * Encodes an image and decodes it again, until canceled.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param canceled asked after each batch whether to stop
     * @return a new image of the same type, dimensions and calibration
     */
    ImagePlus reconstruct(ImagePlus image, RestoreOptions options, BooleanSupplier canceled);

    /**
     * Reads the noise maps of the plane that an image shows.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param normalize whether each map is brought to mean 0 and standard deviation 1
     * @return a 32-bit stack with one slice a map, coarsest first, and the image's calibration
     */
    default ImagePlus noiseMaps(ImagePlus image, RestoreOptions options, boolean normalize) {
        return noiseMaps(image, options, normalize, () -> false);
    }

    /**
     * Reads the noise maps of the plane that an image shows, until canceled.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param normalize whether each map is brought to mean 0 and standard deviation 1
     * @param canceled asked after each batch whether to stop
     * @return a 32-bit stack with one slice a map, coarsest first, and the image's calibration
     */
    ImagePlus noiseMaps(
            ImagePlus image, RestoreOptions options, boolean normalize, BooleanSupplier canceled);

    /**
     * Decodes an image with some noise maps, or all, multiplied by a factor.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param maps the maps
     * @param factor the factor: 1 changes nothing, 0 removes the maps
     * @return a new image of the same type, dimensions and calibration
     */
    default ImagePlus scaleNoise(
            ImagePlus image, RestoreOptions options, NoiseMapSelection maps, double factor) {
        return scaleNoise(image, options, maps, factor, () -> false);
    }

    /**
     * Decodes an image with some noise maps, or all, multiplied by a factor, until canceled.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param options model, device, tiles
     * @param maps the maps
     * @param factor the factor: 1 changes nothing, 0 removes the maps
     * @param canceled asked after each batch whether to stop
     * @return a new image of the same type, dimensions and calibration
     */
    ImagePlus scaleNoise(
            ImagePlus image,
            RestoreOptions options,
            NoiseMapSelection maps,
            double factor,
            BooleanSupplier canceled);

    /**
     * The paper's experiments on any image.
     *
     * @param options model, device, tiles, percentiles
     * @return explores images with these options
     */
    default Explorer explorer(RestoreOptions options) {
        return explorer(options, () -> false);
    }

    /**
     * The paper's experiments on any image, until canceled.
     *
     * @param options model, device, tiles, percentiles
     * @param canceled asked after each batch whether to stop
     * @return explores images with these options
     */
    Explorer explorer(RestoreOptions options, BooleanSupplier canceled);

    /**
     * Previews of an image: what {@link #denoise}, {@link #reconstruct} and {@link #scaleNoise}
     * make of a part of it, with any options.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @return gives previews, one after the other
     */
    Previews previews(ImagePlus image);

    /**
     * Computes with a loaded model what no other method here does; as they do, it shows progress,
     * can be canceled, and leaves one line in the log.
     *
     * @param <T> what is computed
     * @param title what is done, for messages, such as "Soften"
     * @param options the model and the device
     * @param computation gets the model; what it throws comes back as one sentence
     * @return what the computation returns
     */
    default <T> T compute(String title, RestoreOptions options, ModelComputation<T> computation) {
        return compute(title, options, () -> false, computation);
    }

    /**
     * Computes with a loaded model what no other method here does, until canceled.
     *
     * @param <T> what is computed
     * @param title what is done, for messages, such as "Soften"
     * @param options the model and the device
     * @param canceled asked through the computation's progress whether to stop
     * @param computation gets the model; what it throws comes back as one sentence
     * @return what the computation returns
     */
    <T> T compute(
            String title,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> computation);

    /**
     * Trains a model and writes it as a bundle, as {@code onemodel train} does.
     *
     * <p>One run at a time; the log gets a line for each of its history.
     *
     * @param settings the YAML file; relative paths in it start from the working directory
     * @param overrides settings by dotted key, as text in YAML, which replace those of the file
     * @param resume whether to go on from the last snapshot, if there is one
     * @param listener follows the run on the thread that trains, and may stop or cancel it
     * @return the bundle and its figures
     * @throws java.util.concurrent.CancellationException if the listener cancels; the last snapshot
     *     stays
     */
    TrainedModel train(
            Path settings,
            Map<String, String> overrides,
            boolean resume,
            TrainingListener listener);

    /**
     * The installed models.
     *
     * @param task what they were made for, or null for all
     * @return their names
     */
    List<String> models(Task task);

    /**
     * What can be asked for as a device.
     *
     * @return {@code auto}, {@code cpu}, and {@code gpu:0}, {@code gpu:1} … if there are any
     */
    List<String> devices();

    /**
     * What computes; starts the engine.
     *
     * @return its name, version, library and devices
     */
    EngineStatus engine();

    /**
     * What computes, to be looked at without starting it, downloaded, or reset.
     *
     * @return the same for all callers
     */
    EngineManager engineManager();

    /**
     * The models, to be listed, added, fetched, checked and removed.
     *
     * @return the same for all callers
     */
    ModelManager modelManager();
}
