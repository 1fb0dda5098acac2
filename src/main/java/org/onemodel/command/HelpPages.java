/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/** Where the documentation of each command stands. */
public final class HelpPages {

    /** Attribute of a command's {@code @Plugin}: the file name of its page. */
    static final String PAGE = "help";

    private static final String PAGES = "https://github.com/onemodel/onemodel/blob/main/docs/";

    private HelpPages() {}

    /**
     * The page of a command.
     *
     * @param command its class
     * @return an address for a browser, or nothing if it names no page
     */
    public static Optional<String> of(Class<?> command) {
        return Stream.ofNullable(command.getAnnotation(Plugin.class))
                .flatMap(plugin -> Stream.of(plugin.attrs()))
                .filter(attribute -> attribute.name().equals(PAGE))
                .map(Attr::value)
                .map(PAGES::concat)
                .findFirst();
    }

    /** The page of a command as a link that SciJava's dialogs show. */
    static String link(Class<?> command) {
        return of(command)
                .map(page -> "<html><a href='" + page + "'>What do these options mean?</a></html>")
                .orElse("");
    }

    /** The address of the page that lists all others. */
    static String contents() {
        return PAGES + "README.md";
    }
}
