/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answers to the wish for a file, or for the rest of one (RFC 9110, section 14).
 *
 * <p>Redirections are followed: on the same host, but never from https to http, and to another host
 * only from https to https.
 */
final class Answer implements AutoCloseable {

    static final int WHOLE = 200;
    static final int REST = 206;
    static final int NO_SUCH_RANGE = 416;

    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);
    private static final int MOST_REDIRECTIONS = 5;
    private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+|\\*)");

    private final HttpURLConnection connection;
    private final int status;

    private Answer(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        status = connection.getResponseCode();
    }

    /**
     * Asks for a whole file.
     *
     * @param source an http or https address
     * @param silence how long to wait for a connection, and each time for bytes
     * @return the answer, for the caller to close
     * @throws IOException if there is none
     */
    static Answer ofWhole(URI source, Duration silence) throws IOException {
        return of(source, silence, 0, "");
    }

    /**
     * Asks for the rest of a file, if it is still of the same version.
     *
     * @param from how many bytes are not needed
     * @param version the server's mark of the version that those were of
     */
    static Answer ofRest(URI source, Duration silence, long from, String version)
            throws IOException {
        return of(source, silence, from, version);
    }

    private static Answer of(URI source, Duration silence, long from, String version)
            throws IOException {
        URI place = source;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) silence.toMillis());
            connection.setReadTimeout((int) silence.toMillis());
            connection.setRequestProperty("User-Agent", "OneModel");
            connection.setRequestProperty("Accept", "*/*");
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
                connection.setRequestProperty("If-Range", version);
            }
            Answer answer = new Answer(connection);
            if (!ELSEWHERE.contains(answer.status)) {
                return answer;
            }
            answer.close();
            place = next(place, connection.getHeaderField("Location"));
        }
        throw new RefusedException("the server redirects again and again");
    }

    /** Where a redirection leads, if it may be followed. */
    static URI next(URI place, String location) throws RefusedException {
        URI next;
        try {
            next = place.resolve(location == null ? "" : location);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("the server redirects to \"" + location + "\"");
        }
        boolean secure = "https".equals(next.getScheme());
        boolean allowed =
                place.getHost().equalsIgnoreCase(next.getHost())
                        ? secure || next.getScheme().equals(place.getScheme())
                        : secure && "https".equals(place.getScheme());
        if (!allowed) {
            throw new RefusedException(
                    "the server redirects to " + next + ", which is not followed as not secure");
        }
        return next;
    }

    /** The status code. */
    int status() {
        return status;
    }

    /** Whether the same wish may be granted a little later. */
    boolean isBusy() {
        return BUSY.contains(status);
    }

    /** How many bytes this answer brings, or -1 if the server does not say. */
    long length() {
        return connection.getContentLengthLong();
    }

    /** The first byte of the rest that this answer brings, or -1 if the server does not say. */
    long start() {
        return range(1);
    }

    /** How many bytes the whole file has, as an answer about a part of it tells, or -1. */
    long total() {
        return range(2);
    }

    private long range(int group) {
        String text = connection.getHeaderField("Content-Range");
        Matcher matcher = RANGE.matcher(text == null ? "" : text);
        boolean told = matcher.matches() && matcher.group(group) != null;
        return told && !matcher.group(group).equals("*")
                ? Long.parseLong(matcher.group(group))
                : -1;
    }

    /** The server's mark of this version that a later wish for the rest may name. */
    Optional<String> version() {
        String tag = connection.getHeaderField("ETag");
        return tag != null && !tag.startsWith("W/") // a weak one promises no equal bytes
                ? Optional.of(tag)
                : Optional.ofNullable(connection.getHeaderField("Last-Modified"));
    }

    /** The bytes. */
    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
