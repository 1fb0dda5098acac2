/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HolesTest {

    @Test
    void aPlaneWithoutHolesIsNotReadForThem() {
        RowSource plane = plane(5, 4, new float[20]);
        AtomicInteger rowsRead = new AtomicInteger();
        RowSource counted =
                new RowSource() {
                    @Override
                    public int width() {
                        return plane.width();
                    }

                    @Override
                    public int height() {
                        return plane.height();
                    }

                    @Override
                    public int channels() {
                        return 1;
                    }

                    @Override
                    public void read(int y, int rows, float[][] target) {
                        rowsRead.addAndGet(rows);
                        plane.read(y, rows, target);
                    }
                };
        RowSource filled = Holes.filled(counted);
        assertThat(rowsRead).hasValue(0);
        filled.read(1, 2, new float[1][10]);
        assertThat(rowsRead).hasValue(2);
    }

    @Test
    void finiteValuesStayAndHolesContinueTheirSurroundings() {
        float[] ramp = ramp(90, 70);
        float[] broken = ramp.clone();
        for (int y = 20; y < 50; y++) {
            Arrays.fill(broken, y * 90 + 30, y * 90 + 65, Float.NaN);
        }
        broken[0] = Float.POSITIVE_INFINITY;
        float[] filled = read(Holes.filled(plane(90, 70, broken)));
        for (int i = 0; i < ramp.length; i++) {
            if (Float.isFinite(broken[i])) {
                assertThat(filled[i]).isEqualTo(broken[i]);
            } else {
                // The ramp rises by 160 over the plane, by 65 over the hole.
                assertThat(filled[i]).as("pixel %d", i).isCloseTo(ramp[i], within(12f));
            }
        }
    }

    @Test
    void aSingleHoleGetsTheMeanOfItsNeighboursWhateverTheScale() {
        for (float scale : new float[] {1e-40f, 1, 1e34f}) {
            float[] values = new float[49];
            Arrays.fill(values, 1000 * scale);
            values[24] = Float.NaN;
            float[] filled = read(Holes.filled(plane(7, 7, values)));
            assertThat(filled[24] / scale).isCloseTo(1000, within(0.1f));
        }
    }

    @Test
    void aHoleOnASlopeIsFilledFromAllSides() {
        float[] down = new float[49];
        float[] across = new float[49];
        for (int i = 0; i < 49; i++) {
            down[i] = i / 7;
            across[i] = i % 7;
        }
        for (float[] values : new float[][] {down, across}) {
            values[24] = Float.NaN;
            assertThat(read(Holes.filled(plane(7, 7, values)))[24]).isCloseTo(3, within(1e-5f));
        }
    }

    @Test
    void theSameRowsAreReadHoweverTheyAreCut() {
        Random random = new Random(5);
        float[] values = new float[41 * 37];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? Float.NaN : random.nextFloat();
        }
        RowSource filled = Holes.filled(plane(41, 37, values));
        float[] whole = read(filled);
        for (int rows : new int[] {1, 2, 5, 36}) {
            float[][] band = new float[1][rows * 41];
            for (int y = 0; y + rows <= 37; y++) {
                filled.read(y, rows, band);
                assertThat(band[0])
                        .as("%d rows from %d", rows, y)
                        .containsExactly(Arrays.copyOfRange(whole, y * 41, (y + rows) * 41));
            }
        }
    }

    @Test
    void aPartOfAPlaneIsFilledAsTheWholeIs() {
        Random random = new Random(6);
        float[] values = new float[61 * 57];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
        }
        for (int y = 20; y < 45; y++) {
            Arrays.fill(values, y * 61 + 15, y * 61 + 40, Float.POSITIVE_INFINITY);
        }
        RowSource plane = plane(61, 57, values);
        HoleFilling filling = new HoleFilling(plane);
        float[] whole = read(filling.filled());
        for (int[] part : new int[][] {{0, 0, 20, 30}, {17, 22, 30, 35}, {41, 0, 20, 57}}) {
            int x = Math.max(0, part[0] - HoleFilling.RADIUS);
            int y = Math.max(0, part[1] - HoleFilling.RADIUS);
            int right = Math.min(61, part[0] + part[2] + HoleFilling.RADIUS);
            int bottom = Math.min(57, part[1] + part[3] + HoleFilling.RADIUS);
            PlanePart held = PlanePart.of(plane, x, y, right - x, bottom - y);
            float[][] filled = new float[1][part[2] * part[3]];
            filling.filled(held).read(part[0], part[1], part[2], part[3], filled);
            for (int i = 0; i < filled[0].length; i++) {
                int at = (part[1] + i / part[2]) * 61 + part[0] + i % part[2];
                assertThat(filled[0][i]).as("pixel %d", at).isEqualTo(whole[at]);
            }
        }
    }

    @Test
    void whatIsNotInMemoryIsNotRead() {
        PlanePart part = PlanePart.of(plane(9, 9, new float[81]), 2, 3, 4, 5);
        float[][] target = new float[1][81];
        part.read(2, 3, 4, 5, target);
        assertThatThrownBy(() -> part.read(3, 2, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "9 x 2 pixels from (0, 3) were asked for, and 4 x 5 from (2, 3) are in"
                                + " memory.");
    }

    @Test
    void aPlaneWithoutAnyNumberIsFilledWithZeros() {
        float[] values = new float[40 * 30];
        Arrays.fill(values, Float.NaN);
        assertThat(read(Holes.filled(plane(40, 30, values)))).containsOnly(0);
    }

    @Test
    void colourChannelsHaveHolesOfTheirOwn() {
        Plane plane = new Plane(3, 1, new float[][] {{1, Float.NaN, 1}, {2, 2, 2}});
        float[][] filled = Plane.of(Holes.filled(plane.rows())).channels();
        assertThat(filled[0]).containsExactly(1, 1, 1);
        assertThat(filled[1]).containsExactly(2, 2, 2);
    }

    @Test
    void holesArePutBackBitForBit() {
        float payload = Float.intBitsToFloat(0x7fc12345);
        float[] input = {1, payload, Float.NEGATIVE_INFINITY, 4};
        float[] output = new float[4];
        RowSink sink = (y, rows, values) -> System.arraycopy(values[0], 0, output, y * 2, 2);
        RowSink kept = Holes.kept(plane(2, 2, input), sink, "The plane");
        kept.write(0, 1, new float[][] {{10, 20}});
        kept.write(1, 1, new float[][] {{30, 40}});
        assertThat(output[0]).isEqualTo(10);
        assertThat(Float.floatToRawIntBits(output[1])).isEqualTo(0x7fc12345);
        assertThat(output[2]).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(output[3]).isEqualTo(40);
    }

    @Test
    void aNetworkThatAnswersNanToANumberIsReported() {
        RowSink kept = Holes.kept(plane(2, 2, new float[4]), (y, rows, values) -> {}, "The plane");
        assertThatThrownBy(() -> kept.write(1, 1, new float[][] {{1, Float.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The plane has a NaN or infinite pixel at x=1, y=1; check the model, or try"
                                + " it on the CPU.");
    }

    private static float[] ramp(int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % width + i / width;
        }
        return values;
    }

    private static RowSource plane(int width, int height, float[] values) {
        return new Plane(width, height, new float[][] {values}).rows();
    }

    private static float[] read(RowSource rows) {
        return Plane.of(rows).channels()[0];
    }
}
