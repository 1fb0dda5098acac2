/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import ij.measure.ResultsTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.onemodel.restore.OneModelException;

/**
 * What each noise map of a model changes in an image.
 *
 * @param image the image's title
 * @param model the model's name
 * @param smoothLength what is smooth has half-waves longer than this, in pixels
 * @param maps one a noise map, coarsest first
 */
public record InfluenceTable(
        String image, String model, int smoothLength, List<MapInfluence> maps) {

    /** Keeps the list as it is now. */
    public InfluenceTable {
        maps = List.copyOf(maps);
    }

    /**
     * The two maps for a colour grid: those that change colour most; in an image whose colours
     * fewer than two maps change visibly, those that change most altogether.
     *
     * @return two indices, ascending
     * @throws OneModelException if fewer than two maps change anything
     */
    public List<Integer> strongestMaps() {
        return strongest().stream().map(MapInfluence::map).sorted().toList();
    }

    private List<MapInfluence> strongest() {
        ToDoubleFunction<MapInfluence> strength =
                changesColours() ? map -> map.change().colour() : map -> map.change().total();
        List<MapInfluence> strongest =
                maps.stream()
                        .filter(map -> strength.applyAsDouble(map) > 0)
                        .sorted(Comparator.comparingDouble(strength).reversed())
                        .limit(2)
                        .toList();
        if (strongest.size() < 2) {
            throw new OneModelException(
                    "Fewer than two noise maps of the model '"
                            + model
                            + "' change '"
                            + image
                            + "', so none can be chosen; give two numbers such as 0,1.");
        }
        return strongest;
    }

    private boolean changesColours() {
        return maps.stream().filter(map -> map.change().colour() >= Change.VISIBLE).count() > 1;
    }

    /**
     * How the two maps were chosen.
     *
     * @return one sentence
     * @throws OneModelException if fewer than two maps change anything
     */
    public String choice() {
        List<Integer> chosen = strongestMaps();
        boolean colours = changesColours();
        StringBuilder sentence = new StringBuilder("Noise maps ");
        sentence.append(chosen.get(0)).append(" and ").append(chosen.get(1));
        sentence.append(colours ? " change the colours of '" : " change '");
        sentence.append(image).append("' most: by ");
        for (int i = 0; i < 2; i++) {
            Change change = maps.get(chosen.get(i)).change();
            double amount = colours ? change.colour() : change.total();
            sentence.append(i == 0 ? "" : " and ");
            sentence.append(String.format(Locale.ROOT, "%.1f", amount));
        }
        return sentence.append(" grey levels of 255.").toString();
    }

    /**
     * As a table of ImageJ.
     *
     * @return one row a noise map
     */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        table.showRowNumbers(false);
        addTo(table);
        return table;
    }

    /**
     * Adds these rows to a table.
     *
     * @param table a table of influences, or an empty one
     */
    public void addTo(ResultsTable table) {
        for (MapInfluence map : maps) {
            Change change = map.change();
            table.incrementCounter();
            table.addValue("Image", image);
            table.addValue("Map", map.map());
            table.addValue("Layer", map.layer());
            table.addValue("Pixels", map.pixels());
            table.addValue("Total", change.total());
            table.addValue("Colour", change.colour());
            table.addValue("Brightness", change.brightness());
            table.addValue("Structure", change.structure());
            table.addValue("Detail", change.detail());
            table.addValue("Verdict", change.verdict());
        }
    }
}
