package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// Rung 5 of a function in FROM: rows that a shard computes from values.
///
/// @param sql a SELECT over `$1`, `$2`.. of the arguments
/// @param columns types of its columns
public record AskedRows(String sql, List<Expr> arguments, List<SqlType> columns, Position at) implements PlannedExpr {
    public AskedRows {
        arguments = List.copyOf(arguments);
        columns = List.copyOf(columns);
    }

    @Override
    public SqlType type() {
        return SqlType.RECORD;
    }

    @Override
    public AskedRows withArguments(List<Expr> changed) {
        return new AskedRows(sql, changed, columns, at);
    }
}
