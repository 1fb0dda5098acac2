/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a compiled class has and what it needs of others (Java Virtual Machine Specification 17,
 * chapter 4). Names are internal ones, with slashes.
 *
 * @param name the class
 * @param parents its superclass and interfaces
 * @param members its fields and methods, as name and descriptor
 * @param classes the classes that it names
 * @param references the fields and methods that it names
 */
record ClassFile(
        String name,
        List<String> parents,
        Set<String> members,
        Set<String> classes,
        Set<Reference> references) {

    private static final int MAGIC = 0xCAFEBABE;

    /**
     * A field or a method of a class.
     *
     * @param owner the class
     * @param member name and descriptor, such as {@code size ()I}
     */
    record Reference(String owner, String member) {}

    /** Indices into the pool of constants: a class has one, a member's reference two. */
    private record Indices(int first, int second) {}

    /**
     * Reads a class.
     *
     * @param in a class file
     * @return what it has and needs
     * @throws IOException if it is none
     */
    static ClassFile read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        data.readInt(); // version
        Pool pool = Pool.read(data);
        data.readUnsignedShort(); // access
        String name = pool.className(data.readUnsignedShort());
        List<String> parents = new ArrayList<>();
        int superclass = data.readUnsignedShort();
        if (superclass != 0) { // Object has none
            parents.add(pool.className(superclass));
        }
        int interfaces = data.readUnsignedShort();
        for (int i = 0; i < interfaces; i++) {
            parents.add(pool.className(data.readUnsignedShort()));
        }
        Set<String> members = new HashSet<>();
        readMembers(data, pool, members); // fields
        readMembers(data, pool, members); // methods
        return new ClassFile(name, parents, members, pool.classes(), pool.references());
    }

    /** Name and descriptor in one, such as {@code size ()I}; methods of a name differ in it. */
    private static String member(String name, String descriptor) {
        return name + " " + descriptor;
    }

    private static void readMembers(DataInputStream data, Pool pool, Set<String> members)
            throws IOException {
        int count = data.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            data.readUnsignedShort(); // access
            String memberName = pool.text(data.readUnsignedShort());
            members.add(member(memberName, pool.text(data.readUnsignedShort())));
            int attributes = data.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                data.readUnsignedShort(); // name
                data.skipNBytes(Integer.toUnsignedLong(data.readInt()));
            }
        }
    }

    /** The pool of constants. */
    private static final class Pool {

        private final Object[] constants;
        private final List<Indices> members = new ArrayList<>();
        private final List<Integer> classes = new ArrayList<>();

        private Pool(int size) {
            constants = new Object[size];
        }

        static Pool read(DataInputStream data) throws IOException {
            Pool pool = new Pool(data.readUnsignedShort());
            for (int i = 1; i < pool.constants.length; i++) {
                i += pool.readConstant(data, i);
            }
            return pool;
        }

        /** Reads one constant; returns how many more places it takes. */
        private int readConstant(DataInputStream data, int place) throws IOException {
            int tag = data.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[place] = data.readUTF();
                case 3, 4 -> data.readInt(); // integer, float
                case 5, 6 -> data.readLong(); // long, double
                case 7 -> { // class
                    constants[place] = data.readUnsignedShort();
                    classes.add(place);
                }
                case 8, 16, 19, 20 -> data.readUnsignedShort(); // string, type, module, package
                case 9, 10, 11 -> // field, method, method of an interface
                        members.add(
                                new Indices(data.readUnsignedShort(), data.readUnsignedShort()));
                case 12 -> // name and type
                        constants[place] =
                                new Indices(data.readUnsignedShort(), data.readUnsignedShort());
                case 15 -> { // method handle
                    data.readUnsignedByte();
                    data.readUnsignedShort();
                }
                case 17, 18 -> data.readInt(); // dynamic
                default -> throw new IOException("unknown constant " + tag);
            }
            return tag == 5 || tag == 6 ? 1 : 0;
        }

        String text(int index) throws IOException {
            return constant(index, String.class);
        }

        String className(int index) throws IOException {
            return text(constant(index, Integer.class));
        }

        private <T> T constant(int index, Class<T> type) throws IOException {
            if (index >= constants.length || !type.isInstance(constants[index])) {
                throw new IOException("damaged pool of constants");
            }
            return type.cast(constants[index]);
        }

        Set<String> classes() throws IOException {
            Set<String> names = new LinkedHashSet<>();
            for (int place : classes) {
                names.add(className(place));
            }
            return names;
        }

        Set<Reference> references() throws IOException {
            Set<Reference> references = new LinkedHashSet<>();
            for (Indices member : members) {
                Indices nameAndType = constant(member.second(), Indices.class);
                references.add(
                        new Reference(
                                className(member.first()),
                                member(text(nameAndType.first()), text(nameAndType.second()))));
            }
            return references;
        }
    }
}
