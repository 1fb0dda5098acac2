/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;

/**
 * What {@code model.json} says of a model.
 *
 * @param name its name: letters, digits, dots, hyphens and underscores; also the name of its folder
 * @param version the model's own version, such as {@code 1.0}
 * @param task what it was trained for
 * @param architecture sizes, channel map and form of the networks
 * @param tile side of the tiles it takes, in pixels
 * @param sigmaRange smallest and largest standard deviation of the Gaussian noise it was trained
 *     on, in grey levels of 255; empty if it saw none
 * @param colour the images it was trained on: grey, colour or both, in words
 * @param decoder what the decoder is and where it comes from, in one sentence
 * @param licence the licence of the weights
 * @param citation what to cite, in one line
 * @param measured figures by name, such as {@code set12 sigma 25 PSNR}
 * @param sha256 SHA-256 of {@code weights.safetensors}, 64 hexadecimal digits in lower case; empty
 *     until the bundle is written
 */
public record ModelDescription(
        String name,
        String version,
        Task task,
        Architecture architecture,
        int tile,
        List<Double> sigmaRange,
        String colour,
        String decoder,
        String licence,
        String citation,
        SortedMap<String, Double> measured,
        String sha256) {

    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final int LARGEST = 16384;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException with one sentence, if a value cannot be
     */
    public ModelDescription {
        sigmaRange = List.copyOf(sigmaRange);
        measured = Collections.unmodifiableSortedMap(new TreeMap<>(measured));
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "A model's name has letters, digits, dots, hyphens and underscores only, not \""
                            + name
                            + "\".");
        }
        if (version.isBlank()) {
            throw new IllegalArgumentException("Model " + name + " has an empty version.");
        }
        checkRange("tile", tile, 1, LARGEST);
        checkRange("size", architecture.size(), 1, LARGEST);
        checkRange("latentSize", architecture.latentSize(), 1, LARGEST);
        checkRange("mappingLayers", architecture.mappingLayers(), 0, 100);
        checkRange("encoderDepth", architecture.encoderDepth(), 0, 100);
        architecture.channels().values().forEach(c -> checkRange("channels", c, 1, LARGEST));
        architecture.encoderWidths().forEach(c -> checkRange("encoderWidths", c, 1, LARGEST));
        if ((task == Task.GENERATE) != (architecture.encoder() == EncoderKind.NONE)) {
            throw new IllegalArgumentException(
                    "Model "
                            + name
                            + " cannot "
                            + task.key()
                            + " with the encoder \""
                            + word(architecture.encoder())
                            + "\": a model without an encoder generates, one with an encoder does"
                            + " not.");
        }
        if (!sigmaRange.isEmpty()) {
            checkSigmas(sigmaRange);
        }
        for (var figure : measured.entrySet()) {
            if (!Double.isFinite(figure.getValue())) {
                throw new IllegalArgumentException(
                        "Measured figure \"" + figure.getKey() + "\" is not a finite number.");
            }
        }
        if (!sha256.matches("([0-9a-f]{64})?")) {
            throw new IllegalArgumentException(
                    "sha256 must be 64 hexadecimal digits in lower case, not \"" + sha256 + "\".");
        }
    }

    private static void checkRange(String what, int value, int smallest, int largest) {
        if (value < smallest || value > largest) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s must be from %d to %d, not %d.",
                            what,
                            smallest,
                            largest,
                            value));
        }
    }

    private static void checkSigmas(List<Double> range) {
        boolean ordered =
                range.size() == 2
                        && range.get(0) >= 0
                        && range.get(0) <= range.get(1)
                        && Double.isFinite(range.get(1));
        if (!ordered) {
            throw new IllegalArgumentException(
                    "sigmaRange must be empty or the smallest and the largest sigma, not "
                            + range
                            + ".");
        }
    }

    /**
     * The same description with another checksum.
     *
     * @param checksum SHA-256 of the weights' file, or empty
     * @return a new description
     */
    public ModelDescription withSha256(String checksum) {
        return new ModelDescription(
                name,
                version,
                task,
                architecture,
                tile,
                sigmaRange,
                colour,
                decoder,
                licence,
                citation,
                measured,
                checksum);
    }

    /**
     * The same description with other figures.
     *
     * @param figures figures by name
     * @return a new description
     */
    public ModelDescription withMeasured(SortedMap<String, Double> figures) {
        return new ModelDescription(
                name,
                version,
                task,
                architecture,
                tile,
                sigmaRange,
                colour,
                decoder,
                licence,
                citation,
                figures,
                sha256);
    }

    /**
     * Reads the text of a {@code model.json}; every key must be there and no other.
     *
     * @param where the file, for the message of an error
     * @param json the text
     * @return the description
     * @throws ModelException if the text is not such a description
     */
    static ModelDescription fromJson(String where, String json) throws ModelException {
        JsonFields fields = JsonFields.parse(where, json);
        try {
            ModelDescription description =
                    new ModelDescription(
                            fields.text("name"),
                            fields.text("version"),
                            fields.choice("task", List.of(Task.values()), Task::key),
                            architecture(fields.object("architecture"))
                                    .withProjection(
                                            fields.choice(
                                                    "projection",
                                                    List.of(Projection.values()),
                                                    ModelDescription::word)),
                            fields.integer("tile"),
                            fields.numbers("sigmaRange"),
                            fields.text("colour"),
                            fields.text("decoder"),
                            fields.text("licence"),
                            fields.text("citation"),
                            fields.numbersByName("measured"),
                            fields.text("sha256"));
            fields.end();
            return description;
        } catch (IllegalArgumentException e) {
            throw new ModelException(where + ": " + e.getMessage(), e);
        }
    }

    private static Architecture architecture(JsonFields fields) throws ModelException {
        Architecture architecture =
                new Architecture(
                        fields.integer("styleGan"),
                        fields.integer("size"),
                        fields.integer("latentSize"),
                        fields.integer("mappingLayers"),
                        fields.integersByNumber("channels"),
                        fields.choice(
                                "encoder", List.of(EncoderKind.values()), ModelDescription::word),
                        fields.integers("encoderWidths"),
                        fields.integer("encoderDepth"),
                        Projection.W_PLUS, // it stands beside the architecture
                        fields.optionalChoice(
                                "heads",
                                Heads.ALL,
                                List.of(Heads.values()),
                                ModelDescription::word),
                        fields.optionalChoice(
                                "networks",
                                EncoderNetworks.ONE,
                                List.of(EncoderNetworks.values()),
                                ModelDescription::word),
                        fields.optionalChoices(
                                "extras",
                                List.of(GeneratorExtra.values()),
                                ModelDescription::word));
        fields.end();
        return architecture;
    }

    /**
     * The text of {@code model.json}: keys in the order of this record, line feeds, UTF-8.
     *
     * @return pretty printed JSON that ends with a line feed
     */
    public String toJson() {
        JsonArray widths = new JsonArray();
        architecture.encoderWidths().forEach(widths::add);
        JsonObject channels = new JsonObject();
        architecture.channels().forEach((r, c) -> channels.addProperty(r.toString(), c));
        JsonObject networks = new JsonObject();
        networks.addProperty("styleGan", architecture.styleGan());
        networks.addProperty("size", architecture.size());
        networks.addProperty("latentSize", architecture.latentSize());
        networks.addProperty("mappingLayers", architecture.mappingLayers());
        networks.add("channels", channels);
        networks.addProperty("encoder", word(architecture.encoder()));
        networks.add("encoderWidths", widths);
        networks.addProperty("encoderDepth", architecture.encoderDepth());
        if (architecture.heads() != Heads.ALL) {
            networks.addProperty("heads", word(architecture.heads()));
        }
        if (architecture.networks() != EncoderNetworks.ONE) {
            networks.addProperty("networks", word(architecture.networks()));
        }
        if (!architecture.extras().isEmpty()) {
            JsonArray extras = new JsonArray();
            architecture.extras().forEach(extra -> extras.add(word(extra)));
            networks.add("extras", extras);
        }
        JsonArray sigmas = new JsonArray();
        sigmaRange.forEach(sigmas::add);
        JsonObject figures = new JsonObject();
        measured.forEach(figures::addProperty);
        JsonObject object = new JsonObject();
        object.addProperty("name", name);
        object.addProperty("version", version);
        object.addProperty("task", task.key());
        object.add("architecture", networks);
        object.addProperty("projection", word(architecture.projection()));
        object.addProperty("tile", tile);
        object.add("sigmaRange", sigmas);
        object.addProperty("colour", colour);
        object.addProperty("decoder", decoder);
        object.addProperty("licence", licence);
        object.addProperty("citation", citation);
        object.add("measured", figures);
        object.addProperty("sha256", sha256);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object)
                + "\n";
    }

    private static String word(EncoderKind kind) {
        return switch (kind) {
            case RESNET -> "resnet";
            case EXPANDING -> "expanding";
            case NONE -> "none";
        };
    }

    private static String word(Heads heads) {
        return switch (heads) {
            case ALL -> "all";
            case LATENT -> "latent";
            case NOISE -> "noise";
        };
    }

    private static String word(EncoderNetworks networks) {
        return switch (networks) {
            case ONE -> "one";
            case TWO -> "two";
        };
    }

    private static String word(GeneratorExtra extra) {
        return switch (extra) {
            case MEAN_LATENT -> "mean latent";
            case FIXED_NOISE -> "fixed noise";
        };
    }

    private static String word(Projection projection) {
        return switch (projection) {
            case Z -> "Z";
            case Z_SUM -> "Z sum";
            case W_PLUS -> "W+";
        };
    }
}
