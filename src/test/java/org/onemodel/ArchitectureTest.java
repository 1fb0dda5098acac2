/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onemodel.image.ImageOpener;

/**
 * Holds the table of the design: image → tiles → encoder → embedding → decoder → image, and nothing
 * flows back.
 *
 * <p>A row names what a package may import. With each of those comes what that one may import, as
 * its types stand in its signatures: an encoder that may import {@code nn} may import DJL. The
 * outer packages, {@code command} and {@code ij1}, may import what their rows name and no more.
 */
class ArchitectureTest {

    private static final String ROOT = "org.onemodel.";
    private static final String DJL = "ai.djl..";
    private static final String IJ = "ij..";
    private static final String IMGLIB2 = "net.imglib2..";
    private static final String SCIJAVA = "org.scijava..";
    private static final String GSON = "com.google.gson..";

    /** Everyone may use these; the empty package is that of primitive types. */
    private static final String[] COMMON = {"", "java..", "org.slf4j.."};

    /** Package → what it may import: packages of ours by name, libraries as patterns. */
    private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("image", List.of(IJ, IMGLIB2));
        TABLE.put("tile", List.of(IMGLIB2));
        TABLE.put("files", List.of());
        TABLE.put("npz", List.of("files"));
        TABLE.put("tiff", List.of("image", "files"));
        TABLE.put("camera", List.of("image"));
        TABLE.put("nn", List.of(DJL));
        TABLE.put("embedding", List.of("nn", DJL));
        TABLE.put("encoder", List.of("nn", "embedding"));
        TABLE.put("decoder", List.of("nn", "embedding"));
        TABLE.put("autoencoder", List.of("encoder", "decoder"));
        TABLE.put("weights", List.of("autoencoder", "net.razorvine.pickle..", GSON));
        TABLE.put("fetch", List.of());
        TABLE.put("engine", List.of("fetch", "files", DJL, "com.sun.jna.."));
        TABLE.put("model", List.of("weights", "fetch", "files", "npz", "engine"));
        // Where its weights are published stands in the catalogue, with all else that is fetched.
        TABLE.put("lpips", List.of("nn", "model"));
        TABLE.put("restore", List.of("autoencoder", "tile", "camera"));
        // Noise maps are read tile by tile and with the options and progress of restoration.
        TABLE.put(
                "explore",
                List.of(
                        "autoencoder",
                        "embedding",
                        "image",
                        "restore",
                        "npz",
                        "lpips",
                        "org.apache.commons.statistics.."));
        TABLE.put(
                "train",
                List.of(
                        "autoencoder",
                        "image",
                        "model",
                        "lpips",
                        "javax.imageio..",
                        "org.yaml.snakeyaml.."));
        TABLE.put("evaluate", List.of("restore", "image", "lpips"));
        TABLE.put("service", List.of("train", "evaluate", "explore", SCIJAVA));
        TABLE.put("install", List.of("fetch", GSON));
        TABLE.put(
                "cli",
                List.of("service", "train", "evaluate", "files", "tiff", "install", "picocli.."));
    }

    /**
     * What commands take and give besides the service: options, tasks and errors; and those who
     * follow a training run, with what they are told.
     */
    private static final Set<String> OPTION_TYPES =
            Set.of(
                    ROOT + "explore.project.CurvePoint",
                    ROOT + "explore.project.Projection",
                    ROOT + "explore.project.ProjectionCurve",
                    ROOT + "explore.project.ProjectionOptions",
                    ROOT + "explore.NoiseMapSelection",
                    ROOT + "explore.sweep.NoiseFactors",
                    ROOT + "explore.pair.Interpolation",
                    ROOT + "explore.pair.StyleMix",
                    ROOT + "explore.grid.ColorGridResult",
                    ROOT + "explore.montage.Figure",
                    ROOT + "explore.grid.GridMaps",
                    ROOT + "explore.influence.InfluenceTable",
                    ROOT + "explore.maps.NoiseMapFormat",
                    ROOT + "explore.maps.EncodedImage",
                    ROOT + "explore.generation.Generation",
                    ROOT + "explore.generation.NoiseSource",
                    ROOT + "explore.generation.PixelValues",
                    ROOT + "explore.statistics.StatisticsReport",
                    ROOT + "explore.statistics.FailedImage",
                    ROOT + "model.Task",
                    ROOT + "model.InstalledModel",
                    ROOT + "model.CatalogueEntry",
                    ROOT + "fetch.DownloadMonitor",
                    ROOT + "fetch.DownloadProgress",
                    ROOT + "fetch.VerifiedDownload",
                    ROOT + "fetch.Checksum",
                    ROOT + "engine.EngineReport",
                    ROOT + "engine.EngineProblem",
                    ROOT + "engine.EngineOffer",
                    ROOT + "engine.NativeLibrary",
                    ROOT + "engine.NvidiaGpus",
                    ROOT + "engine.WantedBuild",
                    ROOT + "engine.Flavor",
                    ROOT + "engine.Crash",
                    ROOT + "restore.OneModelException",
                    ROOT + "restore.Preview",
                    ROOT + "restore.RestoreOptions",
                    ROOT + "camera.NoiseSetting",
                    ROOT + "image.PartPicture",
                    ROOT + "image.figure.LineChart",
                    ROOT + "image.Percentiles",
                    ROOT + "image.Residual",
                    ROOT + "image.PlaneSelection",
                    ROOT + "image.RegionUse",
                    ROOT + "image.OutputType",
                    ROOT + "image.NormalizationScope",
                    ROOT + "train.TrainingListener",
                    ROOT + "train.TrainingConfig",
                    ROOT + "train.RunConfig",
                    ROOT + "train.ProgressWords",
                    ROOT + "train.record.LearningCurve");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.onemodel");

    @TestFactory
    Stream<DynamicTest> eachPackageImportsWhatItsRowNames() {
        return TABLE.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> checkRow(name)));
    }

    private static void checkRow(String name) {
        List<String> allowed = new ArrayList<>(List.of(COMMON));
        allowed.add(ROOT + name + "..");
        allowed.addAll(closure(name));
        classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .because(
                        "the design lets "
                                + name
                                + " import "
                                + String.join(", ", TABLE.get(name))
                                + " and what those import; data flows one way, so move the code or"
                                + " change the table and this test in one step")
                .check(CLASSES);
    }

    private static Set<String> closure(String name) {
        Set<String> patterns = new LinkedHashSet<>();
        for (String entry : TABLE.get(name)) {
            if (TABLE.containsKey(entry)) {
                patterns.add(ROOT + entry + "..");
                patterns.addAll(closure(entry));
            } else {
                patterns.add(entry);
            }
        }
        return patterns;
    }

    @Test
    void commandsKnowTheServiceAndOptionsOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + "command..")
                .should(
                        onlyDependOnClassesThat(
                                in("", "java..", "org.slf4j..", IJ, SCIJAVA)
                                        .or(in(ROOT + "command..", ROOT + "service.."))
                                        .or(optionTypes())))
                .allowEmptyShould(true)
                .because(
                        "a command is one screen: parameters, a call of the service, a result;"
                                + " ImagePlus comes and goes, and algorithms live below the service")
                .check(CLASSES);
    }

    @Test
    void plainImageJKnowsTheCommandsOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + "ij1..")
                .should(
                        onlyDependOnClassesThat(
                                in("", "java..", "javax.swing..", "org.slf4j..", IJ, SCIJAVA)
                                        .or(in(ROOT + "ij1..", ROOT + "command.."))
                                        .or(in(ROOT + "service..", ROOT + "files.."))
                                        .or(JavaClass.Predicates.type(ImageOpener.class))
                                        .or(optionTypes())))
                .allowEmptyShould(true)
                .because(
                        "menu entries, dialogs and macro options are made from the commands' own"
                                + " parameters, and no command is written twice")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> optionTypes() {
        return DescribedPredicate.describe(
                "are option types",
                type ->
                        OPTION_TYPES.stream()
                                .anyMatch(
                                        name ->
                                                type.getName().equals(name)
                                                        || type.getName().startsWith(name + "$")));
    }

    @Test
    void nobodyImportsTheOutermostPackages() {
        Map<String, String[]> users =
                Map.of(
                        "command", new String[] {ROOT + "command..", ROOT + "ij1.."},
                        "ij1", new String[] {ROOT + "ij1.."},
                        "cli", new String[] {ROOT + "cli.."});
        users.forEach(
                (name, allowed) ->
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(allowed)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(ROOT + name + "..")
                                .because(
                                        name
                                                + " is where users come in: what others need of it"
                                                + " belongs in the service or below")
                                .check(CLASSES));
    }

    @Test
    void windowsAreOpenedInIj1Only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "ij1..")
                .and()
                .doNotHaveSimpleName("PreviewRoi") // draws where ImageJ draws
                .should()
                .dependOnClassesThat(
                        in("javax.swing..", "java.awt..")
                                .and(DescribedPredicate.not(in("java.awt.image..")))
                                .and(
                                        DescribedPredicate.not(
                                                JavaClass.Predicates.type(Rectangle.class))))
                .because(
                        "all else runs headless, on clusters and in tests; java.awt.image only"
                                + " holds pixels, and ImageJ's selections have a Rectangle")
                .check(CLASSES);
    }

    @Test
    void sciJavaAnnotationsLiveInServiceCommandAndWindowsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "service..", ROOT + "command..", ROOT + "ij1..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "are SciJava annotations",
                                type ->
                                        type.isAnnotation()
                                                && type.getPackageName().startsWith("org.scijava")))
                .because(
                        "tools know no host: services, commands and the windows that these find"
                                + " through SciJava are the only plugins here")
                .check(CLASSES);
    }

    @Test
    void networksTakeNumbersFromConstants() {
        for (String operation : List.of("mul", "div", "pow")) {
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT + "nn..",
                            ROOT + "encoder..",
                            ROOT + "decoder..",
                            ROOT + "lpips..",
                            ROOT + "explore.project..",
                            ROOT + "train..")
                    .should()
                    .callMethod(NDArray.class, operation, Number.class)
                    .because(
                            "the engine lets go of the number before the backward pass reads it,"
                                    + " which corrupts gradients: use nn.Constants")
                    .check(CLASSES);
        }
    }

    @Test
    void gradientsAreTakenOneComputationAtATime() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Gradients")
                .should()
                .callMethod(Engine.class, "newGradientCollector")
                .because(
                        "the engine refuses a second collector while one is open: with"
                                + " nn.Gradients a training and a projection wait for each other")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARow() {
        List<String> rows = new ArrayList<>(List.of(ROOT + "command..", ROOT + "ij1.."));
        TABLE.keySet().forEach(name -> rows.add(ROOT + name + ".."));
        classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(rows.toArray(String[]::new))
                .because("a package without a row in the design's table would follow no rule")
                .check(CLASSES);
    }
}
