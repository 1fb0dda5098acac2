/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of weights that can be fetched: a JSON object from names to entries, whose keys are
 * those of {@link CatalogueEntry}; each of {@code files} has {@code url} and {@code sha256}, which
 * is whole, its first digits, or empty. Immutable.
 */
public final class Catalogue {

    private static final String FILE = "catalogue.json";
    private static final String BUILT_IN = "onemodel/models/" + FILE;

    private final Map<String, CatalogueEntry> entries;

    private Catalogue(Map<String, CatalogueEntry> entries) {
        this.entries = entries;
    }

    /**
     * The built-in list with the user's, {@code catalogue.json} in the {@link Models#userFolder},
     * whose entries count where both have a name.
     *
     * @return the list
     * @throws ModelException if the user's list cannot be read or is not as it must be
     */
    public static Catalogue standard() throws ModelException {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        Path users = Models.userFolder().resolve(FILE);
        if (Files.exists(users)) {
            entries.putAll(parse(users.toString(), text(users)));
        }
        parse("the built-in " + FILE, builtIn()).forEach(entries::putIfAbsent);
        return new Catalogue(entries);
    }

    private static String text(Path file) throws ModelException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ModelException("The list " + file + " could not be read: " + e + ".", e);
        }
    }

    private static String builtIn() throws ModelException {
        ClassLoader loader = Catalogue.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(BUILT_IN)) {
            return in == null ? "{}" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ModelException("The built-in " + FILE + " could not be read: " + e + ".", e);
        }
    }

    /** Reads the text of a list; what is wrong is said with its file and key. */
    static Map<String, CatalogueEntry> parse(String where, String text) throws ModelException {
        JsonFields fields = JsonFields.parse(where, text);
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        for (String name : fields.keys()) {
            try {
                entries.put(name, CatalogueEntry.of(name, fields.object(name)));
            } catch (IllegalArgumentException e) {
                throw new ModelException(where + ": " + e.getMessage(), e);
            }
        }
        return entries;
    }

    /**
     * All entries, the user's first.
     *
     * @return the entries
     */
    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * All names, the user's first.
     *
     * @return the names
     */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * An entry by its name.
     *
     * @param name the name
     * @return the entry
     * @throws ModelException if there is none, with the names that there are
     */
    public CatalogueEntry find(String name) throws ModelException {
        CatalogueEntry entry = entries.get(name);
        if (entry == null) {
            throw new ModelException(
                    "There is nothing to fetch under the name \""
                            + name
                            + "\": give one of "
                            + String.join(", ", names())
                            + ".");
        }
        return entry;
    }
}
