/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the tensors of a generator are named in a file: one table per scheme.
 *
 * <p><b>From a name in a file to a parameter.</b> A checkpoint is read as tensors with names
 * ({@link Checkpoint}): the keys of its dictionaries, joined by a slash, lead to a state_dict,
 * whose own names have dots, as in {@code g_ema/convs.0.conv.weight}. {@link Layout} finds out
 * where the networks lie, here at {@code g_ema/}, and which scheme the generator's names follow, by
 * a tensor that only this scheme has, its {@link #mark}. {@link Sizes} tells the generator's sizes
 * from its tensors. With these sizes our networks are built, and {@link ForeignModel} asks for each
 * of their parameters which tensor of the file it comes from:
 *
 * <ul>
 *   <li>Our parameters have the names that the best-known PyTorch ports of StyleGAN 1 and 2 and the
 *       paper's encoders have. So for {@link #STYLEGAN1}, {@link #STYLEGAN2} and all encoders the
 *       name is the same, and the table has no rows.
 *   <li>Other schemes have a row for each parameter: our name, the file's name, and a {@link
 *       Conversion} if the values or the shape differ. A row stands for a series of parameters
 *       where its names hold an index, see {@link Series}.
 * </ul>
 *
 * <p>Whatever remains in the file must be a fixed filter that is the one our networks compute with
 * ({@link LowPassFilter}), or a tensor that is known to be of no use; anything else means that the
 * file holds another network, and is refused.
 *
 * <p><b>To add a scheme</b>, add a constant with its table here. Its mark must not be in the files
 * of another scheme. {@code NamingSchemeTest} checks that the table names each parameter of a
 * generator once.
 */
public enum NamingScheme {
    /** rosinality/style-based-gan-pytorch, which the paper's StyleGAN 1 models are built on. */
    STYLEGAN1(
            1,
            "generator.progression.0.conv1.input",
            List.of(),
            new Filter(
                    "generator\\.progression\\.\\d+\\.conv1\\.[12]\\.weight(_flip)?",
                    LowPassFilter.STYLEGAN1),
            // The colours of the smaller images that it gave while it grew.
            "generator\\.to_rgb\\.\\d+\\.conv\\.(bias|weight_orig)"),

    /** rosinality/stylegan2-pytorch, which the paper's StyleGAN 2 models are built on. */
    STYLEGAN2(
            2,
            "conv1.conv.modulation.weight",
            List.of(),
            new Filter(
                    "(convs\\.\\d+\\.conv\\.blur|to_rgbs\\.\\d+\\.upsample)\\.kernel",
                    LowPassFilter.STYLEGAN2),
            ""),

