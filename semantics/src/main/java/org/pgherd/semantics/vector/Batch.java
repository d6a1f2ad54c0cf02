package org.pgherd.semantics.vector;

import java.util.List;

/// Some rows, by columns. Columns may be none (count(*) needs only the number of rows).
public record Batch(int rowCount, Vector... columns) {
    /// How many rows operators aim at.
    public static final int DEFAULT_ROWS = 1024;

    public Batch {
        assert fits(rowCount, columns);
    }

    public static Batch of(List<Vector> columns) {
        return new Batch(columns.isEmpty() ? 0 : columns.getFirst().length(), columns.toArray(new Vector[0]));
    }

    private static boolean fits(int rowCount, Vector[] columns) {
        for (Vector column : columns) {
            if (column.length() != rowCount) {
                return false;
            }
        }
        return true;
    }

    public int columnCount() {
        return columns.length;
    }

    public Vector column(int index) {
        return columns[index];
    }
}
