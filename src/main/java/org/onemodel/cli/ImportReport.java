/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
        fields.put("size", summary.architecture().size());
        fields.put("parameters", summary.parameters());
        fields.put("bundle", bundle.toString());
        return fields;
    }

    /** For people. */
    String sentence() {
        int size = summary.architecture().size();
        return String.format(
                "%s: %s of %d x %d pixels with %d parameters",
                bundle, summary.kind(), size, size, summary.parameters());
    }
}
