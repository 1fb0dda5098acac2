/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings the bytes of a file from a server into a part: those that are missing if the server still
 * has the same version, else all of them, in as many attempts as patience allows.
 *
 * @param source an http or https address
 * @param patience when to give up
 */
record Transfer(URI source, Patience patience) {

    private static final int BUFFER = 1 << 16;
    private static final long MOST_OFTEN_NANOS = Duration.ofMillis(100).toNanos();

    /**
     * Waits until all bytes have come.
     *
     * @param part what has come already, and takes the rest; after a failure it can be gone on from
     * @param progress is told how far it is
     * @throws RefusedException if they do not come, with the reason
     * @throws IOException if the part's length cannot be read
     */
    void into(Part part, DownloadProgress progress) throws IOException {
        boolean answered = false;
        int failures = 0;
        long furthest = part.length();
        while (true) {
            try (Answer answer = ask(part)) {
                answered = true;
                take(answer, part, progress);
                return;
            } catch (RefusedException e) {
                throw e;
            } catch (Part.NotWrittenException e) {
                throw new RefusedException(
                        "it cannot be written (" + reason(e) + ")" + kept(part), e);
            } catch (IOException e) {
                if (part.length() > furthest) {
                    furthest = part.length();
                    failures = 0;
                }
                // A server that never answered is more likely out of reach than busy.
                if (!answered || failures == patience.pauses().size()) {
                    throw new RefusedException(reason(e) + kept(part), e);
                }
                Duration pause = patience.pauses().get(failures++);
                progress.retrying(reason(e), pause);
                sleep(pause, part);
            }
        }
    }

    private Answer ask(Part part) throws IOException {
        Optional<String> version = part.version(source.toString());
        return version.isPresent()
                ? Answer.ofRest(source, patience.silence(), part.length(), version.get())
                : Answer.ofWhole(source, patience.silence());
    }

    private void take(Answer answer, Part part, DownloadProgress progress) throws IOException {
        if (answer.isBusy()) {
            throw new IOException("the server answered " + answer.status());
        }
        switch (answer.status()) {
            case Answer.WHOLE -> {
                part.restart(source.toString(), answer.version());
                copy(answer, part, answer.length(), progress);
            }
            case Answer.REST -> {
                if (answer.start() != part.length()) {
                    part.restart(source.toString(), Optional.empty());
                    throw new IOException("the server gave another part than was asked for");
                }
                copy(answer, part, answer.total(), progress);
            }
            case Answer.NO_SUCH_RANGE -> {
                if (answer.total() != part.length()) { // else all of it had come before
                    part.restart(source.toString(), Optional.empty());
                    throw new IOException("the server has no such part");
                }
                progress.update(part.length(), part.length());
            }
            default -> throw new RefusedException("the server answered " + answer.status());
        }
    }

    private static void copy(Answer answer, Part part, long total, DownloadProgress progress)
            throws IOException {
        checkSpace(answer.length(), part);
        long expected = answer.length() < 0 ? -1 : part.length() + answer.length();
        byte[] buffer = new byte[BUFFER];
        long toldAt = System.nanoTime() - MOST_OFTEN_NANOS;
        try (InputStream in = answer.body()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                part.append(buffer, count);
                if (System.nanoTime() - toldAt >= MOST_OFTEN_NANOS) {
                    toldAt = System.nanoTime();
                    progress.update(part.length(), total);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new RefusedException("it was interrupted" + kept(part));
                }
            }
        }
        if (expected >= 0 && part.length() < expected) {
            throw new IOException(
                    "the connection broke after " + part.length() + " of " + expected + " bytes");
        }
        progress.update(part.length(), total);
    }

    private static void checkSpace(long needed, Part part) throws IOException {
        long free = Files.getFileStore(part.path()).getUsableSpace();
        if (needed > free) {
            throw new RefusedException(
                    String.format(
                            Locale.ROOT,
                            "it needs %d MB, but the disk of %s has %d MB left",
                            megabytes(needed),
                            part.path().getParent(),
                            megabytes(free)));
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    private static void sleep(Duration pause, Part part) throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("it was interrupted" + kept(part), e);
        }
    }

    private static String kept(Part part) throws IOException {
        return part.isOfUse() ? ", and what came is kept for the next attempt" : "";
    }

    private String reason(IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return "nothing came for " + patience.silence().toSeconds() + " s";
        }
        boolean unreachable =
                cause instanceof ConnectException // which mostly has no message
                        || cause instanceof NoRouteToHostException
                        || cause instanceof UnknownHostException;
        if (unreachable) {
            return "there is no connection to " + source.getAuthority() + throughProxy();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private String throughProxy() {
        return ProxySelector.getDefault().select(source).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .map(proxy -> " through the proxy " + proxy.address())
                .orElse("");
    }
}
