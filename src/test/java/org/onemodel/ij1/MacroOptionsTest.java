/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;

class MacroOptionsTest {

    private static final List<String> KEYS = List.of("model", "noise", "readnoise", "settings");
    private static final List<String> FLAGS = List.of("preview");

    private static void assertRefused(String options, String message) {
        assertThatThrownBy(
                        () -> MacroOptions.parse(options).check("OneModel Denoise...", KEYS, FLAGS))
                .isInstanceOf(OneModelException.class)
                .hasMessage(message);
    }

    @Test
    void valuesAreReadAsImageJReadsThem() {
        MacroOptions options =
                MacroOptions.parse(
                        "model=[my [best] model] readnoise=2.5  noise='a ] b' settings=[] ");

        assertThat(options.value("model")).contains("my [best] model");
        assertThat(options.value("readnoise")).contains("2.5");
        assertThat(options.value("noise")).contains("a ] b");
        assertThat(options.value("settings")).contains("");
        assertThat(options.value("tile")).isEmpty();
    }

    @Test
    void aKeyIsFoundNeitherInsideAnotherNorInsideAValue() {
        MacroOptions options = MacroOptions.parse("readnoise=3 model=[x noise=none tile=4]");

        assertThat(options.value("noise")).isEmpty();
        assertThat(options.value("tile")).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOnesThereAre() {
        assertRefused(
                "modell=tiny",
                "There is no option 'modell'; those of OneModel Denoise... are model, noise,"
                        + " readnoise, settings, and a value with spaces needs brackets.");
        assertRefused(
                "model=my model.zip",
                "There is no option 'model.zip'; those of OneModel Denoise... are model, noise,"
                        + " readnoise, settings, and a value with spaces needs brackets.");
    }

    @Test
    void aKeyWithoutItsValueIsRefused() {
        assertRefused(
                "noise model=tiny",
                "The option 'noise' has no value; give noise=value, in brackets if it has"
                        + " spaces.");
    }

    @Test
    void ofAKeyThatComesTwiceTheFirstCounts() {
        assertThat(MacroOptions.parse("model=tiny noise=auto model=big").value("model"))
                .as("as in ImageJ, and macros rely on it: their own options, then defaults")
                .contains("tiny");
    }

    @Test
    void aQuoteThatDoesNotEndIsRefused() {
        assertRefused(
                "model=[tiny noise=auto",
                "The value of the option 'model' starts with [ and does not end; close it.");
        assertRefused(
                "model='tiny",
                "The value of the option 'model' starts with ' and does not end; close it.");
    }

    @Test
    void switchesOfTheDialogAreHarmless() {
        for (String options : List.of("preview", "preview=false model=tiny", "preview=true", "")) {
            assertThatCode(
                            () ->
                                    MacroOptions.parse(options)
                                            .check("OneModel Denoise...", KEYS, FLAGS))
                    .doesNotThrowAnyException();
        }
    }
}
