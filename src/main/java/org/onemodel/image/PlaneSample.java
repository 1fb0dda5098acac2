/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * As much of an image as tells its range of grey values and its noise in short time: at most
 * {@value #MOST_PLANES} of its planes, evenly spread, and at most {@value #MOST_PIXELS} pixels, of
 * larger planes in bands of {@value #BAND} rows. Smaller images are their own sample.
 */
public final class PlaneSample implements Planes {

    private static final int MOST_PLANES = 16;
    private static final int MOST_PIXELS = 1 << 23;
    private static final int BAND = 64;

    private final Planes planes;
    private final int count;
    private final int height;

    private PlaneSample(Planes planes) {
        this.planes = planes;
        this.count = Math.min(planes.count(), MOST_PLANES);
        long rows = (long) MOST_PIXELS / count / planes.width();
        int bands = (int) Math.min(planes.height() / BAND, Math.max(1, rows / BAND));
        this.height = rows < planes.height() && bands > 0 ? bands * BAND : planes.height();
    }

    /**
     * Takes a sample.
     *
     * @param planes planes that share a range and noise
     * @return the sample, a view of them
     */
    public static Planes of(Planes planes) {
        return new PlaneSample(planes);
    }

    @Override
    public int width() {
        return planes.width();
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RowSource rows(int index) {
        RowSource plane = planes.rows((int) ((index + 0.5) * planes.count() / count));
        return height == planes.height() ? plane : new Bands(plane, height);
    }

    @Override
    public String nameOf(int index) {
        return planes.nameOf((int) ((index + 0.5) * planes.count() / count));
    }

    /** Bands of rows, from the first to the last of the plane. */
    private record Bands(RowSource plane, int height) implements RowSource {

        @Override
        public int width() {
            return plane.width();
        }

        @Override
        public int channels() {
            return plane.channels();
        }

        @Override
        public void read(int y, int rows, float[][] target) {
            float[][] band = new float[channels()][BAND * width()];
            int done = 0;
            while (done < rows) {
                int from = (y + done) % BAND;
                int count = Math.min(rows - done, BAND - from);
                plane.read(top((y + done) / BAND) + from, count, band);
                for (int c = 0; c < band.length; c++) {
                    System.arraycopy(band[c], 0, target[c], done * width(), count * width());
                }
                done += count;
            }
        }

        private int top(int band) {
            int bands = height / BAND;
            long room = plane.height() - BAND;
            return bands == 1 ? (int) (room / 2) : (int) (band * room / (bands - 1));
        }
    }
}
