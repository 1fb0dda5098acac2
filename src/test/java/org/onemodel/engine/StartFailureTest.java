/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.engine.NativeLibrary.Source;

/** The words are those that loaders of the three systems say. */
class StartFailureTest {

    private static NativeLibrary library(Source source) {
        return new NativeLibrary(source, "2.7.1", Flavor.CPU, Path.of("lib"), "lib", true);
    }

    private static String sentence(Throwable failure) {
        return StartFailure.of(library(Source.CACHE), failure).getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            libtorch_cpu.so: /lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found | needs GLIBCXX_3.4.29, which this system's C or C++ library lacks
            libtorch_cpu.so: libgomp.so.1: cannot open shared object file: No such file | needs the library libgomp.so.1, which this system lacks
            C:\\torch_cpu.dll: Can't find dependent libraries | Microsoft's Visual C++ Redistributable
            libdjl_torch.so: undefined symbol: _ZN5torch3jit | different versions: 'onemodel engine reset'
            C:\\djl_torch.dll: The specified procedure could not be found | different versions
            libtorch_cpu.so: file too short | has a damaged file: 'onemodel engine reset'
            libc10.so: invalid ELF header | has a damaged file
            libc10.dylib' (mach-o file, but is an incompatible architecture | has a damaged file
            libc10.so: wrong ELF class: ELFCLASS32 | is for another kind of processor
            libc10.so: failed to map segment from shared object | does not let programs run from lib
            Native Library libc10.so already loaded in another classloader | Another plugin has loaded
            something else went wrong | does not start (java.lang.UnsatisfiedLinkError: something else went wrong)
            """)
    void eachFailureHasItsSentence(String said, String expected) {
        Throwable failure =
                new EngineException(
                        "Failed to load PyTorch native library", new UnsatisfiedLinkError(said));
        assertThat(sentence(failure)).contains(expected).doesNotContain("\n").endsWith(".");
    }

    @Test
    void aBindingOfAnotherDjlIsTold() {
        Throwable failure =
                new UnsatisfiedLinkError("'void ai.djl.pytorch.jni.PyTorchLibrary.torchNew()'");
        assertThat(sentence(failure)).contains("is of another version of DJL, or damaged");
    }

    @Test
    void aJarInTheWayIsTold() {
        assertThat(sentence(new NoSuchMethodError("com.sun.jna.Native.load")))
                .contains("Another plugin's jar is in the way")
                .contains("com.sun.jna.Native.load");
    }

    @Test
    void whoNamedTheFolderCorrectsIt() {
        EngineProblem problem =
                StartFailure.of(
                        library(Source.LIBRARY_PATH),
                        new UnsatisfiedLinkError("x.so: undefined symbol: y"));
        assertThat(problem)
                .hasMessageContaining("point PYTORCH_LIBRARY_PATH to PyTorch of the version");
        assertThat(problem.getMessage()).doesNotContain("reset");
    }
}
