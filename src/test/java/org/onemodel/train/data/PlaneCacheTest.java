/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneCacheTest {

    private final List<Integer> decoded = new ArrayList<>();

    private final PlaneCache cache =
            new PlaneCache(
                    250,
                    id -> {
                        decoded.add(id.index());
                        return plane(id.index() == 9 ? 300 : 100);
                    });

    private static StoredPlane plane(int bytes) {
        return new StoredPlane(bytes, 1, new Pixels.Bytes(new byte[bytes]));
    }

    private static PlaneSource.Id id(int index) {
        return new PlaneSource.Id(Path.of("stack.tif"), index);
    }

    @Test
    void planesInMemoryAreNotDecodedAgain() {
        StoredPlane first = cache.get(id(0));
        assertThat(cache.get(id(0))).isSameAs(first);
        assertThat(decoded).containsExactly(0);
    }

    @Test
    void thePlaneThatWasNotUsedForTheLongestTimeMakesRoom() {
        for (int i : new int[] {0, 1, 0, 2, 0, 1}) {
            cache.get(id(i));
            assertThat(cache.bytes()).isLessThanOrEqualTo(250);
        }
        assertThat(decoded).containsExactly(0, 1, 2, 1);
    }

    @Test
    void aPlaneThatIsTooLargeIsNotKeptAndRemovesNoOther() {
        cache.get(id(0));
        cache.get(id(9));
        cache.get(id(9));
        cache.get(id(0));
        assertThat(decoded).containsExactly(0, 9, 9);
        assertThat(cache.bytes()).isEqualTo(100);
    }

    @Test
    void offeredPlanesAreKeptWhereThereIsRoomOnly() {
        for (int i = 0; i < 3; i++) {
            cache.offer(id(i), plane(100));
        }
        cache.get(id(0));
        cache.get(id(1));
        cache.get(id(2));
        assertThat(decoded).containsExactly(2);
    }
}
