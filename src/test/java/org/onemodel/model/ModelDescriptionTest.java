/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDescriptionTest {

    private static final String WHERE = "some/model.json";

    @Test
    void whatIsWrittenIsReadBack() throws ModelException {
        ModelDescription description = TinyModel.description();
        assertThat(ModelDescription.fromJson(WHERE, description.toJson())).isEqualTo(description);
    }

    @Test
    void jsonIsMadeToBeReadAndEndsWithALineFeed() {
        String json = TinyModel.description().toJson();
        assertThat(json)
                .startsWith("{\n  \"name\": \"tiny\",\n  \"version\": \"1.0\",\n")
                .contains("\"task\": \"denoise\"")
                .contains("\"projection\": \"W+\"")
                .contains("\"encoder\": \"expanding\"")
                .contains("(σ = 1)")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\": \"1.0\", | `` | lacks the key version",
                "\"latentSize\": 8, | `` | lacks the key architecture.latentSize",
                "\"tile\": 16 | \"tile\": 16, \"tiles\": 4 | has an unknown key tiles",
                "\"size\": 16 | \"size\": 16, \"z\": 4 | has an unknown key architecture.z",
                "\"tile\": 16 | \"tile\": \"16\" | tile must be a whole number, not \"16\"",
                "\"tile\": 16 | \"tile\": 16.5 | tile must be a whole number, not 16.5",
                "\"tile\": 16 | \"tile\": 1e999999999 | tile must be a whole number",
                "\"tile\": 16 | \"tile\": 0 | tile must be from 1 to 16384, not 0",
                "\"size\": 16 | \"size\": 99999 | size must be from 1 to 16384, not 99999",
                "\"name\": \"tiny\" | \"name\": 3 | name must be a text, not 3",
                "\"name\": \"tiny\" | \"name\": \"../tiny\" | A model's name has letters",
                "\"task\": \"denoise\" | \"task\": \"cook\" | task must be denoise or reconstruct",
                "\"task\": \"denoise\" | \"task\": \"generate\" | Model tiny cannot generate with the"
                        + " encoder \"expanding\"",
                "\"encoderDepth\": 1 | \"encoderDepth\": 1, \"extras\": [\"hat\"] |"
                        + " architecture.extras must be mean latent or fixed noise, not \"hat\"",
                "\"encoderDepth\": 1 | \"encoderDepth\": 1, \"extras\": [3] | architecture.extras"
                        + " must be a list of texts, not 3",
                "\"encoderDepth\": 1 | \"encoderDepth\": 1, \"extras\": [\"fixed noise\","
                        + " \"fixed noise\"] | extras must be a list without repetition",
                "\"measured\": { | \"measured\": [], \"other\": { | measured must be an object",
                "28.25 | \"high\" | measured.PSNR must be a number, not \"high\"",
                "5.0 | 60.0 | sigmaRange must be empty or the smallest and the largest sigma",
                "\"sha256\": \"\" | \"sha256\": \"xyz\" | sha256 must be 64 hexadecimal digits",
            })
    void whatIsWrongIsSaidInOneSentence(String part, String replacement, String message) {
        String json = TinyModel.description().toJson();
        assertThat(json).contains(part);
        String broken = json.replace(part, replacement == null ? "" : replacement);
        assertThatThrownBy(() -> ModelDescription.fromJson(WHERE, broken))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(WHERE)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNoJsonIsSaidInOneSentence() {
        String json = TinyModel.description().toJson();
        for (String text :
                List.of("", "[]", "null", "{", json + "{}", json.substring(0, json.length() / 2))) {
            assertThatThrownBy(() -> ModelDescription.fromJson(WHERE, text))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(WHERE + " is no JSON")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void figuresMustBeFinite() {
        TreeMap<String, Double> figures = new TreeMap<>(Map.of("PSNR", Double.NaN));
        assertThatThrownBy(() -> TinyModel.description().withMeasured(figures))
                .hasMessage("Measured figure \"PSNR\" is not a finite number.");
    }
}
