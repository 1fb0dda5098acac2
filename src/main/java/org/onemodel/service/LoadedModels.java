/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.restore.ModelOwner;
import org.onemodel.restore.OneModelException;

/**
 * The models in memory: each set of weights once per device, until all are closed.
 *
 * <p>Safe for several threads. Closing waits for the computations that run; they can ask {@link
 * #isClosing} to stop early.
 */
final class LoadedModels implements ModelOwner, AutoCloseable {

    private final Map<Key, Autoencoder> loaded = new HashMap<>();
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closing;

    /**
     * Computes with a model, which is loaded at its first use.
     *
     * @param <T> the result
     * @param bundle the model
     * @param device where it computes
     * @param computation the computation, which does not keep the model
     * @return the result
     * @throws IOException if the bundle can't be read or its weights are damaged
     * @throws OneModelException if all models were closed
     */
    <T> T with(ModelBundle bundle, Device device, Function<Autoencoder, T> computation)
            throws IOException {
        use.readLock().lock();
        try {
            return computation.apply(load(bundle, device));
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public <T> T whileOpen(Supplier<T> computation) {
        use.readLock().lock();
        try {
            checkOpen();
            return computation.get();
        } finally {
            use.readLock().unlock();
        }
    }

    private void checkOpen() {
        if (closing) {
            throw new OneModelException("OneModel is closed; start it again to go on.");
        }
    }

    private synchronized Autoencoder load(ModelBundle bundle, Device device) throws IOException {
        checkOpen();
        ModelDescription description = bundle.description();
        Key key = new Key(description.sha256(), description.architecture(), device);
        Autoencoder autoencoder = loaded.get(key);
        if (autoencoder == null) {
            autoencoder = bundle.load(device);
            touch(autoencoder, device);
            loaded.put(key, autoencoder);
        }
        return autoencoder;
    }

    /** DJL notes each parameter at its first use, which is not safe for several threads. */
    private static void touch(Autoencoder autoencoder, Device device) {
        autoencoder
                .parameters()
                .values()
                .forEach(value -> autoencoder.pass(false).store().getValue(value, device, false));
    }

    /** The number of models in memory. */
    synchronized int count() {
        return loaded.size();
    }

    @Override
    public boolean isClosing() {
        return closing;
    }

    /** Waits for running computations and frees all models; later ones are refused. */
    @Override
    public void close() {
        closing = true;
        use.writeLock().lock();
        try {
            synchronized (this) {
                loaded.values().forEach(Autoencoder::close);
                loaded.clear();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** The same weights in the same networks, wherever the bundle lies. */
    private record Key(String sha256, Architecture architecture, Device device) {}
}
