/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads a pickle as data: dictionaries, lists, tuples, texts and numbers, and of Python's classes
 * and functions those in a fixed table only.
 *
 * <p>The library beneath would resolve any global by name, call setters by reflection and believe
 * every length in the stream. So the operations that do such things are done here: a global outside
 * the table ends the reading, a state set on an object is dropped unless the object is a network
 * module, and a length is compared with what is left of the stream first. Byte strings, which may
 * be as large as the file, are passed over and stay there. Operations of the text protocols 0 and 1
 * that PyTorch and pickle protocols 2 to 5 never write are refused.
 */
final class DataUnpickler extends Unpickler {

    /** A checkpoint of 10,000 tensors takes about half a million; each may take 80 bytes. */
    static final int MAX_OPERATIONS = 1_000_000;

    private static final int MAX_GLOBAL_NAME = 200;
    private static final int MAX_INTEGER_BYTES = 16;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final Path file;
    private final Map<String, PickleGlobal> globals;
    private final UnaryOperator<Object> persistentObjects;
    private final int maxOperations;
    private PickleInput source;
    private int operations;

    /**
     * @param file named in messages
     * @param globals what may be named, as {@code module.name}
     * @param persistentObjects the value for a persistent id; throws a RuntimeException with a
     *     message for an id that makes no sense
     */
    DataUnpickler(
            Path file, Map<String, PickleGlobal> globals, UnaryOperator<Object> persistentObjects) {
        this(file, globals, persistentObjects, MAX_OPERATIONS);
    }

    /**
     * @param maxOperations how many operations a pickle may have
     */
    DataUnpickler(
            Path file,
            Map<String, PickleGlobal> globals,
            UnaryOperator<Object> persistentObjects,
            int maxOperations) {
        this.file = file;
        this.globals = globals;
        this.persistentObjects = persistentObjects;
        this.maxOperations = maxOperations;
    }

    /**
     * Reads one pickle up to its end and no further.
     *
     * @throws CheckpointException if the stream ends early, is damaged or names a global that is
     *     not in the table
     */
    Object read(PickleInput stream) throws CheckpointException {
        source = stream;
        operations = 0;
        memo.clear();
        try {
            return load(stream);
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException e) {
            throw new CheckpointException(
                    file, "is cut short or damaged: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            // The library answers a damaged stream with whatever its lists and casts throw.
            throw new CheckpointException(
                    file,
                    String.format(
                            "is damaged: byte %d of its pickle makes no sense (%s).",
                            stream.position(), describe(e)),
                    e);
        }
    }

    private static String describe(RuntimeException e) {
        boolean ours = e instanceof PickleException || e instanceof IllegalArgumentException;
        return ours && e.getMessage() != null
                ? printable(e.getMessage())
                : e.getClass().getSimpleName();
    }

    @Override
    protected Object dispatch(short operation) throws IOException {
        count(1);
        switch (operation) {
            case Opcodes.GLOBAL -> stack.add(global(readName(), readName()));
            case Opcodes.STACK_GLOBAL -> {
                String name = (String) stack.pop();
                stack.add(global((String) stack.pop(), name));
            }
            case Opcodes.REDUCE, Opcodes.NEWOBJ -> {
                Object[] arguments = (Object[]) stack.pop();
                countContents(arguments);
                stack.add(((PickleGlobal) stack.pop()).call(arguments));
            }
            case Opcodes.BUILD -> {
                Object state = stack.pop();
                if (stack.peek() instanceof ModuleReference module) {
                    module.setState(state);
                }
            }
            case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                Object key = stack.pop();
                put(stack.peek(), key, value);
            }
            case Opcodes.SETITEMS -> {
                List<Object> items = stack.pop_all_since_marker();
                for (int i = 0; i < items.size(); i += 2) {
                    put(stack.peek(), items.get(i), items.get(i + 1));
                }
            }
            case Opcodes.APPENDS -> {
                List<Object> items = stack.pop_all_since_marker();
                if (stack.peek() != PickleGlobal.SKIPPED) {
                    asList(stack.peek()).addAll(items);
                }
            }
            case Opcodes.APPEND -> {
                Object item = stack.pop();
                if (stack.peek() != PickleGlobal.SKIPPED) {
                    asList(stack.peek()).add(item);
                }
            }
            case Opcodes.ADDITEMS -> {
                stack.pop_all_since_marker();
                HashSet.class.cast(stack.peek());
            }
            case Opcodes.FROZENSET -> {
                stack.pop_all_since_marker();
                stack.add(PickleGlobal.SKIPPED);
            }
            case Opcodes.POP_MARK -> stack.pop_all_since_marker();
            case Opcodes.BINUNICODE -> stack.add(readText(readUnsigned(4)));
            case Opcodes.SHORT_BINUNICODE -> stack.add(readText(readUnsigned(1)));
            case Opcodes.BINUNICODE8 -> stack.add(readText(readUnsigned(8)));
            case Opcodes.BINSTRING -> stack.add(readLatin(readUnsigned(4)));
            case Opcodes.SHORT_BINSTRING -> stack.add(readLatin(readUnsigned(1)));
            case Opcodes.BINBYTES -> stack.add(passBytes(readUnsigned(4)));
            case Opcodes.SHORT_BINBYTES -> stack.add(passBytes(readUnsigned(1)));
            case Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> stack.add(passBytes(readUnsigned(8)));
            case Opcodes.LONG1 -> stack.add(readInteger(readUnsigned(1)));
            case Opcodes.LONG4 -> stack.add(readInteger(readUnsigned(4)));
            case Opcodes.PROTO,
                    Opcodes.FRAME,
                    Opcodes.STOP,
                    Opcodes.MARK,
                    Opcodes.POP,
                    Opcodes.DUP,
                    Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.BINFLOAT,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3,
                    Opcodes.TUPLE,
                    Opcodes.EMPTY_LIST,
                    Opcodes.EMPTY_SET,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE,
                    Opcodes.BINPERSID -> {
                return super.dispatch(operation);
            }
            default ->
                    throw new PickleException(
                            String.format("operation 0x%02x is not one of data", operation));
        }
        return NO_RETURN_VALUE;
    }

