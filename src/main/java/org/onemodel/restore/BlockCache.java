/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Keeps the blocks that were used last, up to some number of bytes; fewer where Java runs short of
 * memory.
 *
 * <p>Safe for several threads: who asks for a block that another thread makes waits for it, so that
 * it is made once. If making it failed there, the next that waits tries.
 *
 * @param <V> a block
 */
final class BlockCache<V> {

    private final long capacity;
    private final ToLongFunction<V> size;

    /** From the one whose last use is longest ago; guarded by this, and so are the entries. */
    private final Map<Long, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /**
     * An empty cache.
     *
     * @param capacity bytes that blocks may take; a single one may take more
     * @param size bytes of a block
     */
    BlockCache(long capacity, ToLongFunction<V> size) {
        this.capacity = capacity;
        this.size = size;
    }

    /** A block, if it is there. */
    synchronized Optional<V> ifPresent(long index) {
        return Optional.ofNullable(entries.get(index)).flatMap(Entry::block);
    }

    /**
     * A block, made if it is not there.
     *
     * @param index its place
     * @param maker makes it; what it throws is passed on
     * @return the block
     * @throws OneModelException if the thread is interrupted while it waits for another
     */
    V get(long index, LongFunction<V> maker) {
        Entry<V> entry = enter(index);
        try {
            lock(entry);
            try {
                Optional<V> present = ifPresent(index);
                return present.isPresent() ? present.get() : keep(entry, maker.apply(index));
            } finally {
                entry.making.unlock();
            }
        } finally {
            leave(index, entry);
        }
    }

    private synchronized Entry<V> enter(long index) {
        Entry<V> entry = entries.computeIfAbsent(index, key -> new Entry<>());
        entry.users++;
        return entry;
    }

    private synchronized void leave(long index, Entry<V> entry) {
        entry.users--;
        if (entry.users == 0 && entry.bytes == 0) { // it could not be made
            entries.remove(index);
        }
    }

    private static void lock(Entry<?> entry) {
        try {
            entry.making.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OneModelException(
                    "The thread was interrupted while it waited for a part of the image; read the"
                            + " image again to go on.",
                    e);
        }
    }

    private synchronized V keep(Entry<V> entry, V block) {
        bytes -= entry.bytes; // of a block that Java took
        entry.block = new SoftReference<>(block);
        entry.bytes = size.applyAsLong(block);
        bytes += entry.bytes;
        forgetOldest();
        return block;
    }

    /** Those in use stay, so that nobody begins to make them a second time. */
    private void forgetOldest() {
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (bytes > capacity && oldest.hasNext()) {
            Entry<V> entry = oldest.next();
            if (entry.users == 0) {
                bytes -= entry.bytes;
                oldest.remove();
            }
        }
    }

    private static final class Entry<V> {

        private final ReentrantLock making = new ReentrantLock();
        private SoftReference<V> block = new SoftReference<>(null);
        private long bytes;
        private int users;

        Optional<V> block() {
            return Optional.ofNullable(block.get());
        }
    }
}
