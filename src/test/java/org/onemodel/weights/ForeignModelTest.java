/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;

class ForeignModelTest {

    private static final Path FILE = Path.of("changed.pt");
    private static final Map<Integer, Integer> CHANNELS =
            Map.of(4, 24, 8, 24, 16, 20, 32, 16, 64, 12);

    private static SortedMap<String, HostTensor> tensors(String name) throws IOException {
        try {
            Path file = Path.of(ForeignModelTest.class.getResource("/golden/" + name).toURI());
            return new TreeMap<>(Checkpoint.read(file));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, HostTensor> generator() throws IOException {
        return tensors("stylegan2_generator.pt");
    }

    private static SortedMap<String, HostTensor> autoencoder() throws IOException {
        return tensors("stylegan2_wplusencoder.pt");
    }

    private static ForeignModel model(SortedMap<String, HostTensor> tensors) throws IOException {
        Layout layout = Layout.recognize(FILE, new TreeSet<>(tensors.keySet()));
        SortedMap<String, HostTensor> wanted = new TreeMap<>(tensors);
        wanted.keySet().removeIf(name -> !layout.contains(name));
        return ForeignModel.of(FILE, layout, wanted);
    }

    private static void assertRefused(SortedMap<String, HostTensor> tensors, String problem) {
        assertThatThrownBy(() -> model(tensors))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("Checkpoint changed.pt " + problem);
    }

    private static HostTensor zeros(int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return new HostTensor(Arrays.stream(shape).asLongStream().toArray(), new float[size]);
    }

    @Test
    void sizesAreToldFromTheTensors() throws IOException {
        Architecture architecture = model(autoencoder()).architecture();

        assertThat(architecture)
                .isEqualTo(
                        new Architecture(
                                        2,
                                        64,
                                        32,
                                        4,
                                        new TreeMap<>(CHANNELS),
                                        EncoderKind.RESNET,
                                        List.of(),
                                        0)
                                .withExtras(Set.of(GeneratorExtra.FIXED_NOISE)));
    }

    @Test
    void aStateDictAtTheTopIsRecognised() throws IOException {
        SortedMap<String, HostTensor> bare = new TreeMap<>();
        generator().forEach((name, tensor) -> bare.put(name.replace("g_ema/", ""), tensor));

        Architecture architecture = model(bare).architecture();

        assertThat(architecture).isEqualTo(model(generator()).architecture());
        assertThat(architecture.extras())
                .containsExactly(GeneratorExtra.MEAN_LATENT, GeneratorExtra.FIXED_NOISE);
    }

    @Test
    void otherNetworksOfATrainingAreLeftOut() throws IOException {
        SortedMap<String, HostTensor> training = generator();
        training.put("d/convs.0.0.weight", zeros(8, 3, 1, 1));
        training.put("g/input.input", zeros(1, 24, 4, 4));
        training.put("g_optim/state/0/exp_avg", zeros(24));

        assertThat(model(training).architecture()).isEqualTo(model(generator()).architecture());
    }

    @Test
    void extrasMayBeMissing() throws IOException {
        SortedMap<String, HostTensor> plain = generator();
        plain.keySet().removeIf(name -> name.contains("noises.") || name.equals("latent_avg"));

        assertThat(model(plain).architecture().extras()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encoder.resnet_blocks.3.bn2.running_var",
                "encoder.intermediate_to_noise.3.bias",
                "encoder.to_latent.4.weight",
                "decoder.convs.7.noise.weight",
                "decoder.to_rgbs.3.bias",
                "decoder.noises.noise_8",
            })
    void aMissingTensorIsNamed(String name) throws IOException {
        SortedMap<String, HostTensor> tensors = autoencoder();
        assertThat(tensors.remove("autoencoder/" + name)).isNotNull();

        assertRefused(
                tensors,
                "lacks the tensor autoencoder/" + name + ", which its other tensors call for.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encoder.resnet_blocks.5.conv1.bias",
                "encoder.to_noise.5.weight",
                "encoder.intermediate_to_noise.5.weight",
                "decoder.style.6.weight",
                "extra.weight",
            })
    void aSurplusTensorIsNamed(String name) throws IOException {
        SortedMap<String, HostTensor> tensors = autoencoder();
        tensors.put("autoencoder/" + name, zeros(4));

        assertRefused(
                tensors,
                "has a tensor autoencoder/"
                        + name
                        + " that is not part of such a network, so this is perhaps another variant"
                        + " of it.");
    }

    @Test
    void tensorsThatThePapersCodeNeverUsesMayBeMissing() throws IOException {
        SortedMap<String, HostTensor> tensors = autoencoder();
        int before = tensors.size();
        tensors.keySet()
                .removeIf(
                        name ->
                                name.contains("start_block")
                                        || name.contains("encoder.intermediate_block")
                                        || name.contains("num_batches_tracked")
                                        || name.contains("intermediate_to_noise.4")
                                        || name.endsWith(".kernel"));

        assertThat(tensors.size()).isLessThan(before);
        assertThat(model(tensors).architecture()).isEqualTo(model(autoencoder()).architecture());
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() throws IOException {
        SortedMap<String, HostTensor> tensors = generator();
        tensors.put("g_ema/convs.3.activate.bias", zeros(21));

        assertRefused(
                tensors, "has tensor g_ema/convs.3.activate.bias in shape (21), expected (20).");
    }

    @ParameterizedTest
    @CsvSource({
        "input.input, 24, '[24]'",
        "convs.2.conv.weight, 0, '[0]'",
    })
    void aTensorThatTellsOfASizeMustHaveItsAxes(String name, int length, String shape)
            throws IOException {
        SortedMap<String, HostTensor> tensors = generator();
        tensors.put("g_ema/" + name, zeros(length));

        assertRefused(
                tensors,
                "has tensor g_ema/"
                        + name
                        + " in shape "
                        + shape
                        + ", which such a network does not have.");
    }

    @Test
    void aValueThatIsNoNumberIsFoundOut() throws IOException {
        SortedMap<String, HostTensor> tensors = generator();
        tensors.put(
                "g_ema/conv1.noise.weight", new HostTensor(new long[] {1}, new float[] {0f / 0}));

        assertRefused(
                tensors,
                "has a value in tensor g_ema/conv1.noise.weight that is not a finite number.");
    }

    @Test
    void anotherLowPassFilterIsRefused() throws IOException {
        SortedMap<String, HostTensor> tensors = generator();
        tensors.put("g_ema/convs.0.conv.blur.kernel", zeros(4, 4));

        assertRefused(
                tensors,
                "upsamples with another filter than StyleGAN's (tensor"
                        + " g_ema/convs.0.conv.blur.kernel), which cannot be imported.");
    }

    @Test
    void blocksThatStyleGan1NeverGrewToAreLeftOut() throws IOException {
        SortedMap<String, HostTensor> tensors = tensors("stylegan1_generator.model");
        for (String zero : List.of("noise1.weight_orig", "noise2.weight_orig", "conv2.conv.bias")) {
            tensors.computeIfPresent(
                    "g_running/generator.progression.5." + zero,
                    (name, tensor) -> new HostTensor(tensor.shape(), new float[tensor.size()]));
        }

        assertThat(model(tensors("stylegan1_generator.model")).architecture().size())
                .isEqualTo(128);
        assertThat(model(tensors).architecture().size()).isEqualTo(64);
        assertThat(model(tensors).parameters())
                .containsKey("decoder.generator.to_rgb.4.conv.bias")
                .doesNotContainKey("decoder.generator.to_rgb.5.conv.bias");
    }

    @Test
    void halfAnEncoderIsRecognised() throws IOException {
        SortedMap<String, HostTensor> latent = autoencoder();
        latent.keySet().removeIf(name -> name.contains("to_noise"));
        SortedMap<String, HostTensor> noise = autoencoder();
        noise.keySet().removeIf(name -> name.contains("to_latent"));

        assertThat(model(latent).architecture().heads()).isEqualTo(Heads.LATENT);
        assertThat(model(noise).architecture().heads()).isEqualTo(Heads.NOISE);
        assertThat(model(noise).canBeSummedIntoZ()).isFalse();
    }

    @Test
    void onlyWPlusIsSummedIntoZ() throws IOException {
        assertThat(model(autoencoder()).summedIntoZ().architecture().projection())
                .isEqualTo(Projection.Z_SUM);
        assertThatThrownBy(() -> model(generator()).summedIntoZ())
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "Checkpoint changed.pt has no encoder that predicts one latent vector per"
                                + " layer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g_ema.", "G_ema.", "autoencoder.decoder."})
    void namesWithoutDictionariesAreRecognised(String root) throws IOException {
        SortedMap<String, HostTensor> flat = new TreeMap<>();
        SortedMap<String, HostTensor> given = root.startsWith("auto") ? autoencoder() : generator();
        given.forEach(
                (name, tensor) ->
                        flat.put(
                                name.replace("g_ema/", root)
                                        .replace("autoencoder/", "autoencoder."),
                                tensor));

        assertThat(model(flat).architecture()).isEqualTo(model(given).architecture());
    }

    @ParameterizedTest
    @CsvSource({
        "autoencoder/encoder.a autoencoder/decoder.generator.b, decoder is no StyleGAN 1 or 2",
        "layer1.weight layer2.weight, but tensors such as layer1.weight",
        "'', in fact no tensor",
    })
    void whatElseAFileHoldsIsSaid(String names, String found) {
        TreeSet<String> all = new TreeSet<>(List.of(names.split(" ")));
        all.remove("");

        assertThatThrownBy(() -> Layout.recognize(FILE, all))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("Checkpoint changed.pt holds ")
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_generator.model",
                "stylegan2_generator.pt",
                "stylegan2_ada_generator.pkl",
                "stylegan2_wplusencoder.pt"
            })
    void aGeneratorWhoseColoursDifferIsNotGrey(String file) throws IOException {
        assertThat(model(tensors(file)).isGrey()).isFalse();
    }

    @Test
    void aGeneratorOfOneChannelIsGrey() throws IOException {
        SortedMap<String, HostTensor> tensors = tensors("stylegan2_ada_generator.pkl");
        tensors.replaceAll(
                (name, tensor) ->
                        name.matches(".*torgb\\.(weight|bias)") ? firstOfThree(tensor) : tensor);

        assertThat(model(tensors).isGrey()).isTrue();
    }

    private static HostTensor firstOfThree(HostTensor tensor) {
        long[] shape = tensor.shape();
        shape[0] /= 3;
        return new HostTensor(shape, Arrays.copyOf(tensor.values(), tensor.size() / 3));
    }
}