    /** NVlabs/stylegan2-ada-pytorch, and the StyleGAN 2 configurations of NVlabs/stylegan3. */
    NVIDIA(
            2,
            "synthesis.b4.const",
            List.of(
                    row("style.{n+1}.weight", "mapping.fc{n}.weight"),
                    row("style.{n+1}.bias", "mapping.fc{n}.bias"),
                    row("latent_avg", "mapping.w_avg"),
                    row("input.input", "synthesis.b4.const"),
                    row(
                            "conv1.conv.weight",
                            "synthesis.b4.conv1.weight",
                            Conversion.TIMES_ROOT_OF_FAN_IN),
                    row("conv1.conv.modulation.weight", "synthesis.b4.conv1.affine.weight"),
                    row("conv1.conv.modulation.bias", "synthesis.b4.conv1.affine.bias"),
                    row("conv1.noise.weight", "synthesis.b4.conv1.noise_strength"),
                    row("conv1.activate.bias", "synthesis.b4.conv1.bias"),
                    row("to_rgb1.conv.weight", "synthesis.b4.torgb.weight", Conversion.COLOURS),
                    row("to_rgb1.conv.modulation.weight", "synthesis.b4.torgb.affine.weight"),
                    row("to_rgb1.conv.modulation.bias", "synthesis.b4.torgb.affine.bias"),
                    row("to_rgb1.bias", "synthesis.b4.torgb.bias", Conversion.COLOURS),
                    row(
                            "convs.{2n}.conv.weight",
                            "synthesis.b{r}.conv0.weight",
                            Conversion.TIMES_ROOT_OF_FAN_IN),
                    row("convs.{2n}.conv.modulation.weight", "synthesis.b{r}.conv0.affine.weight"),
                    row("convs.{2n}.conv.modulation.bias", "synthesis.b{r}.conv0.affine.bias"),
                    row("convs.{2n}.noise.weight", "synthesis.b{r}.conv0.noise_strength"),
                    row("convs.{2n}.activate.bias", "synthesis.b{r}.conv0.bias"),
                    row(
                            "convs.{2n+1}.conv.weight",
                            "synthesis.b{r}.conv1.weight",
                            Conversion.TIMES_ROOT_OF_FAN_IN),
                    row(
                            "convs.{2n+1}.conv.modulation.weight",
                            "synthesis.b{r}.conv1.affine.weight"),
                    row("convs.{2n+1}.conv.modulation.bias", "synthesis.b{r}.conv1.affine.bias"),
                    row("convs.{2n+1}.noise.weight", "synthesis.b{r}.conv1.noise_strength"),
                    row("convs.{2n+1}.activate.bias", "synthesis.b{r}.conv1.bias"),
                    row(
                            "to_rgbs.{n}.conv.weight",
                            "synthesis.b{r}.torgb.weight",
                            Conversion.COLOURS),
                    row("to_rgbs.{n}.conv.modulation.weight", "synthesis.b{r}.torgb.affine.weight"),
                    row("to_rgbs.{n}.conv.modulation.bias", "synthesis.b{r}.torgb.affine.bias"),
                    row("to_rgbs.{n}.bias", "synthesis.b{r}.torgb.bias", Conversion.COLOURS),
                    row("noises.noise_0", "synthesis.b4.conv1.noise_const"),
                    row("noises.noise_{2n+1}", "synthesis.b{r}.conv0.noise_const"),
                    row("noises.noise_{2n+2}", "synthesis.b{r}.conv1.noise_const")),
            new Filter("synthesis\\.b\\d+(\\.conv[01])?\\.resample_filter", LowPassFilter.NVIDIA),
            "");

    /**
     * Where a parameter's values come from.
     *
     * @param name the tensor's name in the file, after the prefix of its network
     * @param conversion what makes the tensor's values the parameter's
     */
    record Source(String name, Conversion conversion) {}

    /** A row of a table: our name, the file's name and the conversion. */
    private record Row(String ours, Source source) {}

    /** The filters in files: what they are called, and what they must be. */
    private record Filter(String names, LowPassFilter expected) {}

    private final int styleGan;
    private final String mark;
    private final Map<String, Source> sources;
    private final Filter filter;
    private final String idle;

    NamingScheme(int styleGan, String mark, List<Row> table, Filter filter, String idle) {
        this.styleGan = styleGan;
        this.mark = mark;
        this.sources = expand(table);
        this.filter = filter;
        this.idle = idle;
    }

    private static Row row(String ours, String file) {
        return row(ours, file, Conversion.NONE);
    }

    private static Row row(String ours, String file, Conversion conversion) {
        return new Row(ours, new Source(file, conversion));
    }

    private static Map<String, Source> expand(List<Row> table) {
        Map<String, Source> expanded = new HashMap<>();
        for (Row row : table) {
            for (int n = 0; n < Series.LONGEST; n++) {
                Source source = row.source;
                expanded.put(
                        Series.at(n, row.ours),
                        new Source(Series.at(n, source.name), source.conversion));
            }
        }
        return expanded;
    }

    /** The version of the generator, 1 or 2. */
    int styleGan() {
        return styleGan;
    }

    /** A tensor that only generators of this scheme have. */
    String mark() {
        return mark;
    }

    /** Where a parameter of the generator comes from; empty if no file of this scheme has it. */
    Optional<Source> source(String parameter) {
        return sources.isEmpty()
                ? Optional.of(new Source(parameter, Conversion.SAME))
                : Optional.ofNullable(sources.get(parameter));
    }

    /** The filter that a tensor must be, if it is one. */
    Optional<LowPassFilter> filter(String name) {
        return name.matches(filter.names) ? Optional.of(filter.expected) : Optional.empty();
    }

    /** Whether files of this scheme are known to have this tensor without using it. */
    boolean isIdle(String name) {
        return !name.isEmpty() && name.matches(idle);
    }
}
