/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;

/**
 * What stands for a Python class or function that a pickle names.
 *
 * <p>It is data: calling it builds one of our own values and never runs anything of Python.
 */
@FunctionalInterface
interface PickleGlobal {

    /** Stands for every object that is read over and left out. */
    Object SKIPPED = new Object();

    /**
     * The value that a call of the class or function stands for.
     *
     * @throws RuntimeException if the arguments are not what the function takes, which means that
     *     the pickle is damaged
     * @throws IOException if what the call stands for cannot be read
     */
    Object call(Object[] arguments) throws IOException;
}
