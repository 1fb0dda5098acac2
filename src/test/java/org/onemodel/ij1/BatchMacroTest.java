/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;

/** The batch macro as a night runs it: ImageJ's own batch mode, without a display. */
class BatchMacroTest {

    private static final String MACRO = "plugins/OneModel_Batch_Denoise.ijm";
    private static final int MINUTES = 5;

    @TempDir private static Path folder;

    @BeforeAll
    static void writeModel() throws IOException {
        TinyBundle.write(folder.resolve("models"));
    }

    /** What ImageJ printed, and its exit code. */
    private record Run(String printed, int exitCode) {}

    private static Run run(String argument) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process imageJ =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-Dai.djl.offline=true",
                                "-Xmx1g",
                                "-Donemodel.models=" + folder.resolve("models"),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "ij.ImageJ",
                                "-batch",
                                Path.of(MACRO).toAbsolutePath().toString(),
                                argument)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        try {
            assertThat(imageJ.waitFor(MINUTES, TimeUnit.MINUTES)).as("the run ends").isTrue();
        } finally {
            imageJ.destroyForcibly();
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        return new Run(text, imageJ.exitValue());
    }

    private static List<String[]> report(Path output) throws IOException {
        return Files.readAllLines(output.resolve("report.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<String> names(List<String[]> report, String status) {
        return report.stream().filter(line -> line[0].equals(status)).map(line -> line[1]).toList();
    }

    private static Path newFolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Test
    void aNightOfFiftyImagesNamesTheThreeThatAreBroken() throws Exception {
        String letter = encodes("ü") ? "ü" : "u"; // where file names can have it
        Path input = newFolder("fifty, [of all] kinds " + letter);
        Path output = folder.resolve("fifty, done " + letter);
        MixedImages.write(input, 47);
        Files.write(input.resolve("empty.tif"), new byte[0]);
        Files.writeString(input.resolve("no image.tif"), "This is a text.");
        Path whole = input.resolve("whole.tif");
        IJ.saveAsTiff(MixedImages.image(1), whole.toString());
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Files.write(input.resolve("truncated.tif"), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        Run run = run("input=[%s] output=[%s] model=tiny device=cpu".formatted(input, output));

        List<String[]> report = report(output);
        assertThat(report).as(run.printed()).hasSize(50).allMatch(line -> line.length == 12);
        assertThat(names(report, "failed"))
                .containsExactly("empty.tif", "no image.tif", "truncated.tif");
        assertThat(report)
                .filteredOn(line -> line[0].equals("failed"))
                .allSatisfy(line -> assertThat(line[11]).contains(line[1]));
        assertThat(names(report, "done")).hasSize(47);
        try (Stream<Path> results = Files.list(output)) {
            assertThat(results).hasSize(48); // and the report
        }
        for (String[] line : report) {
            if (line[0].equals("done")) {
                checkResult(input.resolve(line[1]), output.resolve(line[2]), line);
            }
        }
        assertThat(run.printed())
                .contains("47 done, 0 kept, 0 skipped, 3 failed")
                .contains("no image.tif: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static boolean encodes(String letter) {
        String names = System.getProperty("sun.jnu.encoding", "US-ASCII");
        return Charset.forName(names).newEncoder().canEncode(letter);
    }

    private static void checkResult(Path input, Path output, String[] line) {
        ImagePlus image = IJ.openImage(input.toString());
        ImagePlus result = IJ.openImage(output.toString());
        assertThat(result.getDimensions()).as(line[1]).isEqualTo(image.getDimensions());
        assertThat(result.getBitDepth()).as(line[1]).isEqualTo(image.getBitDepth());
        assertThat(line)
                .containsSequence(
                        String.valueOf(image.getWidth()),
                        String.valueOf(image.getHeight()),
                        String.valueOf(image.getNChannels()),
                        String.valueOf(image.getNSlices()),
                        String.valueOf(image.getNFrames()));
    }

    @Test
    void aSecondNightKeepsWhatIsDoneInAllFolders() throws Exception {
        Path input = newFolder("deep");
        Path output = newFolder("deep/results"); // which are not taken for images
        Path nested = newFolder("deep/day 1/field 2");
        IJ.saveAsTiff(MixedImages.image(0), nested.resolve("a.tif").toString());
        MixedImages.save(MixedImages.image(0), nested.resolve("A.png").toString(), "png");
        IJ.saveAsTiff(MixedImages.image(0), input.resolve("b.tif").toString());
        Files.writeString(input.resolve("notes.xml"), "<none/>");
        String argument =
                "input=[%s] output=[%s] subfolders=yes model=tiny device=cpu resume="
                        .formatted(input, output);

        Run first = run(argument + "no");
        assertThat(names(report(output), "done"))
                .as(first.printed())
                .containsExactly("b.tif", "day 1/field 2/A.png", "day 1/field 2/a.tif");
        assertThat(names(report(output), "skipped")).containsExactly("notes.xml");
        assertThat(output.resolve("day 1/field 2/a.tif-denoised.tif")).exists();
        assertThat(output.resolve("day 1/field 2/A.png-denoised.tif")).exists();
        assertThat(first.exitCode()).isZero();

        Files.delete(output.resolve("b-denoised.tif"));
        Files.writeString(output.resolve("report.tsv"), "half a li");
        Run second = run(argument + "yes");

        assertThat(second.printed()).contains("1 done, 2 kept, 1 skipped, 0 failed");
        assertThat(names(report(output), "done")).containsExactly("b.tif");
        assertThat(Files.readAllLines(output.resolve("report.tsv"))).hasSize(5);
        assertThat(output.resolve("b-denoised.tif")).exists();
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void twoFoldersAndOptionsBetweenCommasAreAnArgumentToo() throws Exception {
        Path input = newFolder("plain");
        IJ.saveAsTiff(MixedImages.image(0), input.resolve("a.tif").toString());
        Path output = folder.resolve("plain-results");

        Run run = run(input + "," + output + ",model=tiny device=cpu noise=none");

        assertThat(run.printed()).contains("1 done, 0 kept, 0 skipped, 0 failed");
        assertThat(output.resolve("a-denoised.tif")).exists();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatCannotWorkIsSaidBeforeAnyImageIsOpened() throws Exception {
        Path input = newFolder("refused");
        IJ.saveAsTiff(MixedImages.image(0), input.resolve("a.tif").toString());
        Path output = folder.resolve("refused-results");
        String folders = "input=[%s] output=[%s] ".formatted(input, output);
        Map<String, String> sentences =
                Map.of(
                        folders + "model=tiny device=cpu options=[tile=abc]",
                        "The tile is 'abc'",
                        folders + "model=tiny options=[tyle=64]",
                        "There is no option 'tyle'",
                        folders + "model=unheard-of",
                        "unheard-of",
                        folders + "model=tiny resume=perhaps",
                        "The resume is 'perhaps'; give yes or no.",
                        "input=[%s] output=[%s] model=tiny".formatted(input, input),
                        "are the same folder",
                        folder.resolve("nowhere") + "," + output,
                        "There is no folder",
                        "one folder only",
                        "Two folders are needed");

        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            Run run = run(entry.getKey());
            assertThat(run.printed()).contains("OneModel batch: ").contains(entry.getValue());
            assertThat(run.exitCode()).as(entry.getKey()).isEqualTo(1);
        }
        assertThat(output.resolve("report.tsv")).doesNotExist();
    }
}
