/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.onemodel.weights.Safetensors;
import org.onemodel.weights.SafetensorsException;

/**
 * The weights of a bundle, a safetensors file of finite float32 values, read and written a tensor
 * at a time.
 */
final class WeightsFile {

    private WeightsFile() {}

    /**
     * Writes tensors in the order of their shapes.
     *
     * @param where the file in words, for messages
     * @param out takes the file; closing it is left to the caller
     * @param values the values of each tensor
     * @return the file's SHA-256
     * @throws ModelException if a value is not finite
     */
    static String write(
            String where, OutputStream out, Map<String, long[]> shapes, Safetensors.Values values)
            throws IOException {
        MessageDigest digest = Sha256.start();
        Safetensors.write(
                new DigestOutputStream(out, digest),
                shapes,
                name -> finite(where, name, values.of(name)));
        return Sha256.hex(digest);
    }

    /**
     * Reads a file that must have exactly these tensors.
     *
     * @param sha256 what the file's checksum must be
     * @param receiver takes each tensor, after the whole file was checked against the checksum
     * @throws ModelException if the file is missing or not as it must be
     */
    static void read(
            BundleFiles files,
            String file,
            String sha256,
            Map<String, long[]> shapes,
            Safetensors.Receiver receiver)
            throws ModelException {
        String where = files.where(file);
        try {
            long size = checkSum(files, file, sha256, Safetensors.largestSize(shapes));
            try (InputStream in = files.open(file)) {
                Safetensors weights = Safetensors.open(in, size);
                checkShapes(where, weights.shapes(), shapes);
                weights.forEach(
                        (name, tensor) -> {
                            finite(where, name, tensor.values());
                            receiver.accept(name, tensor);
                        });
            }
        } catch (ModelException e) {
            throw e;
        } catch (SafetensorsException e) {
            throw new ModelException(where + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw BundleFiles.unreadable(where, e);
        }
    }

    /** Goes through the file once without keeping it, and tells its size. */
    private static long checkSum(BundleFiles files, String file, String expected, long most)
            throws IOException {
        MessageDigest digest = Sha256.start();
        long size = 0;
        try (InputStream in = new DigestInputStream(files.open(file), digest)) {
            byte[] block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                size += count;
                if (size > most) {
                    throw BundleFiles.tooLarge(files.where(file), most);
                }
            }
        }
        String sha256 = Sha256.hex(digest);
        if (!sha256.equals(expected)) {
            throw new ModelException(
                    String.format(
                            Locale.ROOT,
                            "%s is damaged: its checksum (SHA-256) is %.8s…, but %s says %.8s…; get"
                                    + " the model again.",
                            files.where(file),
                            sha256,
                            ModelBundle.DESCRIPTION,
                            expected));
        }
        return size;
    }

    /** The first thing in which tensors differ from what they must be is an error. */
    static void checkShapes(String where, Map<String, long[]> shapes, Map<String, long[]> expected)
            throws ModelException {
        for (var tensor : expected.entrySet()) {
            String name = tensor.getKey();
            long[] shape = shapes.get(name);
            if (shape == null) {
                throw new ModelException(where + " lacks the tensor " + name + ".");
            }
            if (!Arrays.equals(shape, tensor.getValue())) {
                throw new ModelException(
                        where
                                + ", tensor "
                                + name
                                + ": its shape must be "
                                + Arrays.toString(tensor.getValue())
                                + ", not "
                                + Arrays.toString(shape)
                                + ".");
            }
        }
        for (String name : shapes.keySet()) {
            if (!expected.containsKey(name)) {
                throw new ModelException(
                        where + " has a tensor " + name + " that this model does not have.");
            }
        }
    }

    private static float[] finite(String where, String name, float[] values) throws ModelException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelException(
                        where + ", tensor " + name + ": it holds a value that is no number.");
            }
        }
        return values;
    }
}
