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
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.weights.HostTensor;

class ModelBundleTest {

    @TempDir Path temporary;
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = temporary.resolve("tiny");
        write(1, "# Tiny\n");
    }

    private void write(long seed, String card) throws IOException {
        try (Autoencoder autoencoder = TinyModel.autoencoder(seed)) {
            ModelBundle.write(folder, TinyModel.description(), autoencoder, card);
        }
    }

    @Test
    void loadingGivesTheParametersThatWereWrittenBitForBit() throws IOException {
        try (Autoencoder before = TinyModel.autoencoder(1);
                Autoencoder after = ModelBundle.open(folder).load(Device.cpu())) {
            Map<String, Parameter> loaded = after.parameters();
            assertThat(loaded.keySet()).containsExactlyElementsOf(before.parameters().keySet());
            assertThat(loaded.keySet()).anyMatch(name -> name.startsWith("encoder."));
            assertThat(loaded.keySet()).anyMatch(name -> name.startsWith("decoder."));
            before.parameters()
                    .forEach(
                            (name, parameter) ->
                                    assertThat(loaded.get(name).getArray().toFloatArray())
                                            .as(name)
                                            .isEqualTo(parameter.getArray().toFloatArray()));
        }
    }

    @Test
    void aLoadedModelDecodesAsTheOneThatWasWritten() throws IOException {
        try (Autoencoder before = TinyModel.autoencoder(1);
                Autoencoder after = ModelBundle.open(folder).load(Device.cpu())) {
            float[] expected = restore(before);
            assertThat(restore(after)).isEqualTo(expected);
            assertThat(expected[0]).isNotEqualTo(expected[1]);
        }
    }

    private static float[] restore(Autoencoder autoencoder) {
        Random random = new Random(7);
        float[] pixels = new float[3 * 16 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2 * random.nextFloat() - 1;
        }
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray image = scratch.create(pixels, new Shape(1, 3, 16, 16));
            return autoencoder.decode(autoencoder.encode(image)).toFloatArray();
        }
    }

    @Test
    void descriptionAndCardComeBack() throws IOException {
        ModelBundle bundle = ModelBundle.open(folder);
        assertThat(bundle.card()).isEqualTo("# Tiny\n");
        assertThat(bundle.description().sha256()).matches("[0-9a-f]{64}");
        assertThat(bundle.description().withSha256("")).isEqualTo(TinyModel.description());
        assertThat(bundle.where()).isEqualTo(folder.toString());
        bundle.check();
    }

    @Test
    void otherReadersOfTheFormatFindTheSameTensors() throws IOException {
        try (Autoencoder before = TinyModel.autoencoder(1);
                NDManager scratch = TensorEngine.newManager(Device.cpu());
                InputStream in = Files.newInputStream(weights())) {
            NDList tensors = NDList.decode(scratch, in);
            assertThat(tensors).hasSameSizeAs(before.parameters().keySet());
            before.parameters()
                    .forEach(
                            (name, parameter) ->
                                    assertThat(tensors.get(name))
                                            .as(name)
                                            .isEqualTo(parameter.getArray()));
        }
    }

    @Test
    void aSingleChangedByteOfTheWeightsIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(weights());
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights(), bytes);
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching(
                        ".*weights.safetensors is damaged: its checksum \\(SHA-256\\) is"
                                + " [0-9a-f]{8}…, but model.json says [0-9a-f]{8}…; get the model"
                                + " again\\.");
        assertThatThrownBy(() -> ModelBundle.open(folder).check())
                .isInstanceOf(ModelException.class);
    }

    @Test
    void weightsCutShortAreNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(weights());
        for (int length : new int[] {0, 4, 100, bytes.length - 4}) {
            Files.write(weights(), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("weights.safetensors is damaged");
        }
    }

    @Test
    void weightsFarLargerThanTheModelAreNotReadWhole() throws IOException {
        Files.write(weights(), new byte[5 << 20]);
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("weights.safetensors is larger than it can be");
    }

    /** Its checksum is right, so that the header is looked at. */
    @Test
    void weightsThatAreNoSafetensorsFileAreOneSentence() throws Exception {
        byte[] bytes = new byte[100];
        Files.write(weights(), bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String before = ModelBundle.open(folder).description().sha256();
        Files.writeString(json(), Files.readString(json()).replace(before, sha256));
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessage(weights() + " has a header that is not as the format has it, at $.");
    }

    @Test
    void weightsOfAnotherArchitectureAreNotLoaded() throws IOException {
        String json = Files.readString(json());
        Files.writeString(json(), json.replace("\"latentSize\": 8", "\"latentSize\": 12"));
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching(
                        ".*weights.safetensors, tensor (en|de)coder.*: its shape must be \\[.*, not \\[.*\\]\\.")
                .hasMessageNotContaining("\n");
        Files.writeString(json(), json.replace("\"mappingLayers\": 1", "\"mappingLayers\": 2"));
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching(".*weights.safetensors lacks the tensor decoder\\..*\\.");
        Files.writeString(json(), json.replace("\"mappingLayers\": 1", "\"mappingLayers\": 0"));
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching(".*has a tensor decoder\\..* that this model does not have\\.");
    }

    @Test
    void sizesThatDoNotGoTogetherAreOneSentence() throws IOException {
        String json = Files.readString(json());
        Files.writeString(json(), json.replace("\"size\": 16", "\"size\": 17"));
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(json() + ": ")
                .hasMessageContaining("17");
    }

    @Test
    void aDeviceThatDoesNotExistIsNotReplacedByAnother() {
        assertThatThrownBy(() -> ModelBundle.open(folder).load(Device.gpu(99)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("There is no GPU 99: PyTorch sees ");
    }

    @Test
    void writingReplacesAnOlderBundleWhole() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "of the old one");
        write(2, "# Second\n");
        ModelBundle bundle = ModelBundle.open(folder);
        assertThat(bundle.card()).isEqualTo("# Second\n");
        bundle.check();
        assertThat(names(folder))
                .containsExactlyInAnyOrder("model.json", "weights.safetensors", "README.md");
        assertThat(names(temporary)).containsExactly("tiny");
    }

    @Test
    void theSameModelIsWrittenInTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(weights());
        write(1, "# Tiny\n");
        assertThat(Files.readAllBytes(weights())).isEqualTo(first);
    }

    private static SortedMap<String, HostTensor> tensors(long seed) throws IOException {
        SortedMap<String, HostTensor> tensors = new TreeMap<>();
        try (Autoencoder autoencoder = TinyModel.autoencoder(seed)) {
            autoencoder
                    .parameters()
                    .forEach(
                            (name, parameter) ->
                                    tensors.put(
                                            name,
                                            new HostTensor(
                                                    parameter.getShape().getShape(),
                                                    parameter.getArray().toFloatArray())));
        }
        return tensors;
    }

    private void write(Map<String, HostTensor> tensors) throws IOException {
        ModelBundle.write(folder, TinyModel.description(), tensors, "# Tiny\n");
    }

    @Test
    void tensorsAreWrittenInTheSameBytesAsTheNetworksTheyComeFrom() throws IOException {
        byte[] first = Files.readAllBytes(weights());
        write(2, "# Tiny\n");
        assertThat(Files.readAllBytes(weights())).isNotEqualTo(first);
        write(tensors(1));
        assertThat(Files.readAllBytes(weights())).isEqualTo(first);
        ModelBundle.open(folder).check();
    }

    @Test
    void tensorsOfOtherNetworksAreNotWritten() throws IOException {
        byte[] before = Files.readAllBytes(weights());
        SortedMap<String, HostTensor> tensors = tensors(2);
        String name = tensors.firstKey();
        HostTensor tensor = tensors.put(name, new HostTensor(new long[] {0}, new float[0]));
        String where = "The weights for " + folder;
        assertThatThrownBy(() -> write(tensors))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(where + ", tensor " + name + ": its shape must be [")
                .hasMessageEndingWith("], not [0].");
        tensors.remove(name);
        assertThatThrownBy(() -> write(tensors))
                .isInstanceOf(ModelException.class)
                .hasMessage(where + " lacks the tensor " + name + ".");
        tensors.put(name, tensor);
        tensors.put("more", tensor);
        assertThatThrownBy(() -> write(tensors))
                .isInstanceOf(ModelException.class)
                .hasMessage(where + " has a tensor more that this model does not have.");
        tensors.remove("more");
        float[] values = tensor.values().clone();
        values[values.length - 1] = Float.NEGATIVE_INFINITY;
        tensors.put(name, new HostTensor(tensor.shape(), values));
        assertThatThrownBy(() -> write(tensors))
                .isInstanceOf(ModelException.class)
                .hasMessage(where + ", tensor " + name + ": it holds a value that is no number.");
        assertThat(Files.readAllBytes(weights())).isEqualTo(before);
        assertThat(names(temporary)).containsExactly("tiny");
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        folder = Files.createDirectory(temporary.resolve("holiday"));
        Files.writeString(folder.resolve("photo.txt"), "keep");
        assertThatThrownBy(() -> write(1, ""))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "The folder %s is not empty and is no model bundle: choose another place"
                                + " for the model bundle.",
                        folder);
        assertThat(names(folder)).containsExactly("photo.txt");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentenceAndLeavesNothing() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        folder = file.resolve("tiny");
        assertThatThrownBy(() -> write(1, ""))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("The model bundle " + folder + " could not be written: ")
                .hasMessageNotContaining("\n");
        folder = file;
        assertThatThrownBy(() -> write(1, ""))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is not a folder");
        assertThat(names(temporary)).containsExactlyInAnyOrder("tiny", "file");
        assertThat(file).hasContent("no folder");
    }

    @Test
    void aReadOnlyFolderKeepsTheOldBundle() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(temporary).supportsFileAttributeView("posix"),
                "only where folders have permissions");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(temporary), "root may write everywhere");
            assertThatThrownBy(() -> write(2, "# Second\n"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("could not be written");
            ModelBundle.open(folder).check();
            assertThat(ModelBundle.open(folder).card()).isEqualTo("# Tiny\n");
        } finally {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void valuesThatAreNoNumbersAreNotWritten() throws IOException {
        try (Autoencoder autoencoder = TinyModel.autoencoder(1)) {
            Parameter first = autoencoder.parameters().values().iterator().next();
            first.getArray().set(new float[(int) first.getShape().size()]);
            first.getArray().addi(Float.NaN);
            assertThatThrownBy(
                            () ->
                                    ModelBundle.write(
                                            folder, TinyModel.description(), autoencoder, ""))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("holds a value that is no number");
        }
        ModelBundle.open(folder).check();
    }

    @Test
    void aBundleWithoutAFileIsNoBundle() throws IOException {
        for (String name : List.of("README.md", "model.json")) {
            Files.delete(folder.resolve(name));
            assertThatThrownBy(() -> ModelBundle.open(folder))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("%s is no model bundle: it has no %s.", folder, name);
        }
        assertThatThrownBy(() -> ModelBundle.open(temporary.resolve("nowhere")))
                .isInstanceOf(ModelException.class)
                .hasMessage("There is no model bundle %s.", temporary.resolve("nowhere"));
    }

    @Test
    void aZipOfTheFolderIsABundle() throws IOException {
        for (String prefix : List.of("", "tiny/")) {
            Path zip = zip(prefix, "../model.json");
            ModelBundle bundle = ModelBundle.open(zip);
            assertThat(bundle.description()).isEqualTo(ModelBundle.open(folder).description());
            bundle.check();
        }
        assertThat(names(temporary)).containsExactlyInAnyOrder("tiny", "tiny.zip");
    }

    @Test
    void whatIsNoZipIsOneSentence() throws IOException {
        Path zip = Files.writeString(temporary.resolve("tiny.zip"), "not a zip");
        assertThatThrownBy(() -> ModelBundle.open(zip))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(zip + "/model.json could not be read: ");
    }

    private Path zip(String prefix, String hostile) throws IOException {
        Path zip = temporary.resolve("tiny.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (String name : names(folder)) {
                archive.putNextEntry(new ZipEntry(prefix + name));
                archive.write(Files.readAllBytes(folder.resolve(name)));
            }
            archive.putNextEntry(new ZipEntry(hostile + ".sh"));
        }
        return zip;
    }

    private Path weights() {
        return folder.resolve("weights.safetensors");
    }

    private Path json() {
        return folder.resolve("model.json");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
