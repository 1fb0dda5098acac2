/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.util.List;
import java.util.Locale;
import javax.swing.table.AbstractTableModel;
import org.onemodel.model.InstalledModel;

/** The installed models as rows. */
final class ModelsTable extends AbstractTableModel {

    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS =
            List.of("Name", "Task", "Version", "Size", "Licence", "Yours");

    private transient List<InstalledModel> models = List.of();

    /** Shows other models. */
    void set(List<InstalledModel> installed) {
        models = List.copyOf(installed);
        fireTableDataChanged();
    }

    /** The model of a row. */
    InstalledModel get(int row) {
        return models.get(row);
    }

    /** The row of a model, or the first if there is none of that name. */
    int row(String name) {
        for (int row = 0; row < models.size(); row++) {
            if (models.get(row).name().equals(name)) {
                return row;
            }
        }
        return 0;
    }

    @Override
    public int getRowCount() {
        return models.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        InstalledModel model = models.get(row);
        return switch (column) {
            case 0 -> model.name();
            case 1 -> model.task().key();
            case 2 -> model.version();
            case 3 -> String.format(Locale.ROOT, "%.1f MB", model.bytes() / 1e6);
            case 4 -> model.licence();
            default -> model.removable() ? "yes" : "no";
        };
    }
}
