package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// Functions in FROM; several are zipped (ROWS FROM).
/// @param ordinality a last column numbers the rows, as int8
public record RteFunction(
        List<RangeTblFunction> functions,
        boolean ordinality,
        boolean lateral,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    public RteFunction {
        functions = List.copyOf(functions);
    }

    @Override
    public List<SqlType> columnTypes() {
        List<SqlType> types = new ArrayList<>();
        functions.forEach(f -> types.addAll(f.columnTypes()));
        if (ordinality) {
            types.add(SqlType.INT8);
        }
        return List.copyOf(types);
    }
}
