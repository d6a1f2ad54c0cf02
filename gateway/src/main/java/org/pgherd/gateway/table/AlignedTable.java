package org.pgherd.gateway.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireColumn;

/// psql's default format: columns of even width, numbers to the right, the header centred, the number of rows below
/// (print.c:print_aligned_text, border 1).
public final class AlignedTable {
    private final StringBuilder out = new StringBuilder();
    private final List<WireColumn> columns;
    private final int[] widths;

    private AlignedTable(List<WireColumn> columns) {
        this.columns = columns;
        this.widths = new int[columns.size()];
    }

    /// With the number of rows and an empty line at the end.
    public static String of(List<WireColumn> columns, List<@Nullable String[]> rows) {
        return of(columns, rows, rows.size());
    }

    /// Shows some of the rows only, and how many there are.
    ///
    /// @param all number of rows to name in the last line
    public static String of(List<WireColumn> columns, List<@Nullable String[]> rows, int all) {
        AlignedTable table = new AlignedTable(columns);
        table.print(rows);
        return table.out
                .append('(')
                .append(all)
                .append(all == 1 ? " row)\n\n" : " rows)\n\n")
                .toString();
    }

    private void print(List<@Nullable String[]> rows) {
        CellText[] header = new CellText[widths.length];
        for (int i = 0; i < header.length; i++) {
            header[i] = CellText.of(columns.get(i).name());
            widths[i] = header[i].width();
        }
        CellText[][] cells = new CellText[rows.size()][widths.length];
        for (int row = 0; row < cells.length; row++) {
            for (int i = 0; i < widths.length; i++) {
                String value = rows.get(row)[i];
                cells[row][i] = CellText.of(value == null ? "" : value);
                widths[i] = Math.max(widths[i], cells[row][i].width());
            }
        }
        if (widths.length == 0) {
            out.append("--\n");
            return;
        }
        printHeader(header);
        printRule();
        for (CellText[] row : cells) {
            printRow(row);
        }
    }

    private void printHeader(CellText[] header) {
        int lines = 0;
        for (CellText cell : header) {
            lines = Math.max(lines, cell.lines().size());
        }
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < header.length; i++) {
                out.append(i == 0 ? " " : "| ");
                List<CellText.Line> texts = header[i].lines();
                if (line < texts.size()) {
                    int spare = widths[i] - texts.get(line).width();
                    pad(spare / 2);
                    out.append(texts.get(line).text());
                    pad(spare - spare / 2);
                } else {
                    pad(widths[i]);
                }
                out.append(line < texts.size() - 1 ? '+' : ' ');
            }
            out.append('\n');
        }
    }

    private void printRule() {
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) {
                out.append('+');
            }
            out.repeat('-', widths[i] + 2);
        }
        out.append('\n');
    }

    private void printRow(CellText[] row) {
        int lines = 0;
        for (CellText cell : row) {
            lines = Math.max(lines, cell.lines().size());
        }
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < row.length; i++) {
                out.append(i == 0 ? " " : "| ");
                boolean last = i == row.length - 1;
                List<CellText.Line> texts = row[i].lines();
                boolean continued = line < texts.size() - 1;
                if (line < texts.size()) {
                    CellText.Line text = texts.get(line);
                    int spare = widths[i] - text.width();
                    if (columns.get(i).isNumber()) {
                        pad(spare);
                        out.append(text.text());
                    } else {
                        out.append(text.text());
                        if (!last || continued) {
                            pad(spare);
                        }
                    }
                } else if (!last) {
                    pad(widths[i]);
                }
                if (continued) {
                    out.append('+');
                } else if (!last) {
                    out.append(' ');
                }
            }
            out.append('\n');
        }
    }

    private void pad(int spaces) {
        out.repeat(' ', spaces);
    }
}
