package org.pgherd.engine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// A small result that is there as a whole.
public final class MaterialRows implements StatementResult.Rows {
    private final List<ResultColumn> columns;
    private final String tag;
    private @Nullable Batch batch;

    /// @param rows boxed carriers
    public MaterialRows(List<ResultColumn> columns, List<@Nullable Object[]> rows, String tag) {
        this.columns = columns;
        this.tag = tag;
        this.batch = rows.isEmpty() ? null : batch(columns, rows);
    }

    /// One column of type text, as EXPLAIN gives.
    public static MaterialRows lines(String column, List<String> lines, String tag) {
        return new MaterialRows(
                List.of(new ResultColumn(column, SqlType.of(TypeOids.TEXT), 0, 0, -1)),
                lines.stream()
                        .map(line -> new @Nullable Object[] {Text.of(line)})
                        .toList(),
                tag);
    }

    private static Batch batch(List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        Vector[] vectors = new Vector[columns.size()];
        for (int column = 0; column < vectors.length; column++) {
            VectorBuilder builder = VectorBuilder.of(columns.get(column).type().carrier(), rows.size());
            for (@Nullable Object[] row : rows) {
                Object value = row[column];
                if (value == null) {
                    builder.appendNull();
                } else {
                    builder.appendBoxed(value);
                }
            }
            vectors[column] = builder.build();
        }
        return new Batch(rows.size(), vectors);
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        Batch whole = batch;
        batch = null;
        return whole;
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public void close() {
        batch = null;
    }
}
