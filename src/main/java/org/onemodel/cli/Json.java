/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** Results as JSON, for {@code --json}. */
final class Json {

    private static final Gson GSON =
            new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .registerTypeAdapter(
                            Double.class,
                            (JsonSerializer<Double>)
                                    (value, type, context) ->
                                            // JSON has no infinity, the PSNR of equal images
                                            Double.isFinite(value)
                                                    ? new JsonPrimitive(value)
                                                    : JsonNull.INSTANCE)
                    .create();

    private Json() {}

    static String of(Object value) {
        return GSON.toJson(value);
    }
}
