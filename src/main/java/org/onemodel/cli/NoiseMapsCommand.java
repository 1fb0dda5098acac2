/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.onemodel.cli.NetworkArguments.checked;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.ImageSources;
import org.onemodel.image.RegionUse;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code noise-maps INPUT OUTPUT.tif}. */
@Command(
        name = "noise-maps",
        description = "Writes the noise maps of an image as a stack, coarse to fine.")
final class NoiseMapsCommand implements Callable<Integer> {

    private static final String PLANES =
            "current (the first, or what the file shows), all, or numbers such as 1,3 (default:"
                    + " ${DEFAULT-VALUE}).";

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private EmbeddingArguments embedding;

    @Option(names = "--normalize", description = "Give all maps the same contrast.")
    private boolean normalize;

    @Option(
            names = "--size",
            paramLabel = "S",
            defaultValue = "image",
            description =
                    "image enlarges the maps; native writes OUTPUT with the finest maps and"
                            + " OUTPUT-RxR.tif with those of each other resolution (default:"
                            + " ${DEFAULT-VALUE}).")
    private String size;

    @Option(names = "--channels", paramLabel = "C", defaultValue = "current", description = PLANES)
    private String channels;

    @Option(names = "--slices", paramLabel = "Z", defaultValue = "current", description = PLANES)
    private String slices;

    @Option(names = "--frames", paramLabel = "T", defaultValue = "current", description = PLANES)
    private String frames;

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = "auto",
            description =
                    "auto, inside (the box around a selection that the file brings) or whole"
                            + " (default: ${DEFAULT-VALUE}).")
    private String region;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String mode = normalize ? "normalized" : "raw";
        NoiseMapFormat format =
                checked(spec, () -> NoiseMapFormat.parse(channels, slices, frames, mode, size));
        RestoreOptions options = options();
        Map<Path, Path> files = images.files();
        embedding.check(files);
        try (Session session = new Session(options)) {
            images.forEach(files, new Step(session, options, format));
        }
        return 0;
    }

    private RestoreOptions options() {
        RestoreOptions options = model.options();
        return checked(spec, () -> options.withRegion(RegionUse.of(region)));
    }

    /** Exports the maps of one image. */
    private final class Step implements ImageStep {

        private final Session session;
        private final RestoreOptions options;
        private final NoiseMapFormat format;
        private List<ImagePlus> exported;

        Step(Session session, RestoreOptions options, NoiseMapFormat format) {
            this.session = session;
            this.options = options;
            this.format = format;
        }

        @Override
        public ImagePlus apply(ImagePlus image, Progress progress) {
            EncodedImage encoded =
                    session.compute(
                            progress,
                            (autoencoder, description, shown) ->
                                    new NoiseMaps(autoencoder, description.tile(), options)
                                            .encode(image, format.planes(), shown));
            embedding.file().ifPresent(file -> write(encoded, file));
            exported =
                    session.compute(
                            Progress.NONE,
                            (autoencoder, description, shown) ->
                                    new NoiseMaps(autoencoder, description.tile(), options)
                                            .stacks(encoded, format));
            return exported.get(exported.size() - 1);
        }

        private static void write(EncodedImage encoded, Path file) {
            EmbeddingArguments.told(
                    () -> {
                        EncodedImageFile.write(encoded, file);
                        return file;
                    });
        }

        /** The maps of other resolutions. */
        @Override
        public void writeBeside(Path output) throws IOException {
            for (ImagePlus stack : exported.subList(0, exported.size() - 1)) {
                String name = ImageSources.stem(output) + "-" + NoiseMaps.resolution(stack);
                ImageFiles.write(stack, output.resolveSibling(name + ".tif"));
            }
        }
    }
}
