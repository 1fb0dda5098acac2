/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Method calls to another process, one after another, through a pair of streams. */
final class Calls {

    private Calls() {}

    /** A method, as it is declared, and its arguments. */
    private record Call(String method, Object[] arguments) implements Serializable {}

    /** What a method returned or threw. */
    private record Answer(Object value, Throwable thrown) implements Serializable {}

    /**
     * An object whose methods are called in the other process.
     *
     * @param type the interface; its methods take and return what is serializable
     * @param input what {@link #answer} writes
     * @param output what it reads
     */
    static <T> T caller(Class<T> type, InputStream input, OutputStream output) throws IOException {
        ObjectOutputStream calls = new ObjectOutputStream(output);
        calls.flush(); // the other side waits for the stream's head
        ObjectInputStream answers = new ObjectInputStream(input);
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            calls.writeObject(new Call(method.toString(), arguments));
                            calls.flush();
                            Answer answer = (Answer) answers.readObject();
                            if (answer.thrown() != null) {
                                throw answer.thrown();
                            }
                            return answer.value();
                        }));
    }

    /**
     * Answers calls until there are no more.
     *
     * @param type the interface
     * @param target does what is called
     * @param input what {@link #caller} writes
     * @param output what it reads
     */
    static <T> void answer(Class<T> type, T target, InputStream input, OutputStream output)
            throws IOException, ReflectiveOperationException {
        ObjectOutputStream answers = new ObjectOutputStream(output);
        answers.flush();
        ObjectInputStream calls = new ObjectInputStream(input);
        try {
            while (true) {
                answers.writeObject(answer(type, target, (Call) calls.readObject()));
                answers.flush();
            }
        } catch (EOFException e) {
            return; // the other process has ended
        }
    }

    private static <T> Answer answer(Class<T> type, T target, Call call)
            throws IllegalAccessException {
        Method called =
                Arrays.stream(type.getMethods())
                        .filter(method -> method.toString().equals(call.method()))
                        .findFirst()
                        .orElseThrow();
        try {
            return new Answer(called.invoke(target, call.arguments()), null);
        } catch (InvocationTargetException e) {
            return new Answer(null, e.getCause());
        }
    }
}
