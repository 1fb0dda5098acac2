/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.util.List;
import java.util.Map;

/**
 * What an installation did, or would do.
 *
 * @param host where
 * @param version version of OneModel
 * @param put files that were put, by their folders
 * @param bytes of the files that were put
 * @param unchanged how many files were there already from an earlier installation
 * @param removed files of an earlier version that were removed
 * @param setAside files that were in the way, and where they wait for undo
 * @param restored files that an earlier version had replaced and that are back
 * @param keptChanges files that you changed since an earlier installation, which stay as they are
 * @param findings what bears on OneModel in this host
 */
public record InstallReport(
        Host host,
        String version,
        Map<String, List<String>> put,
        long bytes,
        int unchanged,
        List<String> removed,
        Map<String, String> setAside,
        List<String> restored,
        List<String> keptChanges,
        List<Finding> findings) {}
