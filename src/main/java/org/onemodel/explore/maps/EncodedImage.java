/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.onemodel.image.ImageTemplate;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.tile.Tiling;

/**
 * An image, or some of its planes, as latent codes and noise maps: all that it takes to decode it.
 * Exported stacks of noise maps carry it with them. Immutable.
 *
 * @param id tells encoded images apart; copies of a stack keep it, in ImageJ and in TIFF files
 * @param model name or path of the model that encoded it; empty if it is not known
 * @param template what the decoded image is like
 * @param planes its planes, in stack order, with tiles of one layout
 */
public record EncodedImage(
        String id, String model, ImageTemplate template, List<EncodedPlane> planes) {

    /** In place of a model's name: the one that encoded the image. */
    public static final String ITS_MODEL = "exported";

    private static final String ID = "OneModel embedding";
    private static final String OBJECT = "OneModel encoded image";

    /**
     * Checks the planes.
     *
     * @throws IllegalArgumentException if there are not as many as the template has, or their tiles
     *     differ
     */
    public EncodedImage {
        planes = List.copyOf(planes);
        if (planes.size() != template.planes().count()) {
            throw new IllegalArgumentException(
                    planes.size()
                            + " encoded planes are no image of "
                            + template.planes().count()
                            + ".");
        }
        Tiling tiling = planes.get(0).tiling();
        if (planes.stream().anyMatch(plane -> !plane.tiling().equals(tiling))) {
            throw new IllegalArgumentException("The planes of an image have tiles of one layout.");
        }
    }

    /** A new encoded image, unlike all others. */
    static EncodedImage of(String model, ImageTemplate template, List<EncodedPlane> planes) {
        return new EncodedImage(UUID.randomUUID().toString(), model, template, planes);
    }

    /** Where the tiles of each plane lie. */
    Tiling tiling() {
        return planes.get(0).tiling();
    }

    /** The number of noise maps of a plane. */
    int mapCount() {
        return planes.get(0).tiles().noiseMaps().size();
    }

    /** Lets a stack carry this with it. */
    void attachTo(ImagePlus stack) {
        stack.setProp(ID, id);
        stack.setProperty(OBJECT, this);
    }

    /**
     * What a stack of noise maps carries: of a copy of an exported stack, what the open original
     * does.
     *
     * @param stack any image
     * @return the encoded image, or nothing if the stack has none, or lost it as files do
     */
    public static Optional<EncodedImage> carriedBy(ImagePlus stack) {
        if (stack.getProperty(OBJECT) instanceof EncodedImage encoded) {
            return Optional.of(encoded);
        }
        String id = stack.getProp(ID);
        return open().map(image -> image.getProperty(OBJECT))
                .filter(object -> object instanceof EncodedImage)
                .map(EncodedImage.class::cast)
                .filter(encoded -> encoded.id().equals(id))
                .findFirst();
    }

    private static Stream<ImagePlus> open() {
        int[] ids = WindowManager.getIDList();
        return Arrays.stream(ids == null ? new int[0] : ids)
                .mapToObj(WindowManager::getImage)
                .filter(image -> image != null);
    }

    /**
     * What a stack of noise maps carries, which must be there.
     *
     * @param stack any image
     * @return the encoded image
     * @throws OneModelException if the stack has none, or lost it
     */
    public static EncodedImage requireFrom(ImagePlus stack) {
        return carriedBy(stack)
                .orElseThrow(
                        () ->
                                new OneModelException(
                                        "'"
                                                + stack.getTitle()
                                                + "' does not bring the latent code that its maps"
                                                + " belong to, as files and copies lose it: keep"
                                                + " the exported stack open, or give the .npz file"
                                                + " that was written with it as embedding."));
    }

    /**
     * The open stacks of noise maps that were exported together.
     *
     * @param stack one of them
     * @return it and the others, in the order in which they were opened
     */
    public static List<ImagePlus> openTogetherWith(ImagePlus stack) {
        String id = stack.getProp(ID);
        List<ImagePlus> together = new ArrayList<>();
        if (id != null) {
            open().filter(image -> id.equals(image.getProp(ID))).forEach(together::add);
        }
        if (!together.contains(stack)) {
            together.add(stack);
        }
        return together;
    }

    /**
     * Names the model that decodes this.
     *
     * @param options whose model may be {@link #ITS_MODEL}
     * @return the same options with the name of a model
     */
    public RestoreOptions withModel(RestoreOptions options) {
        if (!options.model().equals(ITS_MODEL)) {
            return options;
        }
        return options.withModel(model.isBlank() ? RestoreOptions.DEFAULT_MODEL : model);
    }
}
