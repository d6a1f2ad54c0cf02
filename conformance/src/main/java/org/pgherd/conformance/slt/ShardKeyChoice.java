package org.pgherd.conformance.slt;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.Node;

/// Places new tables by the column of a number, where the engine would take the primary key. Unique keys then go, on
/// both sides: a shard cannot hold those that leave the shard key out.
public final class ShardKeyChoice {
    private static final Pattern CREATES = Pattern.compile("(?is)\\s*CREATE\\s+(UNIQUE|TABLE)\\b.*");
    private static final Pattern OF_TABLE =
            Pattern.compile("(?i),\\s*(PRIMARY\\s+KEY|UNIQUE)\\s*\\([^)]*\\)|\\b(PRIMARY\\s+KEY|UNIQUE)\\b");

    private final int number;

    /// @param number of the column, from 1; tables of fewer columns are counted round
    public ShardKeyChoice(int number) {
        this.number = number;
    }

    /// What both sides run in place of a statement.
    String withoutUniqueKeys(String sql) {
        return CREATES.matcher(sql).matches() ? OF_TABLE.matcher(sql).replaceAll("") : sql;
    }

    /// The call that places the table that a statement made; null if it made none.
    @Nullable
    String placement(String sql) {
        Node statement;
        try {
            statement = SqlParser.parse(sql).getFirst().stmt();
        } catch (SqlException e) {
            return null;
        }
        if (!(statement instanceof CreateStmt table)) {
            return null;
        }
        List<String> columns = table.tableElts().stream()
                .filter(ColumnDef.class::isInstance)
                .map(element -> ((ColumnDef) element).colname())
                .toList();
        return columns.isEmpty()
                ? null
                : "SELECT create_distributed_table('" + table.relation().relname() + "', '"
                        + columns.get((number - 1) % columns.size()) + "')";
    }
}
