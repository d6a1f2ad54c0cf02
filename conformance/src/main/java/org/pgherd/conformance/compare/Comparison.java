package org.pgherd.conformance.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SortBy;

/// Compares outcomes of one statement. Rows are compared in order only under a top-level ORDER BY, and there
/// only by the
/// values of those sort keys that are output columns; else as multisets.
public final class Comparison {

    private Comparison() {}

    public static Verdict of(String sql, Outcome herd, Outcome oracle) {
        return switch (oracle) {
            case Outcome.Failure expected ->
                herd instanceof Outcome.Failure got ? failures(got, expected) : Verdict.ACCEPTED;
            case Outcome.Command expected ->
                switch (herd) {
                    case Outcome.Failure _ -> Verdict.REFUSED;
                    case Outcome.Command got -> got.tag().equals(expected.tag()) ? Verdict.SAME : Verdict.TAG;
                    case Outcome.Rows _ -> Verdict.COLUMNS;
                };
            case Outcome.Rows expected ->
                switch (herd) {
                    case Outcome.Failure _ -> Verdict.REFUSED;
                    case Outcome.Command _ -> Verdict.COLUMNS;
                    case Outcome.Rows got -> rows(sql, got, expected);
                };
        };
    }

    private static Verdict failures(Outcome.Failure got, Outcome.Failure expected) {
        if (!got.state().equals(expected.state())) {
            return Verdict.SQLSTATE;
        }
        return got.message().equals(expected.message()) ? Verdict.SAME : Verdict.MESSAGE;
    }

    private static Verdict rows(String sql, Outcome.Rows got, Outcome.Rows expected) {
        if (!got.columns().equals(expected.columns()) || !sameTypes(got.typeOids(), expected.typeOids())) {
            return Verdict.COLUMNS;
        }
        if (got.rows().size() != expected.rows().size() || !sorted(got).equals(sorted(expected))) {
            return Verdict.ROWS;
        }
        for (int column : sortColumns(sql, expected.columns())) {
            for (int row = 0; row < got.rows().size(); row++) {
                if (!java.util.Objects.equals(
                        got.rows().get(row).get(column),
                        expected.rows().get(row).get(column))) {
                    return Verdict.ORDER;
                }
            }
        }
        return got.tag().equals(expected.tag()) ? Verdict.SAME : Verdict.TAG;
    }

    /// Built-in types must be the same; user-defined ones have other numbers on another server.
    private static boolean sameTypes(List<Integer> got, List<Integer> expected) {
        for (int i = 0; i < got.size(); i++) {
            int a = got.get(i);
            int b = expected.get(i);
            if (a != b && (a < 16384 || b < 16384)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<@Nullable String>> sorted(Outcome.Rows rows) {
        List<List<@Nullable String>> copy = new ArrayList<>(rows.rows());
        copy.sort(Comparator.comparing(Object::toString));
        return copy;
    }

    /// Positions of the leading sort keys that are output columns; a key that is none ends the list, since rows may
    /// be in any order of what follows.
    static List<Integer> sortColumns(String sql, List<String> columns) {
        List<Integer> found = new ArrayList<>();
        SelectStmt select = topLevelSelect(sql);
        if (select == null) {
            return found;
        }
        for (SortBy key : select.sortClause()) {
            int column = switch (key.node()) {
                case IntegerConst number -> number.ival() - 1;
                case ColumnRef name -> {
                    String last = name.star() ? "" : name.fields().getLast();
                    int at = columns.indexOf(last);
                    yield at >= 0 && columns.lastIndexOf(last) == at ? at : -1;
                }
                default -> -1;
            };
            if (column < 0 || column >= columns.size()) {
                break;
            }
            found.add(column);
        }
        return found;
    }

    private static @Nullable SelectStmt topLevelSelect(String sql) {
        if (!sql.toLowerCase(Locale.ROOT).contains("order")) {
            return null;
        }
        try {
            List<RawStmt> statements = SqlParser.parse(sql);
            return statements.size() == 1 && statements.getFirst().stmt() instanceof SelectStmt select ? select : null;
        } catch (SqlException e) {
            return null;
        }
    }
}
