/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.VerifiedDownload;

class EngineDownloadTest {

    private static final String MACHINE = "linux-x86_64";
    private static final String BINDING = System.mapLibraryName("djl_torch");
    private static final List<String> PARTS =
            Stream.of("torch", "torch_cpu", "c10", "c10_cuda").map(System::mapLibraryName).toList();

    @TempDir private Path folder;
    private Web web;

    @BeforeEach
    void serve() throws IOException {
        web = new Web();
        for (String flavor : List.of("cpu", "cu128")) {
            web.with("/" + flavor + "-jni.jar", jar("jnilib/" + MACHINE + "/" + flavor, BINDING));
        }
        web.with("/native.jar", jar("pytorch/cpu/" + MACHINE, PARTS.toArray(String[]::new)));
        StringBuilder list = new StringBuilder("cpu/linux-x86_64/native/lib/libtorch.so.gz\n");
        for (String part : PARTS) {
            String path = "cu128/" + MACHINE + "/native/lib/" + part + ".gz";
            list.append(path).append('\n');
            web.with("/pytorch/2.7.1/" + path, gzip(part));
        }
        String odd = "cu128/" + MACHINE + "/native/lib/libnv%2B%2B.so.gz";
        list.append(odd).append('\n');
        web.with("/pytorch/2.7.1/" + odd, gzip("odd"));
        web.with("/pytorch/2.7.1/files.txt", list.toString().getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private byte[] jar(String entries, String... names) throws IOException {
        Path jar = folder.resolve("a.jar");
        Map<String, String> files = new java.util.LinkedHashMap<>();
        files.put("META-INF/MANIFEST.MF", "");
        for (String name : names) {
            files.put(entries + "/" + name, name);
        }
        JarClassPath.write(jar, files);
        byte[] bytes = Files.readAllBytes(jar);
        Files.delete(jar);
        return bytes;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private EngineOffer offer(String flavor, String first, Checksum checksum) {
        return new EngineOffer(
                new Flavor(flavor),
                MACHINE,
                List.of(
                        new VerifiedDownload(web.address(first), checksum),
                        new VerifiedDownload(
                                web.address("/" + flavor + "-jni.jar"), Checksum.UNKNOWN)),
                -1,
                folder.resolve("2.7.1-" + flavor + "-" + MACHINE));
    }

    private static Path run(EngineOffer offer) throws IOException {
        return new EngineDownload(offer).run(download -> (received, total) -> {});
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> expected(String... more) {
        List<String> names = new ArrayList<>(PARTS);
        names.add("0.35.1-" + BINDING);
        names.addAll(List.of(more));
        return names;
    }

    @Test
    void aJarBecomesAFolderAsDjlUnpacksIt() throws IOException {
        Path place = run(offer("cpu", "/native.jar", Checksum.UNKNOWN));

        assertThat(names(place)).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(place.resolve(PARTS.get(0))).hasContent(PARTS.get(0));
        assertThat(names(folder))
                .as("nothing else is left")
                .containsExactly(place.getFileName() + "");
    }

    @Test
    void theFilesOfAListAreUnpackedUnderTheirNames() throws IOException {
        Path place = run(offer("cu128", "/pytorch/2.7.1/files.txt", Checksum.UNKNOWN));

        assertThat(names(place)).containsExactlyInAnyOrderElementsOf(expected("libnv++.so"));
        assertThat(web.requests()).noneMatch(path -> path.contains("/cpu/"));
    }

    @Test
    void aJarWithAnotherChecksumIsNotUnpacked() throws IOException {
        EngineOffer offer = offer("cpu", "/native.jar", new Checksum("0123456789abcdef"));

        assertThatThrownBy(() -> run(offer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("but should be or begin with 0123456789abcdef");
        assertThat(offer.folder()).doesNotExist();
    }

    @Test
    void aDownloadThatBrokeGoesOnWithWhatIsMissing() throws IOException {
        String broken = "/pytorch/2.7.1/cu128/" + MACHINE + "/native/lib/" + PARTS.get(2) + ".gz";
        byte[] whole = gzip(PARTS.get(2));
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 1; // in its checksum
        web.with(broken, damaged);
        EngineOffer offer = offer("cu128", "/pytorch/2.7.1/files.txt", Checksum.UNKNOWN);

        assertThatThrownBy(() -> run(offer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken)
                .hasMessageContaining("could not be unpacked");
        assertThat(offer.folder()).as("it is whole or not there").doesNotExist();

        web.with(broken, whole);
        web.requests().clear();
        Path place = run(offer);

        assertThat(names(place)).containsExactlyInAnyOrderElementsOf(expected("libnv++.so"));
        assertThat(place.resolve(PARTS.get(2))).hasContent(PARTS.get(2));
        assertThat(web.requests())
                .contains(broken)
                .noneMatch(path -> path.endsWith(PARTS.get(0) + ".gz"));
    }

    @Test
    void aFolderThatIsNotWholeIsReplaced() throws IOException {
        EngineOffer offer = offer("cpu", "/native.jar", Checksum.UNKNOWN);
        Files.createDirectories(offer.folder());
        Files.writeString(offer.folder().resolve("remains"), "");

        assertThat(names(run(offer))).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void whereOnlyTheBindingIsMissingOnlyThatComes() throws IOException {
        EngineOffer offer = offer("cpu", "/native.jar", Checksum.UNKNOWN);
        Path place = run(offer);
        Files.delete(place.resolve("0.35.1-" + BINDING));
        web.requests().clear();

        assertThat(names(run(offer))).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(web.requests()).containsExactly("/cpu-jni.jar");
    }

    @Test
    void aListWithoutFilesForThisMachineIsTold() {
        web.with("/pytorch/2.7.1/files.txt", "cu128/win-x86_64/native/lib/torch.dll.gz".getBytes());

        assertThatThrownBy(() -> run(offer("cu128", "/pytorch/2.7.1/files.txt", Checksum.UNKNOWN)))
                .hasMessageContaining("lists no files of cu128/linux-x86_64");
    }

    @Test
    void offersSayWhatComesFromWhereAndWhereTo() throws IOException {
        try (SystemProperties mirror =
                new SystemProperties()
                        .with("onemodel.engine.maven", "https://mirror.example/m2/")) {
            EngineOffer offer = EngineOffer.of(Flavor.CPU, new Machine(MACHINE), Path.of("cache"));

            assertThat(offer.sentence())
                    .isEqualTo(
                            "PyTorch 2.7.1 (cpu) for linux-x86_64, 115.0 MB, from"
                                    + " https://mirror.example/m2/ai/djl/pytorch/pytorch-native-cpu/2.7.1/pytorch-native-cpu-2.7.1-linux-x86_64.jar"
                                    + " and"
                                    + " https://mirror.example/m2/ai/djl/pytorch/pytorch-jni/2.7.1-0.35.1/pytorch-jni-2.7.1-0.35.1.jar,"
                                    + " into the folder "
                                    + Path.of("cache", "2.7.1-cpu-linux-x86_64"));
        }
    }

    @Test
    void aBuildThatIsNotPublishedIsRefusedWithThoseThatAre() {
        Path cache = Path.of("cache");
        assertThatThrownBy(() -> EngineOffer.of(new Flavor("cu124"), new Machine(MACHINE), cache))
                .hasMessage(
                        "PyTorch 2.7.1 has no build cu124 for linux-x86_64: give one of cpu, cu128.");
        assertThatThrownBy(() -> EngineOffer.of(Flavor.CPU, new Machine("osx-x86_64"), cache))
                .hasMessageContaining("set PYTORCH_LIBRARY_PATH to a PyTorch of your own");
    }

    @Test
    void theVersionsOfOffersAreThoseOfDjlsJar() {
        EngineVersions versions = EngineVersions.of(PyTorch.class.getClassLoader());

        assertThat(versions)
                .isEqualTo(new EngineVersions(PublishedBuild.VERSION, PublishedBuild.DJL));
    }
}
