package org.pgherd.analyzer.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Errors for names that nothing has, with PostgreSQL's hints: out of reach, or only misspelt
/// (errorMissingRTE, errorMissingColumn of parse_relation.c).
final class MissingName {
    private static final int MAX_DISTANCE = 3;

    private MissingName() {}

    /// `name.column` where no relation is called so.
    static SqlException relation(ParseState p, @Nullable String schema, String name, Position at) {
        NamespaceItem hidden = anyItem(p, name);
        if (hidden != null) {
            SqlException e = new SqlException(
                    SqlState.UNDEFINED_TABLE, "invalid reference to FROM-clause entry for table \"" + name + "\"", at);
            String alias = aliasOf(p, name);
            if (alias != null) {
                return e.withHint("Perhaps you meant to reference the table alias \"" + alias + "\".");
            }
            SqlException detailed = e.withDetail("There is an entry for table \"" + name
                    + "\", but it cannot be referenced from this part of the query.");
            return ifLateral(p, name)
                    ? detailed.withHint("To reference that table, you must mark this subquery with LATERAL.")
                    : detailed;
        }
        String alias = aliasOf(p, name);
        if (alias != null) {
            return new SqlException(
                            SqlState.UNDEFINED_TABLE,
                            "invalid reference to FROM-clause entry for table \"" + name + "\"",
                            at)
                    .withHint("Perhaps you meant to reference the table alias \"" + alias + "\".");
        }
        return new SqlException(SqlState.UNDEFINED_TABLE, "missing FROM-clause entry for table \"" + name + "\"", at);
    }

    /// Whether LATERAL would put it in reach.
    private static boolean ifLateral(ParseState p, String name) {
        for (ParseState state = p; state != null; state = state.parent) {
            for (NamespaceItem item : state.namespace) {
                if (item.names.name().equals(name)) {
                    return item.lateralOnly && item.lateralOk && !state.lateralActive;
                }
            }
        }
        return false;
    }

    /// Whether its columns are hidden only for being unqualified.
    private static boolean ifQualified(ParseState p, String name) {
        for (ParseState state = p; state != null; state = state.parent) {
            for (NamespaceItem item : state.namespace) {
                if (item.names.name().equals(name)) {
                    return item.relVisible && !item.columnsVisible;
                }
            }
        }
        return false;
    }

    private static @Nullable NamespaceItem anyItem(ParseState p, String name) {
        for (ParseState state = p; state != null; state = state.parent) {
            for (var rte : state.rtable) {
                if (rte.eref().name().equals(name)) {
                    return new NamespaceItem(rte.eref(), 1, List.of());
                }
            }
        }
        return null;
    }

    /// The alias that hides a table's own name.
    private static @Nullable String aliasOf(ParseState p, String name) {
        for (ParseState state = p; state != null; state = state.parent) {
            for (NamespaceItem item : state.namespace) {
                if (state.rte(item.rtindex) instanceof RteRelation r
                        && r.relation().name().equals(name)
                        && !r.eref().name().equals(name)
                        && p.catalog().relation(null, name) == r.relation()) {
                    return r.eref().name();
                }
            }
        }
        return null;
    }

    /// A column that no relation in reach has, or that the named relation has not.
    static SqlException column(ParseState p, @Nullable String relation, String column, Position at) {
        SqlException e = new SqlException(
                SqlState.UNDEFINED_COLUMN,
                relation == null
                        ? "column \"" + column + "\" does not exist"
                        : "column " + relation + "." + column + " does not exist",
                at);
        String exact = null;
        String exactTable = null;
        String first = null;
        String second = null;
        int distance = MAX_DISTANCE + 1;
        for (ParseState state = p; state != null; state = state.parent) {
            for (int i = 0; i < state.rtable.size(); i++) {
                var rte = state.rtable.get(i);
                if (rte instanceof RteJoin) {
                    continue;
                }
                int penalty = relation == null || rte.eref().name().equals(relation)
                        ? 0
                        : distance(relation, rte.eref().name(), MAX_DISTANCE + 1);
                for (String name : rte.eref().columnNames()) {
                    if (name.isEmpty()) {
                        continue;
                    }
                    if (name.equals(column) && penalty == 0) {
                        exact = name;
                        exactTable = rte.eref().name();
                        continue;
                    }
                    int edits = distance(column, name, MAX_DISTANCE + 1);
                    int d = penalty + edits;
                    if (edits > column.length() / 2 || d > MAX_DISTANCE) {
                        continue;
                    }
                    String shown = rte.eref().name() + "." + name;
                    if (d < distance) {
                        distance = d;
                        first = shown;
                        second = null;
                    } else if (d == distance && first != null) {
                        second = second == null ? shown : "";
                    }
                }
            }
        }
        if (exact != null) {
            SqlException detailed = e.withDetail("There is a column named \"" + exact + "\" in table \"" + exactTable
                    + "\", but it cannot be referenced from this part of the query.");
            if (exactTable != null && ifLateral(p, exactTable)) {
                return detailed.withHint("To reference that column, you must mark this subquery with LATERAL.");
            }
            return exactTable != null && relation == null && ifQualified(p, exactTable)
                    ? detailed.withHint("To reference that column, you must use a table-qualified name.")
                    : detailed;
        }
        if (first != null && second == null) {
            return e.withHint("Perhaps you meant to reference the column \"" + first + "\".");
        }
        if (first != null && !"".equals(second)) {
            return e.withHint(
                    "Perhaps you meant to reference the column \"" + first + "\" or the column \"" + second + "\".");
        }
        return e;
    }

    /// Edits (insert, delete, substitute) from one to the other, at most `limit`.
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return Math.min(previous[b.length()], limit);
    }
}
