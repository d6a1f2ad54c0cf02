package org.pgherd.engine.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.shardplanner.explain.ExplainFormat;
import org.pgherd.shardplanner.explain.ExplainOptions;

/// The options of an EXPLAIN, checked as explain_state.c:ParseExplainOptionList does; SHARDED and the format HTML are
/// ours.
record ExplainRequest(boolean sharded, boolean analyze, boolean timing, boolean summary, ExplainOptions options) {
    static ExplainRequest of(ExplainStmt statement) {
        boolean sharded = false;
        boolean analyze = false;
        boolean verbose = false;
        boolean costs = true;
        boolean genericPlan = false;
        @Nullable Boolean timing = null;
        @Nullable Boolean summary = null;
        boolean wal = false;
        ExplainFormat format = ExplainFormat.TEXT;
        for (DefElem option : statement.options()) {
            switch (option.defname().toLowerCase(Locale.ROOT)) {
                case "sharded" -> sharded = truth(option);
                case "analyze" -> analyze = truth(option);
                case "verbose" -> verbose = truth(option);
                case "costs" -> costs = truth(option);
                case "timing" -> timing = truth(option);
                case "summary" -> summary = truth(option);
                case "wal" -> wal = truth(option);
                case "generic_plan" -> genericPlan = truth(option);
                case "buffers", "settings", "memory" -> truth(option);
                case "serialize" -> {
                    // it is about the rows' way to the client, which the herd's plan does not end with
                }
                case "format" -> format = format(option);
                default ->
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "unrecognized EXPLAIN option \"" + option.defname() + "\"",
                            option.at());
            }
        }
        if (!analyze && (wal || Boolean.TRUE.equals(timing))) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "EXPLAIN option " + (wal ? "WAL" : "TIMING") + " requires ANALYZE");
        }
        if (analyze && genericPlan) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "EXPLAIN options ANALYZE and GENERIC_PLAN cannot be used together");
        }
        return new ExplainRequest(
                sharded,
                analyze,
                timing == null || timing,
                summary == null ? analyze : summary,
                new ExplainOptions(format, costs, verbose));
    }

    private static ExplainFormat format(DefElem option) {
        String word = text(option.arg());
        for (ExplainFormat format : ExplainFormat.values()) {
            if (word.equals(format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new SqlException(
                SqlState.INVALID_PARAMETER_VALUE,
                "unrecognized value for EXPLAIN option \"" + option.defname() + "\": \"" + word + "\"",
                option.at());
    }

    /// define.c:defGetBoolean.
    private static boolean truth(DefElem option) {
        return switch (option.arg()) {
            case null -> true;
            case BooleanConst b -> b.boolval();
            case IntegerConst i when i.ival() == 0 || i.ival() == 1 -> i.ival() == 1;
            case Node other ->
                switch (text(other).toLowerCase(Locale.ROOT)) {
                    case "true", "on" -> true;
                    case "false", "off" -> false;
                    default ->
                        throw new SqlException(SqlState.SYNTAX_ERROR, option.defname() + " requires a Boolean value");
                };
        };
    }

    private static String text(@Nullable Node value) {
        return switch (value) {
            case StringConst s -> s.sval();
            case BooleanConst b -> b.boolval() ? "true" : "false";
            case IntegerConst i -> String.valueOf(i.ival());
            case null, default -> "";
        };
    }
}
