/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.weights.ForeignModel;

/** Models to project with. */
final class ProjectionModels {

    private ProjectionModels() {}

    /** Random weights, for images of 32×32 pixels, which LPIPS can compare. */
    static Autoencoder of32Pixels() {
        Architecture architecture =
                new Architecture(
                        2,
                        32,
                        8,
                        0,
                        new TreeMap<>(Map.of(4, 8, 8, 8, 16, 4, 32, 4)),
                        EncoderKind.EXPANDING,
                        List.of(8, 8, 8),
                        1);
        NDManager manager = NDManager.newBaseManager();
        Autoencoder autoencoder = architecture.build(manager);
        ((NetworkBlock) autoencoder.encoder()).draw(manager, 1);
        ((NetworkBlock) autoencoder.decoder()).draw(manager, 2);
        return autoencoder;
    }

    /** A checkpoint of the reference networks. */
    static Autoencoder golden(String file) throws IOException, URISyntaxException {
        Path path = Path.of(ProjectionModels.class.getResource("/golden/" + file).toURI());
        return ForeignModel.read(path).build(TensorEngine.newManager(Device.cpu()));
    }
}
