/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells whether a library of another version has all classes, fields and methods that the users of
 * the library name in their compiled code, as the Java virtual machine would look for them. What it
 * does in them is not tested.
 */
final class LinkCheck {

    private static final String OBJECT = "java/lang/Object";

    private static final Set<String> METHODS_OF_OBJECT =
            Arrays.stream(Object.class.getDeclaredMethods())
                    .map(Method::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private final Set<String> classes = new HashSet<>();
    private final Set<ClassFile.Reference> references = new LinkedHashSet<>();

    /**
     * Reads what some jars need.
     *
     * @param users the jars
     * @param counts the classes in them that count, by their internal names
     * @throws IOException if a jar cannot be read
     */
    LinkCheck(List<JarContent> users, Predicate<String> counts) throws IOException {
        for (JarContent user : users) {
            for (ClassFile file : classesOf(user, counts).values()) {
                classes.addAll(file.classes());
                references.addAll(file.references());
            }
        }
    }

    /**
     * What a library lacks.
     *
     * @param library the jar
     * @param isOfLibrary whether a class, by its internal name, should come from that library
     * @return names of missing classes, fields and methods, in order
     * @throws IOException if the jar cannot be read
     */
    List<String> missing(JarContent library, Predicate<String> isOfLibrary) throws IOException {
        Map<String, ClassFile> has = classesOf(library, name -> true);
        TreeSet<String> missing = new TreeSet<>();
        for (String name : classes) {
            if (isOfLibrary.test(name) && !has.containsKey(name)) {
                missing.add(readable(name));
            }
        }
        for (ClassFile.Reference reference : references) {
            String owner = reference.owner();
            if (isOfLibrary.test(owner)
                    && has.containsKey(owner)
                    && !finds(has, owner, reference.member())) {
                missing.add(readable(owner) + "." + readable(reference.member()));
            }
        }
        return List.copyOf(missing);
    }

    private static boolean finds(Map<String, ClassFile> has, String owner, String member) {
        ClassFile file = has.get(owner);
        if (file == null) { // a parent that Java or another library brings
            return !owner.equals(OBJECT)
                    || METHODS_OF_OBJECT.contains(member.replaceFirst(" .*", ""));
        }
        return file.members().contains(member)
                || file.parents().stream().anyMatch(parent -> finds(has, parent, member));
    }

    /** As people write classes and members. */
    private static String readable(String internal) {
        int blank = internal.indexOf(' ');
        String name = blank < 0 ? internal : internal.substring(0, blank);
        return name.replace('/', '.').replace('$', '.') + (internal.contains("(") ? "()" : "");
    }

    private static Map<String, ClassFile> classesOf(JarContent jar, Predicate<String> counts)
            throws IOException {
        Map<String, ClassFile> classes = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.file().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isClass(entry.getName(), counts)) {
                    read(zip, entry).ifPresent(file -> classes.put(file.name(), file));
                }
            }
        } catch (ZipException e) {
            return classes; // no jar: it has nothing
        }
        return classes;
    }

    private static boolean isClass(String entry, Predicate<String> counts) {
        return entry.endsWith(".class")
                && !entry.startsWith("META-INF/")
                && !entry.endsWith("-info.class")
                && counts.test(entry.substring(0, entry.length() - ".class".length()));
    }

    private static Optional<ClassFile> read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            try {
                return Optional.of(ClassFile.read(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                return Optional.empty(); // a damaged class can't be used either
            }
        }
    }
}
