/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one sentence why a native library did not load, told from what its loader said. */
final class StartFailure {

    private record Sign(Pattern words, BiFunction<NativeLibrary, Matcher, String> sentence) {}

    private static final List<Sign> SIGNS =
            List.of(
                    sign(
                            "version `((?:GLIBC|GLIBCXX|CXXABI)_[0-9.]+)' not found",
                            (library, m) ->
                                    "PyTorch needs "
                                            + m.group(1)
                                            + ", which this system's C or C++ library lacks: update"
                                            + " the system, or for GLIBCXX and CXXABI set"
                                            + " LIBSTDCXX_LIBRARY_PATH to a newer libstdc++.so.6."),
                    sign(
                            "(lib[^ :]+\\.so[0-9.]*): cannot open shared object file",
                            (library, m) ->
                                    "PyTorch needs the library "
                                            + m.group(1)
                                            + ", which this system lacks: install the package that"
                                            + " has it."),
                    sign(
                            "dependent librar|specified module could not be found",
                            (library, m) ->
                                    "Windows lacks a library that PyTorch needs: install"
                                            + " Microsoft's Visual C++ Redistributable 2015-2022"
                                            + " (x64) and start again."),
                    sign(
                            "undefined symbol|Symbol not found|procedure could not be found",
                            (library, m) ->
                                    library
                                            + " does not fit its binding to Java, as they are of"
                                            + " different versions: "
                                            + repair(library)),
                    sign(
                            "file too short|invalid ELF header|not a valid Win32|mach-o file|truncated"
                                    + "|file is too short|ELF load command|ELF file",
                            (library, m) -> library + " has a damaged file: " + repair(library)),
                    sign(
                            "wrong ELF class|incompatible architecture|cannot open shared object"
                                    + " file: Exec format",
                            (library, m) ->
                                    library
                                            + " is for another kind of processor than this Java: "
                                            + repair(library)),
                    sign(
                            "failed to map segment|Operation not permitted|Permission denied"
                                    + "|AccessDenied",
                            (library, m) ->
                                    "The system does not let programs run from "
                                            + library.folder()
                                            + ": set the variable ENGINE_CACHE_DIR to a folder on"
                                            + " a disk that allows it."),
                    sign(
                            "No space left|not enough space",
                            (library, m) ->
                                    "The disk of "
                                            + library.folder()
                                            + " is full: make room, or set the variable"
                                            + " ENGINE_CACHE_DIR to a folder on another."),
                    sign(
                            "already loaded in another classloader",
                            (library, m) ->
                                    "Another plugin has loaded the library of PyTorch in this"
                                            + " ImageJ: restart ImageJ and use OneModel first."),
                    sign(
                            "UnsatisfiedLinkError: '",
                            (library, m) ->
                                    "The binding to Java beside "
                                            + library
                                            + " is of another version of DJL, or damaged: "
                                            + repair(library)),
                    sign(
                            "(NoSuchMethodError|NoClassDefFoundError|NoSuchFieldError"
                                    + "|IncompatibleClassChangeError): (.*)",
                            (library, m) ->
                                    "Another plugin's jar is in the way of DJL, which starts"
                                            + " PyTorch ("
                                            + m.group(1)
                                            + ": "
                                            + m.group(2)
                                            + "): look for a second jar of the same name and"
                                            + " remove the older one."));

    private StartFailure() {}

    private static Sign sign(String words, BiFunction<NativeLibrary, Matcher, String> sentence) {
        return new Sign(Pattern.compile(words), sentence);
    }

    private static String repair(NativeLibrary library) {
        return library.source() == NativeLibrary.Source.LIBRARY_PATH
                ? "point PYTORCH_LIBRARY_PATH to PyTorch of the version that OneModel is made for"
                        + " (onemodel engine status), or unset it."
                : Advice.RESET
                        + " removes it, and "
                        + Advice.install(library.flavor())
                        + " fetches it again.";
    }

    /**
     * The failure of a start.
     *
     * @param library what was to be loaded
     * @param failure what came of it
     */
    static EngineProblem of(NativeLibrary library, Throwable failure) {
        StringBuilder told = new StringBuilder();
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            told.append(cause).append('\n');
            last = cause;
        }
        for (Sign sign : SIGNS) {
            Matcher matcher = sign.words().matcher(told);
            if (matcher.find()) {
                return problem(sign.sentence().apply(library, matcher), failure);
            }
        }
        return problem(library + " does not start (" + last + "): " + repair(library), failure);
    }

    private static EngineProblem problem(String sentence, Throwable failure) {
        return new EngineProblem(EngineProblem.Kind.UNUSABLE, sentence, failure);
    }
}
