/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.onemodel.model.DeviceNames;
import org.onemodel.train.data.TrainingData;
import org.onemodel.train.record.Snapshot;
import org.onemodel.train.settings.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits an encoder to images while the generator stays as it is.
 *
 * <p>Snapshots, a history, pictures and a bundle are written as training goes on; a stopped or
 * killed run goes on from its last snapshot, to the same end as one that was never stopped.
 */
public final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final TrainingConfig config;
    private final TrainingListener listener;

    /**
     * A run with these settings.
     *
     * @param config the settings
     * @param listener follows the run and may end it
     */
    public Training(TrainingConfig config, TrainingListener listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * Trains to the end.
     *
     * @param resume whether to go on from the snapshot in the work folder, if there is one; without
     *     it, an earlier run is never overwritten
     * @throws IOException if a model or device is missing, or snapshot, history or bundle cannot be
     *     written
     * @throws TrainingException if the data cannot be used or the loss is no longer a number
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public void run(boolean resume) throws IOException {
        Files.createDirectories(config.work());
        Snapshot snapshot = new Snapshot(config.work().resolve("snapshot.safetensors"));
        if (!resume) {
            snapshot.requireNone();
        }
        List<Device> devices = devices();
        TrainingData data = TrainingData.open(config.data(), config.noise(), config.run().seed());
        List<Replica> replicas = new ArrayList<>();
        try {
            String decoder = "";
            for (Device device : devices) {
                StartingNetworks networks = StartingNetworks.of(config, device);
                replicas.add(new Replica(config, networks.autoencoder()));
                decoder = networks.decoder();
            }
            try (TrainingStep step = new TrainingStep(config, replicas)) {
                TrainedBundle bundle = new TrainedBundle(config, decoder);
                new TrainingLoop(config, data, step, bundle, snapshot, listener).run();
            }
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private List<Device> devices() throws IOException {
        List<Device> devices = new ArrayList<>();
        for (String name : config.run().devices()) {
            devices.add(DeviceNames.device(name));
        }
        LOG.info("Training {} on {}", config.name(), names(devices));
        return devices;
    }

    private static String names(List<Device> devices) {
        return devices.stream().map(DeviceNames::name).collect(Collectors.joining(", "));
    }
}
