/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.model.ImportSummary;

/**
 * What is told of an import.
 *
 * @param bundle the bundle that was written
 * @param summary what it holds
 */
record ImportReport(Path bundle, ImportSummary summary) {

    /** For JSON. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", summary.name());
        fields.put("kind", summary.kind());
        Architecture architecture = summary.architecture();
        fields.put("size", architecture.size());
        fields.put("latentSize", architecture.latentSize());
        fields.put("mappingLayers", architecture.mappingLayers());
        fields.put("channels", architecture.channels());
        fields.put("parameters", summary.parameters());
        fields.put("bundle", bundle.toString());
        return fields;
    }

    /** For people. */
    String sentence() {
        Architecture architecture = summary.architecture();
        int size = architecture.size();
        return String.format(
                "%s: %s of %d x %d pixels, channels %s, latent size %d, %d mapping layers, %d"
                        + " parameters",
                bundle,
                summary.kind(),
                size,
                size,
                architecture.channels().values(),
                architecture.latentSize(),
                architecture.mappingLayers(),
                summary.parameters());
    }
}
