package org.pgherd.gateway.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireColumn;

/// psql's expanded format: a block of lines per row (print.c:print_aligned_vertical, border 1).
public final class ExpandedTable {
    private ExpandedTable() {}

    public static String of(List<WireColumn> columns, List<@Nullable String[]> rows) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return "(" + rows.size() + (rows.size() == 1 ? " row)\n\n" : " rows)\n\n");
        }
        CellText[] names = new CellText[columns.size()];
        int nameWidth = 0;
        for (int i = 0; i < names.length; i++) {
            names[i] = CellText.of(columns.get(i).name());
            nameWidth = Math.max(nameWidth, names[i].width());
        }
        CellText[][] cells = new CellText[rows.size()][names.length];
        int valueWidth = 0;
        for (int row = 0; row < cells.length; row++) {
            for (int i = 0; i < names.length; i++) {
                String value = rows.get(row)[i];
                cells[row][i] = CellText.of(value == null ? "" : value);
                valueWidth = Math.max(valueWidth, cells[row][i].width());
            }
        }
        StringBuilder out = new StringBuilder();
        for (int row = 0; row < cells.length; row++) {
            rule(out, row + 1, nameWidth, valueWidth);
            for (int i = 0; i < names.length; i++) {
                field(out, names[i], nameWidth, cells[row][i], valueWidth);
            }
        }
        return out.append('\n').toString();
    }

    /// `-[ RECORD 1 ]-+----`: the plus stands over the bar unless the words reach beyond it.
    private static void rule(StringBuilder out, int record, int nameWidth, int valueWidth) {
        String words = "-[ RECORD " + record + " ]";
        out.append(words);
        out.repeat('-', Math.max(0, nameWidth - words.length()));
        int beyond = words.length() - nameWidth;
        if (beyond-- <= 0) {
            out.append('-');
        }
        if (beyond-- <= 0) {
            out.append('+');
        }
        if (beyond-- <= 0) {
            out.append('-');
        }
        out.repeat('-', Math.max(0, valueWidth - Math.max(beyond, 0)));
        out.append('\n');
    }

    private static void field(StringBuilder out, CellText name, int nameWidth, CellText value, int valueWidth) {
        int lines = Math.max(name.lines().size(), value.lines().size());
        for (int line = 0; line < lines; line++) {
            boolean named = line < name.lines().size();
            CellText.Line label = named ? name.lines().get(line) : new CellText.Line("", 0);
            out.append(label.text()).repeat(' ', nameWidth - label.width());
            out.append(line < name.lines().size() - 1 ? '+' : ' ').append('|');
            if (line < value.lines().size()) {
                CellText.Line text = value.lines().get(line);
                out.append(' ').append(text.text());
                if (line < value.lines().size() - 1) {
                    out.repeat(' ', valueWidth - text.width()).append('+');
                }
            }
            out.append('\n');
        }
    }
}
