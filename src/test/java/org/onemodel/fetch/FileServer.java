/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that has one file under any path, gives ranges of it with an ETag, and
 * fails as it is told.
 */
public final class FileServer implements AutoCloseable {

    private static final String FROM = "bytes=(\\d+)-";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile byte[] content;
    private volatile String tag = "\"first\"";
    private volatile boolean ranges = true;
    private volatile int breaks;
    private volatile int breakAfter;

    /** Starts to serve. */
    public FileServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a path. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What each request asked for: {@code all}, or a range such as {@code bytes=1000-}. */
    public List<String> requests() {
        return requests;
    }

    /** Lets that many answers break off after so many bytes each. */
    public void breakOff(int answers, int afterBytes) {
        breaks = answers;
        breakAfter = afterBytes;
    }

    /** Puts another version of the file into its place. */
    public void replace(byte[] newContent, String newTag) {
        content = newContent;
        tag = newTag;
    }

    /** Gives whole files only from now on, as some servers do. */
    public void refuseRanges() {
        ranges = false;
    }

    /** Answers what the file server does not. */
    public HttpServer http() {
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? "all" : range);
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from =
                range != null && ranges && same
                        ? Integer.parseInt(range.replaceAll(FROM, "$1"))
                        : 0;
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0 && from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
        } else {
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes %d-%d/%d"
                                        .formatted(from, content.length - 1, content.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            send(exchange, from);
        }
        exchange.close();
    }

    private void send(HttpExchange exchange, int from) throws IOException {
        int length = content.length - from;
        if (breaks > 0) {
            breaks--;
            length = Math.min(length, breakAfter);
        }
        exchange.getResponseBody().write(content, from, length);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
