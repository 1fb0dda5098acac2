/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static final Duration SILENCE = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({
        "https://a.org/f/x.pt, https://b.org/x.pt",
        "https://a.org/f/x.pt, https://a.org/y.pt",
        "http://a.org/f/x.pt, https://a.org/x.pt",
        "http://a.org/f/x.pt, http://A.org:8080/x.pt",
    })
    void redirectionsThatLoseNoSecurityAreFollowed(URI place, String location) throws IOException {
        assertThat(Answer.next(place, location)).isEqualTo(URI.create(location));
    }

    @Test
    void aRedirectionMayBeRelative() throws IOException {
        assertThat(Answer.next(URI.create("https://a.org/f/x.pt"), "../y.pt"))
                .isEqualTo(URI.create("https://a.org/y.pt"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/x.pt, http://a.org/x.pt",
        "https://a.org/x.pt, http://b.org/x.pt",
        "http://a.org/x.pt, http://b.org/x.pt",
        "http://a.org/x.pt, https://b.org/x.pt",
        "https://a.org/x.pt, file:///etc/passwd",
    })
    void redirectionsThatAreNotSecureAreRefused(URI place, String location) {
        assertThatThrownBy(() -> Answer.next(place, location))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "the server redirects to "
                                + location
                                + ", which is not followed as not secure");
    }

    @Test
    void aServerThatSendsRoundInCirclesIsLeft() throws IOException {
        try (FileServer server = new FileServer(new byte[0])) {
            server.http()
                    .createContext(
                            "/circle.pt",
                            exchange -> {
                                exchange.getResponseHeaders().add("Location", "/circle.pt");
                                exchange.sendResponseHeaders(302, -1);
                                exchange.close();
                            });

            assertThatThrownBy(() -> Answer.ofWhole(server.address("/circle.pt"), SILENCE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("the server redirects again and again");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"strong\"', yesterday, '\"strong\"'",
        "'W/\"weak\"', yesterday, yesterday",
        ", yesterday, yesterday",
        "'W/\"weak\"', ,",
    })
    void aVersionIsMarkedByAStrongTagOrItsDate(String tag, String date, String mark)
            throws IOException {
        try (FileServer server = new FileServer(new byte[0])) {
            server.http()
                    .createContext(
                            "/marked.pt",
                            exchange -> {
                                if (tag != null) {
                                    exchange.getResponseHeaders().set("ETag", tag);
                                }
                                if (date != null) {
                                    exchange.getResponseHeaders().set("Last-Modified", date);
                                }
                                exchange.sendResponseHeaders(200, -1);
                                exchange.close();
                            });

            try (Answer answer = Answer.ofWhole(server.address("/marked.pt"), SILENCE)) {
                assertThat(answer.version().orElse(null)).isEqualTo(mark);
            }
        }
    }
}
