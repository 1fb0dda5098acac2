/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The order in which a command asks for its parameters and a recorder writes them down; without it,
 * SciJava puts those of a superclass first.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ParameterOrder {

    /**
     * Names of parameters, the first first; those that are not named come before all of them, and
     * names of parameters that the command lacks are passed over.
     */
    String[] value();
}
