package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.ast.FrameOptions.*;
import static org.pgherd.grammar.deparse.SqlWords.*;

import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.WindowDef;

/// Windows: of OVER and of the WINDOW clause.
final class Windows {
    private Windows() {}

    static String over(WindowDef w) {
        String name = w.name();
        return name == null ? specification(w) : name(name);
    }

    static String definition(WindowDef w) {
        return given("", w.name(), SqlWords::name) + " AS " + specification(w);
    }

    private static String specification(WindowDef w) {
        return "("
                + spaced(
                        given("", w.refname(), SqlWords::name),
                        w.partitionClause().isEmpty() ? "" : "PARTITION BY " + Expressions.exprs(w.partitionClause()),
                        w.orderClause().isEmpty() ? "" : Queries.order(w.orderClause()),
                        (w.frameOptions() & NONDEFAULT) == 0 ? "" : frame(w))
                + ")";
    }

    private static String frame(WindowDef w) {
        int options = w.frameOptions();
        String unit = has(options, RANGE) ? "RANGE" : has(options, ROWS) ? "ROWS" : "GROUPS";
        String start = bound(options & ~(END_OFFSET_PRECEDING | END_OFFSET_FOLLOWING), w.startOffset());
        // an end's option is that of a start, one bit up
        String end = bound(options >> 1, w.endOffset());
        String extent = has(options, BETWEEN) ? "BETWEEN " + start + " AND " + end : start;
        String exclusion = has(options, EXCLUDE_CURRENT_ROW)
                ? "EXCLUDE CURRENT ROW"
                : has(options, EXCLUDE_GROUP) ? "EXCLUDE GROUP" : when(has(options, EXCLUDE_TIES), "EXCLUDE TIES");
        return spaced(unit, extent, exclusion);
    }

    private static boolean has(int options, int bit) {
        return (options & bit) != 0;
    }

    private static String bound(int options, @Nullable Expr offset) {
        if (has(options, START_UNBOUNDED_PRECEDING)) {
            return "UNBOUNDED PRECEDING";
        }
        if (has(options, START_UNBOUNDED_FOLLOWING)) {
            return "UNBOUNDED FOLLOWING";
        }
        if (has(options, START_CURRENT_ROW)) {
            return "CURRENT ROW";
        }
        String direction = has(options, START_OFFSET_PRECEDING) ? " PRECEDING" : " FOLLOWING";
        return given("", offset, Expressions::closed) + direction;
    }
}
