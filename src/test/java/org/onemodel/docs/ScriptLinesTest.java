/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.restore.LazyOptions;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;

/** Whether the service and its options have what the pages' scripts call. */
class ScriptLinesTest {

    private static final Pattern SERVICE = Pattern.compile("\\bonemodel\\.([a-z]\\w*)\\(");
    private static final Pattern OPTION = Pattern.compile("\\.(with[A-Z]\\w*)\\(");

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    private static Set<String> methods(Class<?> type) {
        return Stream.of(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyMethodThatAScriptCallsExists(Page page) {
        assertThat(page.find(SERVICE))
                .extracting(call -> call.group(1))
                .as(page.toString())
                .isSubsetOf(methods(OneModelService.class));
        Set<String> options = new HashSet<>(methods(RestoreOptions.class));
        options.addAll(methods(LazyOptions.class));
        options.addAll(methods(Generation.class));
        options.addAll(methods(Interpolation.class));
        options.addAll(methods(StyleMix.class));
        options.addAll(methods(ProjectionOptions.class));
        assertThat(page.find(OPTION))
                .extracting(call -> call.group(1))
                .as(page.toString())
                .isSubsetOf(options);
    }
}
