/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.util.Optional;

/** The two kinds of host, and where each wants what. */
public enum HostKind {

    /** ImageJ without SciJava: plugins only, and no scripts in the menu. */
    IMAGEJ("ImageJ") {
        @Override
        public Optional<String> folderOf(PartKind kind) {
            return switch (kind) {
                case PLUGIN -> Optional.of("plugins");
                case LIBRARY, ENGINE -> Optional.of("plugins/jars");
                case MACRO -> Optional.of(MACROS);
                case TOOLSET -> Optional.of(TOOLSETS);
                case SCRIPT -> Optional.empty();
            };
        }
    },

    /**
     * ImageJ2 or Fiji: one class path in {@code jars/}, so that no command appears twice. Scripts
     * are in the jar, from where Fiji puts them into its menus; a folder that it does not search
     * has copies to run without a display.
     */
    FIJI("Fiji") {
        @Override
        public Optional<String> folderOf(PartKind kind) {
            return Optional.of(
                    switch (kind) {
                        case PLUGIN, LIBRARY, ENGINE -> "jars";
                        case MACRO -> MACROS;
                        case TOOLSET -> TOOLSETS;
                        case SCRIPT -> "OneModel/examples";
                    });
        }
    };

    /**
     * ImageJ makes submenus of the folders in {@code plugins/}. In the one of the commands it would
     * sort the macros by name between them, whose order is fixed.
     */
    private static final String MACROS = "plugins/OneModel/Macros";

    private static final String TOOLSETS = "macros/toolsets";

    private final String title;

    HostKind(String title) {
        this.title = title;
    }

    /**
     * Its name for people.
     *
     * @return "ImageJ" or "Fiji"
     */
    public String title() {
        return title;
    }

    /**
     * Where files of a kind go.
     *
     * @param kind what they are
     * @return the folder below the host's, with slashes; nothing if the host has no use for them
     */
    public abstract Optional<String> folderOf(PartKind kind);
}
