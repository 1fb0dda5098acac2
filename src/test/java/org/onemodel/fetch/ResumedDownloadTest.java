/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that break and go on. */
class ResumedDownloadTest {

    private static final Patience ONE_ATTEMPT = new Patience(Duration.ofSeconds(5), List.of());
    private static final Patience TWO_MORE =
            new Patience(
                    Duration.ofSeconds(5), List.of(Duration.ofMillis(1), Duration.ofMillis(2)));

    private final byte[] content = content(1);
    @TempDir Path folder;
    private Path target;
    private FileServer server;

    private static byte[] content(int seed) {
        byte[] content = new byte[200_000];
        new Random(seed).nextBytes(content);
        return content;
    }

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer(content);
        target = folder.resolve("file.pth");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Checksum checksum(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("for-checksum"), bytes);
        String sha256 = Checksum.of(file);
        Files.delete(file);
        return new Checksum(sha256);
    }

    private VerifiedDownload download(Checksum checksum, Patience patience) {
        return new VerifiedDownload(server.address("/file.pth"), checksum, patience);
    }

    private VerifiedDownload download(Patience patience) throws IOException {
        return download(checksum(content), patience);
    }

    private static void ignore(long received, long total) {
        // A test that does not look at the progress.
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void breakFirstRun(int afterBytes) throws IOException {
        server.breakOff(1, afterBytes);
        VerifiedDownload first = download(ONE_ATTEMPT);
        assertThatThrownBy(() -> first.to(target, ResumedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(
                        "the connection broke after %d of %d bytes, and what came is kept for the"
                                        .formatted(afterBytes, content.length)
                                + " next attempt;");
        assertThat(names()).containsExactly("file.pth.part", "file.pth.part.from");
    }

    @Test
    void aBrokenConnectionIsTriedAgainFromWhereItBroke() throws IOException {
        server.breakOff(2, 70_000);
        List<String> told = new ArrayList<>();
        DownloadProgress progress =
                new DownloadProgress() {
                    @Override
                    public void update(long received, long total) {
                        assertThat(total).isEqualTo(content.length);
                    }

                    @Override
                    public void retrying(String reason, Duration pause) {
                        told.add(reason + " " + pause.toMillis());
                    }
                };

        download(TWO_MORE).to(target, progress);

        assertThat(target).hasBinaryContent(content);
        assertThat(server.requests()).containsExactly("all", "bytes=70000-", "bytes=140000-");
        assertThat(told) // something new came each time, so the pauses begin anew
                .containsExactly(
                        "the connection broke after 70000 of 200000 bytes 1",
                        "the connection broke after 140000 of 200000 bytes 1");
        assertThat(names()).containsExactly("file.pth");
    }

    @Test
    void attemptsThatBringNothingNewEnd() throws IOException {
        server.breakOff(10, 0);
        VerifiedDownload download = download(TWO_MORE);

        assertThatThrownBy(() -> download.to(target, ResumedDownloadTest::ignore))
                .hasMessageContaining("the connection broke after 0 of 200000 bytes;");

        assertThat(server.requests()).hasSize(3);
        assertThat(names()).isEmpty();
    }

    @Test
    void aLaterRunGoesOnWhereAnEarlierOneBroke() throws IOException {
        breakFirstRun(70_000);
        List<Long> received = new ArrayList<>();

        download(ONE_ATTEMPT).to(target, (bytes, total) -> received.add(bytes));

        assertThat(target).hasBinaryContent(content);
        assertThat(server.requests()).containsExactly("all", "bytes=70000-");
        assertThat(received.get(0)).isGreaterThan(70_000);
        assertThat(names()).containsExactly("file.pth");
    }

    @Test
    void aPartThatHasAllBytesAlreadyIsOnlyChecked() throws IOException {
        breakFirstRun(70_000);
        Files.write(folder.resolve("file.pth.part"), content); // killed just before the check

        download(ONE_ATTEMPT).to(target, ResumedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(content);
        assertThat(server.requests()).containsExactly("all", "bytes=200000-");
    }

    @Test
    void aFileThatChangedOnTheServerIsFetchedAnew() throws IOException {
        breakFirstRun(70_000);
        byte[] changed = content(2);
        server.replace(changed, "\"second\"");

        download(checksum(changed), ONE_ATTEMPT).to(target, ResumedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(changed);
    }

    @Test
    void aServerWithoutRangesIsAskedForTheWholeFile() throws IOException {
        breakFirstRun(70_000);
        server.refuseRanges();

        download(ONE_ATTEMPT).to(target, ResumedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void aPartFromAnotherAddressIsNotGoneOnFrom() throws IOException {
        breakFirstRun(70_000);

        new VerifiedDownload(server.address("/other.pth"), checksum(content), ONE_ATTEMPT)
                .to(target, ResumedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(content);
        assertThat(server.requests()).containsExactly("all", "all");
    }

    @Test
    void aPartThatWasSpoiledIsToldByTheChecksumAndGone() throws IOException {
        breakFirstRun(70_000);
        Files.write(folder.resolve("file.pth.part"), content(2));
        VerifiedDownload download = download(ONE_ATTEMPT);

        assertThatThrownBy(() -> download.to(target, ResumedDownloadTest::ignore))
                .hasMessageContaining("its SHA-256 is");

        assertThat(names()).isEmpty();
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws IOException {
        int[] answers = {0};
        server.http()
                .createContext(
                        "/busy.pth",
                        exchange -> {
                            boolean busy = answers[0]++ < 2;
                            exchange.sendResponseHeaders(busy ? 503 : 200, busy ? -1 : 200_000);
                            if (!busy) {
                                exchange.getResponseBody().write(content);
                            }
                            exchange.close();
                        });

        new VerifiedDownload(server.address("/busy.pth"), checksum(content), TWO_MORE)
                .to(target, ResumedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void tooLittleSpaceIsToldBeforeAnythingComes() {
        server.http()
                .createContext(
                        "/huge.pth",
                        exchange -> {
                            exchange.sendResponseHeaders(200, 1L << 60);
                            exchange.getResponseBody().write(content);
                            exchange.close();
                        });
        VerifiedDownload download =
                new VerifiedDownload(server.address("/huge.pth"), Checksum.UNKNOWN, TWO_MORE);

        assertThatThrownBy(() -> download.to(target, ResumedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("it needs 1152921504606 MB, but the disk of " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatIsFullIsToldAndNotTriedAgain() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a Linux device that takes no bytes").exists();
        Files.createSymbolicLink(folder.resolve("file.pth.part"), full);
        VerifiedDownload download = download(TWO_MORE);

        assertThatThrownBy(() -> download.to(target, ResumedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("it cannot be written (No space left on device)");
        assertThat(server.requests()).containsExactly("all");
    }

    @Test
    void twoDownloadsOfOneFileDoNotMeet() throws IOException {
        VerifiedDownload download = download(ONE_ATTEMPT);
        List<String> refused = new ArrayList<>();

        download.to(
                target,
                (received, total) -> { // while the first is at work
                    try {
                        download.to(target, ResumedDownloadTest::ignore);
                    } catch (IOException e) {
                        refused.add(e.getMessage());
                    }
                });

        assertThat(refused)
                .isNotEmpty()
                .containsOnly(
                        "Could not fetch "
                                + server.address("/file.pth")
                                + ": another process is fetching it into "
                                + target
                                + " right now; wait until that one is done.");
        assertThat(target).hasBinaryContent(content);
        assertThat(names()).containsExactly("file.pth");
    }

    @Test
    void theLockOfAProcessThatWasKilledIsNone() throws IOException {
        Files.writeString(folder.resolve("file.pth.part.lock"), "a mark");

        download(ONE_ATTEMPT).to(target, ResumedDownloadTest::ignore);

        assertThat(names()).containsExactly("file.pth");
    }
}
