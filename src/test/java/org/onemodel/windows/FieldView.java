/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.Serializable;
import java.util.List;

/**
 * A field of a window.
 *
 * @param label what stands before it, or on a checkbox
 * @param value its text, its choice, or true or false
 * @param choices what there is to choose from, empty for other fields
 */
record FieldView(String label, String value, List<String> choices) implements Serializable {}
