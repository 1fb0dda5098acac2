/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file on a server, with the checksum that it must have.
 *
 * <p>It is written beside its target as a {@code .part} file of its own name, so that two processes
 * that fetch the same file do not meet, and moved into place in one step when its SHA-256 is right.
 * Whatever goes wrong, neither a part nor a wrong file remains. Java's proxy settings ({@code
 * https.proxyHost} …) hold. Immutable.
 */
public final class VerifiedDownload {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;
    private static final int OK = 200;

    private final URI source;
    private final Checksum checksum;
    private final Duration patience;

    /**
     * Gives up after half a minute in which nothing comes.
     *
     * @param source an http or https address
     * @param checksum what the file must have
     */
    public VerifiedDownload(URI source, Checksum checksum) {
        this(source, checksum, PATIENCE);
    }

    VerifiedDownload(URI source, Checksum checksum, Duration patience) {
        this.source = source;
        this.checksum = checksum;
        this.patience = patience;
    }

    /**
     * Where it is.
     *
     * @return the address
     */
    public URI source() {
        return source;
    }

    /**
     * Fetches the file and waits for it.
     *
     * @param target where it is to lie; its folder is made, a file there is replaced
     * @param progress is told how far it has come
     * @throws DownloadException if it does not come, or is not what it should be
     * @throws IOException if the folder cannot be made or written to
     */
    public void to(Path target, DownloadProgress progress) throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            receive(target, part, progress);
            String sha256 = Checksum.of(part);
            if (!checksum.matches(sha256)) {
                throw failure(
                        target,
                        "its SHA-256 is "
                                + sha256
                                + ", but should be or begin with "
                                + checksum.digits(),
                        null);
            }
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void receive(Path target, Path part, DownloadProgress progress)
            throws DownloadException {
        AtomicLong total = new AtomicLong(-1);
        CompletableFuture<HttpResponse<Path>> response = send(part, total);
        try {
            int status = await(response, part, total, progress).statusCode();
            if (status != OK) {
                throw failure(target, "the server answered " + status, null);
            }
        } catch (ExecutionException e) {
            throw failure(target, reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw failure(target, "nothing came for " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(target, "it was interrupted", e);
        } finally {
            response.cancel(true); // of no effect once it has come
        }
    }

    private CompletableFuture<HttpResponse<Path>> send(Path part, AtomicLong total) {
        HttpClient client =
                HttpClient.newBuilder()
                        .proxy(ProxySelector.getDefault())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(patience)
                        .build();
        return client.sendAsync(
                HttpRequest.newBuilder(source).build(),
                info -> {
                    if (info.statusCode() != OK) {
                        return BodySubscribers.replacing(part); // an error's page is of no use
                    }
                    total.set(info.headers().firstValueAsLong("Content-Length").orElse(-1));
                    return BodySubscribers.ofFile(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                });
    }

    /** Waits as long as bytes keep coming: the client's own timeout ends with the headers. */
    private HttpResponse<Path> await(
            CompletableFuture<HttpResponse<Path>> response,
            Path part,
            AtomicLong total,
            DownloadProgress progress)
            throws ExecutionException, InterruptedException, TimeoutException {
        long received = 0;
        long lastCame = System.nanoTime();
        while (true) {
            try {
                HttpResponse<Path> complete = response.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (complete.statusCode() == OK) {
                    progress.update(part.toFile().length(), total.get());
                }
                return complete;
            } catch (TimeoutException e) {
                long now = part.toFile().length(); // 0 while there is no file
                if (now > received) {
                    received = now;
                    lastCame = System.nanoTime();
                    progress.update(received, total.get());
                } else if (System.nanoTime() - lastCame > patience.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private String reason(Throwable cause) {
        if (cause instanceof ConnectException) { // which mostly has no message
            return "there is no connection to " + source.getAuthority();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private DownloadException failure(Path target, String reason, Throwable cause) {
        return new DownloadException(source, target, reason, cause);
    }
}
