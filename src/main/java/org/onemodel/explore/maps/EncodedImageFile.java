/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.files.WholeFile;
import org.onemodel.image.ImageTemplate;
import org.onemodel.image.Normalization;
import org.onemodel.npz.NpzContent;
import org.onemodel.npz.NpzException;
import org.onemodel.npz.NpzFile;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.Excess;
import org.onemodel.tile.Tiling;

/**
 * Encoded images as {@code .npz} files, which NumPy reads.
 *
 * <p>{@code latent} and {@code noise_00} … hold the embeddings of the tiles of all planes, one
 * after the other. {@code geometry} has width and height of a plane, tile, overlap, the grid's
 * shifts and the batch; {@code ranges}, {@code [planes, channels, 2]}, the grey values that are -1
 * and 1; {@code excess_counts}, {@code [planes, channels]}, how many pixels have something that the
 * network was not shown, {@code excess_at} which these are and {@code excess_values} what it is;
 * {@code as_is} the planes of one grey value; {@code model}, {@code id} and {@code names} texts;
 * and more arrays say what the decoded image is like. A file with {@code latent} and {@code
 * noise_NN} only is N colour images of one tile each.
 */
public final class EncodedImageFile {

    private static final int NUMBERS = 7;
    private static final int LARGEST_TILE = 1 << 14;
    private static final long MOST_PIXELS_AT_A_TIME = 1L << 28;
    private static final int RGB_CHANNELS = 3;

