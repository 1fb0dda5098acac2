/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine; how they go on after a break: ResumedDownloadTest. */
class VerifiedDownloadTest {

    private static final byte[] CONTENT = content();
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(1), List.of(Duration.ofMillis(1)));

    @TempDir Path folder;
    private Path target;
    private Checksum right;
    private HttpServer server;
    private final CountDownLatch finished = new CountDownLatch(1);

    private static byte[] content() {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @BeforeEach
    void serve() throws IOException {
        Path original = Files.write(folder.resolve("original"), CONTENT);
        right = new Checksum(Checksum.of(original));
        Files.delete(original);
        target = folder.resolve("weights").resolve("file.pth");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        answer("/file.pth", CONTENT.length);
        answer("/cut.pth", CONTENT.length + 10);
        server.createContext(
                "/moved.pth",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/file.pth");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.createContext(
                "/elsewhere.pth",
                exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", "http://localhost/file.pth"); // not 127.0.0.1
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
    }

    private void answer(String path, long length) {
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, length);
                    OutputStream out = exchange.getResponseBody();
                    out.write(CONTENT);
                    out.flush();
                    exchange.close();
                });
    }

    @AfterEach
    void stop() {
        finished.countDown();
        server.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).isEmpty();
        }
    }

    private static void ignore(long received, long total) {
        // A test that does not look at the progress.
    }

    @Test
    void aFileWithTheRightChecksumComesToLieInANewFolder() throws IOException {
        new VerifiedDownload(address("/file.pth"), right).to(target, VerifiedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(CONTENT);
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void theFirstDigitsOfAChecksumAreEnoughAndRedirectionsAreFollowed() throws IOException {
        Checksum beginning = new Checksum(right.digits().substring(0, 8));

        new VerifiedDownload(address("/moved.pth"), beginning)
                .to(target, VerifiedDownloadTest::ignore);

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void redirectionsToAnotherHostThatAreNotSecureAreRefused() throws IOException {
        VerifiedDownload download = new VerifiedDownload(address("/elsewhere.pth"), right);

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(
                        "the server redirects to http://localhost/file.pth, which is not followed");
        assertNothingLeft();
    }

    @Test
    void aFileOfUnknownChecksumIsKeptAndItsChecksumGiven() throws IOException {
        String sha256 =
                new VerifiedDownload(address("/file.pth"), Checksum.UNKNOWN)
                        .to(target, VerifiedDownloadTest::ignore);

        assertThat(sha256).isEqualTo(right.digits());
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void whatToDoInsteadCanBeSaidInOtherWords() {
        VerifiedDownload download =
                new VerifiedDownload(address("/other.pth"), right).withAdvice("ask the librarian");

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .hasMessage(
                        "Could not fetch "
                                + address("/other.pth")
                                + ": the server answered 404; ask the librarian.");
    }

    @Test
    void theLastProgressIsTheWholeFile() throws IOException {
        List<Long> received = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        new VerifiedDownload(address("/file.pth"), right)
                .to(
                        target,
                        (bytes, total) -> {
                            received.add(bytes);
                            totals.add(total);
                        });

        assertThat(received).isSorted().endsWith((long) CONTENT.length);
        assertThat(totals).containsOnly((long) CONTENT.length);
    }

    @Test
    void aWrongChecksumLeavesNothing() throws IOException {
        VerifiedDownload download =
                new VerifiedDownload(address("/file.pth"), new Checksum("0123456789abcdef"));

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("Could not fetch " + address("/file.pth"))
                .hasMessageContaining("its SHA-256 is " + right.digits())
                .hasMessageContaining("begin with 0123456789abcdef")
                .hasMessageEndingWith(
                        "put it into the folder " + target.getParent() + " as file.pth.");
        assertNothingLeft();
    }

    @Test
    void aWrongChecksumLeavesTheFileThatWasThere() throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, "before");
        VerifiedDownload download =
                new VerifiedDownload(address("/file.pth"), new Checksum("0123456789abcdef"));

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class);
        assertThat(target).hasContent("before");
    }

    @Test
    void aMissingFileIsReportedWithTheServersAnswer() throws IOException {
        VerifiedDownload download = new VerifiedDownload(address("/other.pth"), right);

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("/other.pth: the server answered 404;");
        assertNothingLeft();
    }

    @Test
    void aBodyThatIsCutShortLeavesNothingIfTheServerCannotGoOn() throws IOException {
        VerifiedDownload download = new VerifiedDownload(address("/cut.pth"), right, SHORT);

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(
                        "the connection broke after %d of %d bytes;"
                                .formatted(CONTENT.length, CONTENT.length + 10));
        assertNothingLeft();
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        server.createContext(
                "/silent.pth",
                exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT, 0, 1000);
                    exchange.getResponseBody().flush();
                    awaitEndOfTest();
                    exchange.close();
                });
        VerifiedDownload download = new VerifiedDownload(address("/silent.pth"), right, SHORT);

        assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("nothing came for 1 s;");
        assertNothingLeft();
    }

    private void awaitEndOfTest() {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRefusedConnectionNamesTheServer() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + unused + "/file.pth");

        assertThatThrownBy(
                        () ->
                                new VerifiedDownload(nobody, right)
                                        .to(target, VerifiedDownloadTest::ignore))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("there is no connection to 127.0.0.1:" + unused);
        assertNothingLeft();
    }

    @Test
    void theProxyOfThisJavaIsAsked() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(server.getAddress()));
        try {
            new VerifiedDownload(URI.create("http://nowhere.invalid/file.pth"), right)
                    .to(target, VerifiedDownloadTest::ignore);
        } finally {
            ProxySelector.setDefault(before);
        }

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void aProxyThatCannotBeReachedIsNamed() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        server.stop(0);
        ProxySelector.setDefault(ProxySelector.of(server.getAddress()));
        try {
            VerifiedDownload download =
                    new VerifiedDownload(URI.create("http://nowhere.invalid/file.pth"), right);
            assertThatThrownBy(() -> download.to(target, VerifiedDownloadTest::ignore))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining(
                            "there is no connection to nowhere.invalid through the proxy ")
                    .hasMessageContaining("127.0.0.1:" + server.getAddress().getPort());
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void aChecksumOfFewerThanEightDigitsIsRefused() {
        assertThatThrownBy(() -> new Checksum("abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 to 64 hexadecimal digits");
    }
}
