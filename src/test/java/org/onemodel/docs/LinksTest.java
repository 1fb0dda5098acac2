/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages' links lead. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Page page) {
        page.find(LINK).stream()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .forEach(link -> check(page, link));
    }

    private static void check(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target =
                parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
        assertThat(target).as("%s of %s", link, page).exists();
        if (parts.length > 1) {
            assertThat(Page.read(target).anchors()).as("%s of %s", link, page).contains(parts[1]);
        }
    }
}