    private EncodedImageFile() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @param image the encoded image
     * @param file the file, whose name ends with .npz
     * @throws IOException if it can't be written, or would have 2 GB or more
     */
    public static void write(EncodedImage image, Path file) throws IOException {
        checkWritable(file);
        List<EncodedPlane> planes = image.planes();
        int channels = planes.get(0).ranges().size();
        int count = planes.size();
        Tiling tiling = image.tiling();
        double[] ranges = new double[count * channels * 2];
        long[] counts = new long[count * channels];
        byte[] asIs = new byte[count];
        List<Excess> excess = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            asIs[p] = (byte) (planes.get(p).asIs() ? 1 : 0);
            for (int c = 0; c < channels; c++) {
                int i = p * channels + c;
                ranges[2 * i] = planes.get(p).ranges().get(c).low();
                ranges[2 * i + 1] = planes.get(p).ranges().get(c).high();
                excess.add(planes.get(p).excess().get(c));
                counts[i] = excess.get(i).at().length;
            }
        }
        long[] at =
                excess.stream().flatMapToInt(e -> Arrays.stream(e.at())).asLongStream().toArray();
        float[] beyond = new float[at.length];
        int next = 0;
        for (Excess each : excess) {
            System.arraycopy(each.values(), 0, beyond, next, each.values().length);
            next += each.values().length;
        }
        long[] geometry = {
            tiling.width(),
            tiling.height(),
            tiling.tile(),
            tiling.overlap(),
            tiling.shiftX(),
            tiling.shiftY(),
            planes.get(0).batch()
        };
        NpzContent content = new NpzContent();
        EmbeddingArrays.write(
                EmbeddingValues.join(planes.stream().map(EncodedPlane::tiles).toList()), content);
        content.longs("geometry", geometry, NUMBERS)
                .doubles("ranges", ranges, count, channels, 2)
                .bytes("as_is", asIs, count)
                .longs("excess_counts", counts, count, channels)
                .longs("excess_at", at, at.length)
                .floats("excess_values", beyond, beyond.length)
                .text("model", image.model())
                .text("id", image.id())
                .text("names", String.join("\0", planes.stream().map(EncodedPlane::name).toList()));
        TemplateArrays.write(image.template(), content);
        content.write(file);
    }

    /**
     * Checks that a file can be written, before the work begins.
     *
     * @param file the file
     * @throws IOException if its name does not end with .npz, or its folder can't be written
     */
    public static void checkWritable(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".npz")) {
            throw new NpzException(
                    file, "can't be written: the name of an embedding ends with .npz.");
        }
        new WholeFile(file);
    }

    /**
     * Reads a file that this class wrote, or any with the arrays {@code latent} and {@code
     * noise_00}, {@code noise_01} …
     *
     * @param file the file
     * @return the encoded image
     * @throws IOException if it is missing or damaged, or holds no embeddings
     */
    public static EncodedImage read(Path file) throws IOException {
        try (NpzFile arrays = NpzFile.open(file)) {
            EmbeddingValues values = EmbeddingArrays.read(arrays, file);
            int tile = values.noiseMaps().stream().mapToInt(NoiseMapValues::width).max().orElse(0);
            return arrays.names().contains("geometry")
                    ? read(arrays, values, tile)
                    : plain(values, tile, file);
        } catch (IllegalArgumentException | ArithmeticException | NegativeArraySizeException e) {
            throw new NpzException(
                    file, "holds no embedding that can be decoded: " + e.getMessage(), e);
        }
    }

    private static EncodedImage read(NpzFile arrays, EmbeddingValues values, int tile)
            throws IOException {
        long[] geometry = arrays.longs("geometry");
        for (long number : geometry) {
            require(Math.abs(number) <= 1 << 20, "geometry");
        }
        require(
                geometry.length == NUMBERS && geometry[2] == tile && tile <= LARGEST_TILE,
                "geometry");
        boolean batchFits = geometry[6] * tile * tile <= MOST_PIXELS_AT_A_TIME;
        require(geometry[6] == 1 || geometry[6] > 1 && batchFits, "geometry");
        Tiling tiling =
                new Tiling(
                        (int) geometry[0],
                        (int) geometry[1],
                        tile,
                        (int) geometry[3],
                        (int) geometry[4],
                        (int) geometry[5]);
        long tiles = tiling.tileCount();
        require(values.count() % tiles == 0, "geometry");
        int planes = (int) (values.count() / tiles);
        ImageTemplate template = TemplateArrays.read(arrays, tiling.width(), tiling.height());
        int channels = template.planes().channelsPerPlane();
        double[] ranges = arrays.doubles("ranges");
        require(ranges.length == planes * channels * 2, "ranges");
        byte[] asIs = arrays.bytes("as_is");
        require(asIs.length == planes, "as_is");
        List<Excess> excess = excess(arrays, planes * channels, tiling.pixels());
        String[] names = TemplateArrays.text(arrays, "names").split("\0", -1);
        require(names.length == planes, "names");
        List<EncodedPlane> encoded = new ArrayList<>();
        for (int p = 0; p < planes; p++) {
            List<Normalization> own = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                int i = 2 * (p * channels + c);
                own.add(new Normalization(ranges[i], ranges[i + 1]));
            }
            encoded.add(
                    new EncodedPlane(
                            names[p],
                            tiling,
                            (int) geometry[6],
                            own,
                            excess.subList(p * channels, (p + 1) * channels),
                            asIs[p] != 0,
                            EmbeddingArrays.range(
                                    values, (int) (p * tiles), (int) ((p + 1) * tiles))));
        }
        String model = TemplateArrays.text(arrays, "model");
        return new EncodedImage(TemplateArrays.text(arrays, "id"), model, template, encoded);
    }

    private static void require(boolean condition, String array) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "its array " + array + " does not fit the others or makes no sense.");
        }
    }

    private static List<Excess> excess(NpzFile arrays, int channels, long pixels)
            throws IOException {
        long[] counts = arrays.longs("excess_counts");
        long[] at = arrays.longs("excess_at");
        float[] values = arrays.floats("excess_values");
        require(counts.length == channels, "excess_counts");
        require(at.length == values.length, "excess_at");
        List<Excess> excess = new ArrayList<>();
        int from = 0;
        for (long count : counts) {
            require(count >= 0 && count <= at.length - from, "excess_counts");
            int to = from + (int) count;
            int[] own = new int[(int) count];
            for (int i = from; i < to; i++) {
                require(at[i] >= 0 && at[i] < pixels, "excess_at");
                own[i - from] = (int) at[i];
            }
            excess.add(new Excess(own, Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        require(from == at.length, "excess_counts");
        return excess;
    }

    /** Images of one tile each, as a generator gives them. */
    private static EncodedImage plain(EmbeddingValues values, int tile, Path file) {
        require(tile <= LARGEST_TILE, "noise_00");
        String name = file.getFileName().toString().replaceFirst("\\.[nN][pP][zZ]$", "");
        ImageTemplate template =
                ImageTemplate.ofBlank(
                        TemplateArrays.blank(
                                name, new ColorProcessor(tile, tile), 1, values.count(), 1));
        Normalization range = new Normalization(0, 255);
        Excess none = new Excess(new int[0], new float[0]);
        List<EncodedPlane> planes = new ArrayList<>();
        for (int i = 0; i < values.count(); i++) {
            planes.add(
                    new EncodedPlane(
                            "Image " + (i + 1) + " of " + name,
                            new Tiling(tile, tile, tile, 0),
                            1,
                            Collections.nCopies(RGB_CHANNELS, range),
                            Collections.nCopies(RGB_CHANNELS, none),
                            false,
                            EmbeddingArrays.range(values, i, i + 1)));
        }
        return EncodedImage.of("", template, planes);
    }
}
