/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.explore.project.Projection;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.explore.project.Projector;
import org.onemodel.image.ImageSources;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code project INPUT OUTPUT --steps N}. */
@Command(
        name = "project",
        description =
                "Finds the latent code and the noise maps of the first plane of an image by"
                        + " optimisation.")
final class ProjectCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How often the embedding is changed (default: ${DEFAULT-VALUE}).")
    private int steps = ProjectionOptions.defaults().steps();

    @Option(
            names = "--from",
            paramLabel = "START",
            defaultValue = "encoder",
            description =
                    "encoder, what the encoder reads, or mean, the mean latent code (default:"
                            + " ${DEFAULT-VALUE}).")
    private String from;

    @Option(
            names = "--noise-maps",
            paramLabel = "yes|no",
            defaultValue = "yes",
            description =
                    "Whether the noise maps are changed, too, or the latent code alone (default:"
                            + " ${DEFAULT-VALUE}).")
    private String maps;

    @Option(
            names = "--lpips",
            paramLabel = "WEIGHT",
            description =
                    "Weight of LPIPS beside the mean squared error; its weights are fetched by"
                            + " 'models fetch lpips-squeeze' (default: ${DEFAULT-VALUE}).")
    private double lpips;

    @Option(
            names = "--rate",
            paramLabel = "F",
            description = "Factor of the steps' size (default: ${DEFAULT-VALUE}).")
    private double rate = ProjectionOptions.defaults().rate();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "none",
            description =
                    "Seed of random noise maps for --from mean; none has zeros (default:"
                            + " ${DEFAULT-VALUE}).")
    private String seed;

    @Option(
            names = "--snapshots",
            paramLabel = "N",
            description = "Also writes an image every N steps, as a stack OUTPUT-steps.tif.")
    private int snapshots;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also writes the errors of all images and steps as a table.")
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--plot",
            description = "Also writes the curve of the PSNR as a picture OUTPUT-curve.png.")
    private boolean plot;

    @Mixin private EmbeddingArguments embedding;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ProjectionOptions options =
                NetworkArguments.checked(
                        spec,
                        () ->
                                ProjectionOptions.defaults()
                                        .withSteps(steps)
                                        .withLpips(lpips)
                                        .withRate(rate)
                                        .withSnapshots(snapshots)
                                        .withWords(from, maps, seed));
        RestoreOptions where = model.options();
        Map<Path, Path> files = images.files();
        embedding.check(files);
        if (csv.isPresent()) {
            CsvFiles.checkWritable(csv.get());
        }
        ResultsTable errors = new ResultsTable();
        try (Session session = new Session(where)) {
            images.forEach(files, new Step(session, where, options, errors));
        } finally {
            if (csv.isPresent() && errors.size() > 0) {
                CsvFiles.write(errors, csv.get());
            }
        }
        return 0;
    }

    /** Projects one image after the other, and keeps what the last one gave. */
    private final class Step implements ImageStep {

        private final Session session;
        private final RestoreOptions where;
        private final ProjectionOptions options;
        private final ResultsTable errors;
        private Projection found;

        Step(
                Session session,
                RestoreOptions where,
                ProjectionOptions options,
                ResultsTable errors) {
            this.session = session;
            this.where = where;
            this.options = options;
            this.errors = errors;
        }

        @Override
        public ImagePlus apply(ImagePlus image, Progress progress) {
            found =
                    session.compute(
                            progress,
                            (autoencoder, description, shown) ->
                                    new Projector(autoencoder, description.tile(), where, options)
                                            .of(image, shown));
            if (embedding.file().isPresent() && found.embedding().isEmpty()) {
                throw new OneModelException(
                        "'"
                                + image.getTitle()
                                + "' is constant and needs no latent code; leave out --embedding.");
            }
            return found.image();
        }

        @Override
        public void writeBeside(Path output) throws IOException {
            if (found.snapshots().isPresent()) {
                ImageFiles.write(found.snapshots().get(), beside(output, "-steps.tif"));
            }
            if (plot) {
                ImageFiles.write(found.curve().plot(), beside(output, "-curve.png"));
            }
            if (embedding.file().isPresent()) {
                EncodedImageFile.write(found.embedding().orElseThrow(), embedding.file().get());
            }
            found.curve().addTo(errors);
            PrintWriter err = spec.commandLine().getErr();
            err.println(output + ": " + found.curve().start());
            err.println(output + ": " + found.curve().end());
        }
    }

    private static Path beside(Path output, String suffix) {
        return output.resolveSibling(ImageSources.stem(output) + suffix);
    }
}
