/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.weights.Checkpoint;
import org.onemodel.weights.ForeignModel;
import org.onemodel.weights.HostTensor;

class ExporterTest {

    @TempDir Path folder;

    private Path export(ModelBundle bundle) throws IOException {
        Path file = folder.resolve("weights.safetensors");
        try (OutputStream out = Files.newOutputStream(file)) {
            Exporter.export(bundle, out);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_generator.model",
                "stylegan2_generator.pt",
                "stylegan1_twostem.pt",
                "stylegan2_wencoder.pt"
            })
    void theTensorsAreThoseOfTheFileThatWasImported(String name) throws IOException {
        Path file = GoldenVectorsTest.golden(name);
        Importer.importFile(file, folder.resolve("model"));

        Map<String, HostTensor> exported =
                Checkpoint.read(export(ModelBundle.open(folder.resolve("model"))));

        Map<String, HostTensor> original = new TreeMap<>();
        Checkpoint.read(file)
                .forEach((key, tensor) -> original.put(key.replaceFirst("^\\w+/", ""), tensor));
        assertThat(original).containsAllEntriesOf(exported);
        assertThat(exported.keySet())
                .contains(
                        name.contains("generator")
                                ? name.contains("1") ? "style.1.linear.bias" : "style.1.bias"
                                : "decoder."
                                        + (name.contains("1")
                                                ? "style.1.linear.bias"
                                                : "style.1.bias"));
    }

    @Test
    void anNvidiaGeneratorGetsTheNamesOfThePort() throws IOException {
        Path bundle = folder.resolve("ada");
        Importer.importFile(GoldenVectorsTest.golden("stylegan2_ada_generator.pkl"), bundle);

        Path file = export(ModelBundle.open(bundle));

        assertThat(Checkpoint.names(file))
                .contains("convs.0.conv.modulation.weight", "latent_avg", "noises.noise_8");
        assertThat(
                        Verification.of(
                                        file.toString(),
                                        GoldenVectorsTest.golden("stylegan2_ada_generator.npz"))
                                .isWithin(1e-4))
                .isTrue();
    }

    static Stream<Architecture> forms() {
        List<Architecture> forms = new ArrayList<>();
        TreeMap<Integer, Integer> channels = new TreeMap<>(Map.of(4, 6, 8, 5, 16, 4));
        for (int styleGan = 1; styleGan <= 2; styleGan++) {
            for (EncoderKind kind : List.of(EncoderKind.RESNET, EncoderKind.EXPANDING)) {
                boolean expanding = kind == EncoderKind.EXPANDING;
                Architecture base =
                        new Architecture(
                                styleGan,
                                16,
                                8,
                                2,
                                channels,
                                kind,
                                expanding ? List.of(5, 7) : List.of(),
                                expanding ? 2 : 0);
                for (Projection projection : List.of(Projection.W_PLUS, Projection.Z)) {
                    forms.add(base.withProjection(projection));
                    forms.add(base.withProjection(projection).withHeads(Heads.LATENT));
                    forms.add(base.withProjection(projection).withNetworks(EncoderNetworks.TWO));
                }
                forms.add(base.withHeads(Heads.NOISE));
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsExportedIsImportedAsItWas(Architecture architecture) throws IOException {
        Path bundle = folder.resolve("drawn");
        Map<String, float[]> values = new TreeMap<>();
        try (Autoencoder drawn = architecture.build(TensorEngine.newManager(Device.cpu()))) {
            ((NetworkBlock) drawn.encoder()).draw(drawn.manager(), 1);
            ((NetworkBlock) drawn.decoder()).draw(drawn.manager(), 2);
            drawn.parameters().forEach((name, p) -> values.put(name, p.getArray().toFloatArray()));
            ModelBundle.write(bundle, description(architecture), drawn, "# Drawn\n");
        }

        ForeignModel again = ForeignModel.read(export(ModelBundle.open(bundle)));

        assertThat(again.architecture()).isEqualTo(architecture);
        assertThat(again.parameters().keySet())
                .containsExactlyInAnyOrderElementsOf(values.keySet());
        again.parameters()
                .forEach(
                        (name, tensor) ->
                                assertThat(tensor.values()).as(name).isEqualTo(values.get(name)));
    }

    private static ModelDescription description(Architecture architecture) {
        return new ModelDescription(
                "drawn",
                "1.0",
                Task.RECONSTRUCT,
                architecture,
                16,
                List.of(),
                "colour",
                "A generator whose weights were drawn at random.",
                "BSD-2-Clause",
                "none",
                new TreeMap<>(),
                "");
    }
}
