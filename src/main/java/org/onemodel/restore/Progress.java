/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * How far a computation is, and whether it should stop; asked after every batch of tiles, on the
 * thread that computes.
 */
public interface Progress {

    /** Nobody looks and nobody cancels. */
    Progress NONE =
            new Progress() {
                @Override
                public void update(double fractionDone, String message) {
                    // nobody looks
                }

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    /**
     * Called when a part of the work is done.
     *
     * @param fractionDone from 0 to 1
     * @param message what is being done, such as "slice 3 of 10"
     */
    void update(double fractionDone, String message);

    /**
     * Whether the computation should stop.
     *
     * @return true to stop it soon
     */
    boolean isCanceled();

    /**
     * Stops the computation if it should.
     *
     * @throws CancellationException if {@link #isCanceled}
     */
    default void checkCanceled() {
        if (isCanceled()) {
            throw new CancellationException("Canceled; nothing was changed.");
        }
    }

    /**
     * The progress of reading an image before it is worked on, of which no share is known: says
     * which plane is read, and stops the reading once it should.
     *
     * @param planes number of planes
     * @return to be told the index of a plane before some of it is read
     */
    default IntConsumer reading(int planes) {
        return index -> {
            checkCanceled();
            update(0, planes == 1 ? "reading" : "reading slice " + (index + 1) + " of " + planes);
        };
    }

    /**
     * The progress of work whose share is not known, such as what comes before the first tile.
     *
     * @return asked as this one whether to stop, and telling nobody
     */
    default Progress untold() {
        Progress whole = this;
        return new Progress() {
            @Override
            public void update(double fractionDone, String message) {
                // its share is not known
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }

    /**
     * The progress of all work that is left after a share of the whole.
     *
     * @param done the share that is done before, from 0 to 1
     * @return a progress that runs from {@code done} to 1
     */
    default Progress rest(double done) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void update(double fractionDone, String message) {
                whole.update(done + (1 - done) * fractionDone, message);
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }

    /**
     * The progress of one of several parts of equal length.
     *
     * @param index the part, from 0 to {@code count - 1}
     * @param count the number of parts
     * @param message what the part is, shown before its own messages; may be empty
     * @return a progress that runs from {@code index / count} to {@code (index + 1) / count}
     */
    default Progress part(int index, int count, String message) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void update(double fractionDone, String detail) {
                String colon = message.isEmpty() || detail.isEmpty() ? "" : ": ";
                whole.update((index + fractionDone) / count, message + colon + detail);
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }
}
