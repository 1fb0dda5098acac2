/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The GPUs that NVIDIA's driver reports through its program {@code nvidia-smi}, which needs neither
 * PyTorch nor CUDA.
 *
 * @param names the GPUs' names; empty if there are none, or no driver
 * @param driver the driver's version, or empty
 * @param cuda the latest version of CUDA that the driver runs, such as 124 for 12.4; 0 if unknown
 */
public record NvidiaGpus(List<String> names, String driver, int cuda) {

    /** No GPU, or no driver. */
    public static final NvidiaGpus NONE = new NvidiaGpus(List.of(), "", 0);

    private static final Logger LOG = LoggerFactory.getLogger(NvidiaGpus.class);
    private static final String PROGRAM = "nvidia-smi";
    private static final int SECONDS = 10;
    private static final Pattern GPU = Pattern.compile("^GPU \\d+: (.+?)(?: \\(UUID: .*)?$");
    private static final Pattern DRIVER = Pattern.compile("Driver Version: *([0-9.]+)");
    private static final Pattern CUDA = Pattern.compile("CUDA Version: *(\\d+)\\.(\\d)");

    /** Keeps a copy of the list. */
    public NvidiaGpus {
        names = List.copyOf(names);
    }

    /** Asks the driver of this machine. */
    static NvidiaGpus detect() {
        return detect(PROGRAM);
    }

    /**
     * Asks a driver.
     *
     * @param program name or path of {@code nvidia-smi}
     */
    static NvidiaGpus detect(String program) {
        try {
            String list = output(program, "-L");
            return list.contains("GPU ") ? parse(list, output(program)) : NONE;
        } catch (IOException e) {
            LOG.debug("No NVIDIA GPU is reported: {}", e.getMessage());
            return NONE;
        }
    }

    /**
     * Reads what the program prints.
     *
     * @param list the answer to {@code -L}
     * @param table the answer without options
     */
    static NvidiaGpus parse(String list, String table) {
        List<String> names =
                list.lines().map(GPU::matcher).filter(Matcher::find).map(m -> m.group(1)).toList();
        Matcher driver = DRIVER.matcher(table);
        Matcher cuda = CUDA.matcher(table);
        return new NvidiaGpus(
                names,
                driver.find() ? driver.group(1) : "",
                cuda.find() ? Integer.parseInt(cuda.group(1) + cuda.group(2)) : 0);
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            return CompletableFuture.supplyAsync(() -> text(process))
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(command[0] + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Process process) {
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .reduce("", (text, line) -> text + line + "\n");
    }

    /**
     * Whether there are none.
     *
     * @return true if no GPU is reported
     */
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
