/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import org.onemodel.restore.OneModelException;

/**
 * Inputs as a macro gives them: {@code key=value}, keys being parameter names.
 *
 * @param options such as {@code model=[my model] tile=64}; a value {@code &name} is the macro's
 *     variable of that name
 */
record MacroInputs(String options) {

    /** The value of a key, or a default. */
    String text(String key, String defaultValue) {
        String value = Macro.getValue(options, key, defaultValue);
        Interpreter macro = Interpreter.getInstance();
        if (!value.startsWith("&") || macro == null) {
            return value;
        }
        String variable = macro.getVariableAsString(value.substring(1));
        return variable == null ? value : variable;
    }

    /** The open image whose title or ID a key gives, or the active image. */
    ImagePlus image(String key) {
        String wanted = text(key, "");
        if (wanted.isEmpty()) {
            return active();
        }
        ImagePlus image = WindowManager.getImage(wanted);
        if (image == null && wanted.matches("-\\d{1,9}")) {
            image = WindowManager.getImage(Integer.parseInt(wanted));
        }
        if (image == null) {
            throw new OneModelException(
                    "No image '" + wanted + "' is open; give the title or the ID of an open one.");
        }
        return image;
    }

    private static ImagePlus active() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) {
            throw new OneModelException("No image is open; open one first.");
        }
        return image;
    }
}
