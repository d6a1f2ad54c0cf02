package org.pgherd.engine.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.StatementRunner;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.TypeOids;

/// ts_stat(query [, weights]): how often words occur in the texts that a query gives (ts_stat_sql of tsvector_op.c).
/// The query is the session's, over all shards; what it gives is counted by another around it.
final class WordStatistics {
    private static final int TS_STAT = 3689;
    private static final int TS_STAT_OF_WEIGHTS = 3690;

    private WordStatistics() {}

    static boolean is(int function) {
        return function == TS_STAT || function == TS_STAT_OF_WEIGHTS;
    }

    static RowIterator rows(@Nullable Object[] arguments, StatementRunner statements) {
        for (Object argument : arguments) {
            if (argument == null) {
                return RowIterator.EMPTY;
            }
        }
        VariableScope none = VariableScope.positional(List.of());
        String query = statement(String.valueOf(arguments[0]));
        List<PreparedStatement.Column> columns = statements.prepare(query, none).columns();
        if (columns.size() != 1 || columns.getFirst().type().oid() != TypeOids.TSVECTOR) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "ts_stat query must return one tsvector column");
        }
        String weights = arguments.length > 1 ? weights(String.valueOf(arguments[1])) : "";
        String count = weights.isEmpty()
                ? "greatest(pg_catalog.cardinality(u.positions), 1)"
                : "(SELECT pg_catalog.count(*) FROM pg_catalog.unnest(u.weights) w WHERE w IN (" + weights + "))";
        String sql = "SELECT n.lexeme, pg_catalog.count(*)::pg_catalog.int4, pg_catalog.sum(n.entries)::pg_catalog.int4"
                + " FROM (SELECT u.lexeme, " + count + " AS entries FROM (" + query + ") d(v),"
                + " LATERAL pg_catalog.unnest(d.v) u) n WHERE n.entries > 0"
                + " GROUP BY n.lexeme ORDER BY n.lexeme COLLATE pg_catalog.\"C\" DESC";
        return statements.prepare(sql, none).execute(new @Nullable Object[0], true);
    }

    /// The one statement of the text, without what ends it.
    private static String statement(String text) {
        List<RawStmt> statements = SqlParser.parse(text);
        if (statements.size() != 1) {
            throw new SqlException(
                    SqlState.INVALID_CURSOR_DEFINITION,
                    statements.isEmpty()
                            ? "cannot open empty query as cursor"
                            : "cannot open multi-query plan as cursor");
        }
        Position at = statements.getFirst().at();
        return text.substring(at.start(), at.end());
    }

    /// Letters other than the four weights count for nothing; without any of these all positions count.
    private static String weights(String letters) {
        StringBuilder list = new StringBuilder();
        for (char weight : new char[] {'A', 'B', 'C', 'D'}) {
            if (letters.indexOf(weight) >= 0 || letters.indexOf(Character.toLowerCase(weight)) >= 0) {
                list.append(list.isEmpty() ? "" : ", ")
                        .append('\'')
                        .append(weight)
                        .append('\'');
            }
        }
        return list.toString();
    }
}
