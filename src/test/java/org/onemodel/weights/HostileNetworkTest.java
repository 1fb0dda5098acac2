/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are whole, but whose tensors make no network, or one that no machine could hold. */
class HostileNetworkTest {

    @TempDir Path folder;
    private Attack attack;
    private Map<String, HostTensor> generator;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
        generator = SmallCheckpoints.generator();
    }

    private void assertRefused(String words) throws IOException {
        attack.assertRefused(attack.file(SmallCheckpoints.zip(generator)), words);
        attack.assertRefused(attack.file(SmallCheckpoints.legacy(generator)), words);
        attack.assertRefused(attack.file(SmallCheckpoints.plainPickle(generator)), words);
    }

    private static HostTensor tensor(float value, long... shape) {
        float[] values = new float[(int) HostTensor.size(shape)];
        Arrays.fill(values, value);
        return new HostTensor(shape, values);
    }

    @Test
    void theGeneratorThatIsDamagedHereIsWhole() throws IOException {
        attack.assertImported(attack.file(SmallCheckpoints.zip(generator)));
        attack.assertImported(attack.file(SmallCheckpoints.legacy(generator)));
        attack.assertImported(attack.file(SmallCheckpoints.plainPickle(generator)));
        attack.assertImported(attack.file(SmallCheckpoints.safetensors(generator)));
    }

    @Test
    void everyTensorIsNeeded() throws IOException {
        for (String name : List.copyOf(generator.keySet())) {
            HostTensor tensor = generator.remove(name);
            assertRefused(name.equals("convs.0.conv.weight") ? "size is a power of two" : "_ema");
            generator.put(name, tensor);
        }
    }

    @Test
    void everyTensorHasOneShape() throws IOException {
        for (String name : List.copyOf(generator.keySet())) {
            HostTensor tensor = generator.get(name);
            for (long[] shape : List.of(new long[] {0}, new long[0], new long[] {1, 2, 3})) {
                if (!Arrays.equals(shape, tensor.shape())) {
                    generator.put(name, tensor(1, shape));
                    assertRefused(" in shape ");
                }
            }
            generator.put(name, tensor);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extra.weight",
                "convs.1.conv.weight2",
                "convs.99999999999999999999.conv.weight",
                "noises.noise_99999999999999999999",
                "noises.noise_0",
                "style.3.weight",
                "style.99999999999999999999.weight",
                "encoder.intermediate_to_noise.99999999999999999999.weight",
                "",
                ".",
                "\u001b[31m",
                "\u2028",
            })
    void whatDoesNotBelongToTheNetworkIsRefused(String name) throws IOException {
        generator.put(name, tensor(1, 4));
        assertRefused(" tensor");
    }

    @Test
    void numbersInAnAutoencodersNamesMayBeHuge() throws IOException {
        Map<String, HostTensor> autoencoder = new LinkedHashMap<>();
        Path golden = Path.of("src/test/resources/golden/stylegan2_wplusencoder.pt");
        autoencoder.putAll(Checkpoint.read(golden));
        autoencoder.put(
                "autoencoder/encoder.intermediate_to_noise.99999999999999999999.weight",
                tensor(1, 4));
        Map<String, HostTensor> flat = new LinkedHashMap<>();
        autoencoder.forEach((name, t) -> flat.put(name.replace("autoencoder/", ""), t));

        attack.assertRefused(
                CheckpointFiles.write(attack.file("hostile.pt"), flat),
                "encoder.intermediate_to_noise.99999999999999999999.weight");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void weightsAreFiniteNumbers(float value) throws IOException {
        for (String name : List.copyOf(generator.keySet())) {
            HostTensor tensor = generator.get(name);
            float[] values = tensor.values().clone();
            values[values.length - 1] = value;
            generator.put(name, new HostTensor(tensor.shape(), values));
            assertRefused("that is not a finite number");
            generator.put(name, tensor);
        }
    }

    @Test
    void aGeneratorTooLargeForAnyMachineIsNoticedBeforeItIsBuilt() throws IOException {
        // 16384 channels at 11 doublings, told by axes that cost nothing.
        generator.put("input.input", tensor(1, 1, 16384, 1, 1));
        for (int k = 0; k < 22; k++) {
            generator.put("convs." + k + ".conv.weight", tensor(1, 1, 16384, 1, 0, 0));
        }
        generator.put("conv1.conv.modulation.weight", tensor(1, 0, 16384));
        Path file = CheckpointFiles.write(attack.file("hostile.pt"), generator);

        attack.assertRefused(file, " has tensor ");
    }

    @Test
    void aMappingNetworkOfThousandsOfLayersIsNoticedBeforeItIsBuilt() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}(");
        pickle.text("input.input")
                .tensor("FloatStorage", "0", 16, 0, l(1, 1, 4, 4), l(16, 16, 4, 1));
        pickle.text("conv1.conv.modulation.weight");
        pickle.tensor("FloatStorage", "0", 16, 0, l(1, 1), l(1, 1)).op('q', 0);
        for (int layer = 1; layer < 60_000; layer++) {
            pickle.text("style." + layer + ".weight").op('h', 0);
            pickle.text("style." + layer + ".bias").op('h', 0);
        }
        byte[] bytes =
                new ZipBytes()
                        .part("a/data.pkl", pickle.ops("u").stop())
                        .part("a/data/0", new byte[64])
                        .bytes();

        attack.assertRefused(attack.file(bytes), "size is a power of two from 8, not 4");
    }

    private static long[] l(long... values) {
        return values;
    }
}
