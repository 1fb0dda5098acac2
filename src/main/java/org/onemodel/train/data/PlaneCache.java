/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Decoded planes in a bounded amount of memory; those that were not used for the longest time make
 * room for others. Thread-safe; planes are decoded outside the lock, so two threads may decode the
 * same one.
 */
final class PlaneCache {

    private final long capacity;
    private final Function<PlaneSource.Id, StoredPlane> decoder;
    private final Map<PlaneSource.Id, StoredPlane> planes = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * An empty cache.
     *
     * @param capacity memory in bytes
     * @param decoder reads a plane that is not in memory
     */
    PlaneCache(long capacity, Function<PlaneSource.Id, StoredPlane> decoder) {
        this.capacity = capacity;
        this.decoder = decoder;
    }

    /** A plane from memory, or decoded. */
    StoredPlane get(PlaneSource.Id id) {
        synchronized (this) {
            StoredPlane plane = planes.get(id);
            if (plane != null) {
                return plane;
            }
        }
        StoredPlane decoded = decoder.apply(id);
        put(id, decoded);
        return decoded;
    }

    /**
     * Keeps a plane that was decoded for another purpose, if there is room without removing any.
     */
    synchronized void offer(PlaneSource.Id id, StoredPlane plane) {
        if (bytes + plane.pixels().bytes() <= capacity) {
            put(id, plane);
        }
    }

    private synchronized void put(PlaneSource.Id id, StoredPlane plane) {
        long size = plane.pixels().bytes();
        if (size > capacity) {
            return;
        }
        StoredPlane before = planes.put(id, plane);
        bytes += size - (before == null ? 0 : before.pixels().bytes());
        Iterator<StoredPlane> oldest = planes.values().iterator();
        while (bytes > capacity) {
            bytes -= oldest.next().pixels().bytes();
            oldest.remove();
        }
    }

    /** Memory in use, in bytes. */
    synchronized long bytes() {
        return bytes;
    }
}
