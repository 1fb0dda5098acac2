/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.Map;

/** A command some of whose parameters matter only with certain values of others. */
public interface DependentParameters {

    /**
     * Whether a parameter can change what the command does.
     *
     * @param parameter its name
     * @param values what has been chosen for all parameters, by name
     * @return false if a dialog should let it alone
     */
    boolean matters(String parameter, Map<String, ?> values);
}