    private void count(int more) throws CheckpointException {
        operations += more;
        if (operations > maxOperations) {
            throw new CheckpointException(
                    file,
                    "has a pickle of more than "
                            + maxOperations
                            + " operations, far more than a list of tensors needs.");
        }
    }

    /** One tuple or list can be handed to many calls, each of which goes through it. */
    private void countContents(Object[] arguments) throws CheckpointException {
        count(arguments.length);
        for (Object argument : arguments) {
            if (argument instanceof Object[] tuple) {
                count(tuple.length);
            } else if (argument instanceof List<?> list) {
                count(list.size());
            }
        }
    }

    @Override
    protected Object persistentLoad(Object id) {
        return persistentObjects.apply(id);
    }

    private PickleGlobal global(String module, String name) throws CheckpointException {
        PickleGlobal known = globals.get(module + "." + name);
        if (known == null && module.startsWith("dnnlib.tflib")) {
            throw new CheckpointException(
                    file,
                    "holds networks of TensorFlow: convert it first with legacy.py of NVIDIA's"
                            + " stylegan2-ada-pytorch, which writes a pickle of PyTorch networks.");
        }
        if (known == null) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "needs %s of Python, which is not one of the few parts of a checkpoint"
                                    + " that are read as data; save the networks' state_dict()"
                                    + " instead.",
                            printable(module + "." + name)));
        }
        return known;
    }

    private static void put(Object dictionary, Object key, Object value) {
        if (dictionary == PickleGlobal.SKIPPED) {
            return;
        }
        // Other keys name no tensor, and hashing nested containers could take for ever. All are
        // texts here, as a map finds keys of equal hash quickly only if they are of one class.
        if (key instanceof String || key instanceof Number || key instanceof Boolean) {
            if (asMap(dictionary).put(key.toString(), value) != null) {
                throw new PickleException("a dictionary that has the key " + key + " twice");
            }
        } else {
            Map.class.cast(dictionary);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(Object value) {
        return (ArrayList<Object>) value;
    }

    private String readName() throws IOException {
        StringBuilder name = new StringBuilder();
        for (int c = source.read(); c != '\n'; c = source.read()) {
            if (name.length() == MAX_GLOBAL_NAME) {
                throw new PickleException("a name of over " + MAX_GLOBAL_NAME + " characters");
            }
            name.append((char) c);
        }
        return name.toString();
    }

    private long readUnsigned(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) source.read() << 8 * i;
        }
        return value;
    }

    private ByteString passBytes(long length) throws IOException {
        long start = source.position();
        source.pass(length);
        return new ByteString(start, length);
    }

    private byte[] readBytes(long length) throws IOException {
        if (length < 0 || length > source.remaining()) {
            throw new PickleException(
                    String.format(
                            "%s bytes announced, %d are left",
                            Long.toUnsignedString(length), source.remaining()));
        }
        byte[] bytes = new byte[(int) length];
        PickleUtils.readbytes_into(source, bytes, 0, bytes.length);
        return bytes;
    }

    private String readText(long length) throws IOException {
        return new String(readBytes(length), StandardCharsets.UTF_8);
    }

    private String readLatin(long length) throws IOException {
        return new String(readBytes(length), StandardCharsets.ISO_8859_1);
    }

    private Number readInteger(long length) throws IOException {
        if (length > MAX_INTEGER_BYTES) {
            throw new PickleException("an integer of " + length + " bytes");
        }
        return PickleUtils.decode_long(readBytes(length));
    }

    /** A text from the file, fit for a message: short, on one line, without control characters. */
    static String printable(String text) {
        String shown = text.length() > 300 ? text.substring(0, 300) + "..." : text;
        return onOneLine(shown);
    }

    /** A text without control characters and line feeds, of any kind. */
    static String onOneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
