/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.Decoder;
import org.onemodel.encoder.Projection;
import org.onemodel.model.Verification.Difference;
import org.onemodel.weights.ForeignModel;

/** Imported models against what the reference networks computed with the same weights. */
class GoldenVectorsTest {

    private static final double TOLERANCE = 1e-4;
    private static final String[] STYLEGAN1_OUTPUTS = {
        "latent", "noise_00", "noise_01", "noise_02", "noise_03", "noise_04", "y", "y_shift2x3"
    };
    private static final String[] GENERATOR_OUTPUTS = {"w", "y", "y_trunc05", "y_bufnoise"};
    private static final String[] AUTOENCODER_OUTPUTS = {
        "latent",
        "noise_00",
        "noise_01",
        "noise_02",
        "noise_03",
        "noise_04",
        "noise_05",
        "noise_06",
        "noise_07",
        "noise_08",
        "y",
        "y_shift2x3"
    };

    @TempDir Path folder;

    static Path golden(String name) {
        try {
            URI uri = GoldenVectorsTest.class.getResource("/golden/" + name).toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertReproduces(Verification verification, String... outputs) {
        assertThat(verification.differences())
                .extracting(Difference::output)
                .containsExactly(outputs);
        for (Difference difference : verification.differences()) {
            assertThat(difference.largest()).as(difference.output()).isLessThan(TOLERANCE);
        }
        assertThat(verification.isWithin(TOLERANCE)).isTrue();
        assertThat(verification.isWithin(0)).as("computed, not copied").isFalse();
    }

    @Test
    void generatorsOfBothFileFormatsReproduceTheReference() throws IOException {
        for (String file : List.of("stylegan2_generator.pt", "stylegan2_generator_legacy.pt")) {
            Verification verification =
                    Verification.of(golden(file).toString(), golden("stylegan2_generator.npz"));

            assertReproduces(verification, GENERATOR_OUTPUTS);
        }
    }

    @Test
    void styleGan1GeneratorsOfBothFileFormatsReproduceTheReference() throws IOException {
        for (String file :
                List.of("stylegan1_generator.model", "stylegan1_generator_legacy.model")) {
            Verification verification =
                    Verification.of(golden(file).toString(), golden("stylegan1_generator.npz"));

            assertReproduces(verification, "w", "y");
        }
    }

    @Test
    void nvidiasGeneratorReproducesTheReference() throws IOException {
        Verification verification =
                Verification.of(
                        golden("stylegan2_ada_generator.pkl").toString(),
                        golden("stylegan2_ada_generator.npz"));

        assertReproduces(verification, "w", "y_bufnoise", "y_trunc05_bufnoise");
    }

    @Test
    void aStyleGan1GeneratorIsImported() throws IOException {
        Path bundle = folder.resolve("one");

        ImportSummary summary = Importer.importFile(golden("stylegan1_generator.model"), bundle);

        assertThat(summary.kind()).isEqualTo("StyleGAN 1 generator");
        assertThat(summary.architecture().size()).isEqualTo(128);
        assertThat(summary.architecture().channels().values())
                .containsExactly(24, 24, 20, 16, 12, 8);
        assertThat(ModelBundle.open(bundle).description().citation()).contains("CVPR 2019");
        Path vectors = golden("stylegan1_generator.npz");
        assertReproduces(Verification.of(bundle.toString(), vectors), "w", "y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wplusencoder", "wwplusencoder", "wencoder", "twostem"})
    void autoencodersReproduceTheReference(String form) throws IOException {
        assertReproduces(verify("stylegan1_" + form), STYLEGAN1_OUTPUTS);
        assertReproduces(verify("stylegan2_" + form), AUTOENCODER_OUTPUTS);
    }

    private static Verification verify(String name) throws IOException {
        return Verification.of(golden(name + ".pt").toString(), golden(name + ".npz"));
    }

    @Test
    void aModelThatSumsItsLatentVectorsIsImportedAsSuchOnRequest() throws IOException {
        Path bundle = folder.resolve("sum");
        ForeignModel file = ForeignModel.read(golden("stylegan1_wwplusencoder.pt"));

        ImportSummary summary = Importer.write(file.summedIntoZ(), bundle, Provenance.UNKNOWN);

        assertThat(file.architecture().projection()).isEqualTo(Projection.W_PLUS);
        assertThat(summary.kind()).isEqualTo("Z (sum) autoencoder with a StyleGAN 1 decoder");
        Path vectors = golden("stylegan1_wwplusencoder.npz");
        assertReproduces(Verification.of(bundle.toString(), vectors), STYLEGAN1_OUTPUTS);
    }

    @Test
    void anImportedGeneratorKeepsAllThatItsFileHas() throws IOException {
        Path bundle = folder.resolve("faces");

        ImportSummary summary = Importer.importFile(golden("stylegan2_generator.pt"), bundle);

        assertThat(summary.kind()).isEqualTo("StyleGAN 2 generator");
        assertThat(summary.name()).isEqualTo("faces");
        assertThat(summary.architecture().size()).isEqualTo(128);
        assertThat(summary.architecture().latentSize()).isEqualTo(32);
        assertThat(summary.architecture().mappingLayers()).isEqualTo(4);
        assertThat(summary.architecture().channels().values())
                .containsExactly(24, 24, 20, 16, 12, 8);
        ModelBundle opened = ModelBundle.open(bundle);
        assertThat(opened.description().task()).isEqualTo(Task.GENERATE);
        assertThat(opened.description().architecture()).isEqualTo(summary.architecture());
        assertThat(opened.card()).contains("StyleGAN 2 generator", "128×128", "has no encoder");
        Path vectors = golden("stylegan2_generator.npz");
        assertReproduces(Verification.of(bundle.toString(), vectors), GENERATOR_OUTPUTS);
    }

    @Test
    void anImportedAutoencoderComputesTheSame() throws IOException {
        Path bundle = folder.resolve("wplus");

        ImportSummary summary = Importer.importFile(golden("stylegan2_wplusencoder.pt"), bundle);

        assertThat(summary.kind()).isEqualTo("W+ autoencoder with a StyleGAN 2 decoder");
        assertThat(summary.architecture().encoder()).isEqualTo(EncoderKind.RESNET);
        Path vectors = golden("stylegan2_wplusencoder.npz");
        assertReproduces(Verification.of(bundle.toString(), vectors), AUTOENCODER_OUTPUTS);
    }

    @Test
    void truncationIsAboutTheMeanOfTheFile() throws IOException {
        Path bundle = folder.resolve("faces");
        Importer.importFile(golden("stylegan2_generator.pt"), bundle);
        try (Autoencoder model = ModelBundle.open(bundle).load(Device.cpu());
                NDManager manager = model.manager().newSubManager();
                InputStream in = Files.newInputStream(golden("stylegan2_generator.npz"))) {
            NDList reference = NDList.decode(manager, in);
            Decoder decoder = model.decoder();

            NDArray mean = decoder.truncate(model.pass(false), reference.get("w"), 0);
            NDArray same = decoder.truncate(model.pass(false), reference.get("w"), 1);

            assertThat(mean.get(1).toFloatArray())
                    .containsExactly(reference.get("w_mean").toFloatArray());
            assertThat(same.sub(reference.get("w")).abs().max().getFloat()).isLessThan(1e-5f);
        }
    }

    @Test
    void verificationLeavesNothingInTheMemoryOfTheModel() throws IOException {
        Path bundle = folder.resolve("faces");
        Importer.importFile(golden("stylegan2_generator.pt"), bundle);
        try (Autoencoder model = ModelBundle.open(bundle).load(Device.cpu())) {
            model.manager().cap();

            Verification verification = Verification.of(model, golden("stylegan2_generator.npz"));

            assertReproduces(verification, GENERATOR_OUTPUTS);
        }
    }

    @Test
    void oneChangedWeightIsFoundOut() throws IOException {
        Path bundle = folder.resolve("wplus");
        Importer.importFile(golden("stylegan2_wplusencoder.pt"), bundle);
        try (Autoencoder model = ModelBundle.open(bundle).load(Device.cpu())) {
            NDArray bias = model.parameters().get("encoder.to_noise.0.bias").getArray();
            bias.set(new float[] {bias.toFloatArray()[0] + 0.01f});

            Verification verification =
                    Verification.of(model, golden("stylegan2_wplusencoder.npz"));

            assertThat(verification.isWithin(TOLERANCE)).isFalse();
            assertThat(verification.differences().stream().filter(d -> !d.isWithin(TOLERANCE)))
                    .extracting(Difference::output)
                    .containsExactly("noise_08", "y", "y_shift2x3");
        }
    }

    @Test
    void anOutputThatIsNoNumberIsNotWithinAnyTolerance() {
        Verification verification = new Verification(List.of(new Difference("y", Double.NaN)));

        assertThat(verification.isWithin(Double.MAX_VALUE)).isFalse();
    }

    @Test
    void vectorsThatDoNotFitAreRefusedInOneSentence() throws IOException {
        String generator = golden("stylegan2_generator.pt").toString();
        Path none = npz("none.npz", "y");
        Path other = npz("other.npz", "z", "w");
        Path broken = Files.write(folder.resolve("broken.npz"), new byte[] {'P', 'K', 3, 4, 9});

        assertThatThrownBy(() -> Verification.of(generator, none))
                .hasMessageContaining("none.npz hold nothing to compare");
        assertThatThrownBy(() -> Verification.of(generator, other))
                .hasMessageContaining("other.npz do not fit this model: latent code z has shape");
        assertThatThrownBy(() -> Verification.of(generator, broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("broken.npz");
        assertThatThrownBy(() -> Verification.of(generator, folder.resolve("missing.npz")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("missing.npz");
        assertThatThrownBy(() -> Verification.of(generator, golden("stylegan2_wplusencoder.npz")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("generator without an encoder");
    }

    private Path npz(String name, String... arrays) throws IOException {
        Path file = folder.resolve(name);
        try (NDManager manager = NDManager.newBaseManager();
                OutputStream out = Files.newOutputStream(file)) {
            NDList list = new NDList();
            for (String array : arrays) {
                NDArray values = manager.ones(new Shape(2, 7));
                values.setName(array);
                list.add(values);
            }
            list.encode(out, NDList.Encoding.NPZ);
        }
        return file;
    }

    @Test
    void aBundleIsNamedByItsFolder() {
        assertThatThrownBy(
                        () ->
                                Importer.importFile(
                                        golden("stylegan2_generator.pt"),
                                        folder.resolve("no name")))
                .hasMessageContaining("no name cannot be written: A model's name has letters");
        assertThat(folder.resolve("no name")).doesNotExist();
    }

    @Test
    void aCheckpointCutShortLeavesNoBundle() throws IOException {
        byte[] whole = Files.readAllBytes(golden("stylegan2_generator.pt"));
        Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Importer.importFile(cut, folder.resolve("faces")))
                .hasMessageContaining("cut.pt is cut short or damaged");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(cut);
        }
    }
}
