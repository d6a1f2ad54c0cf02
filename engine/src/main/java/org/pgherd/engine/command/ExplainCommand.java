package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.QueryPlanner;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.shardplanner.explain.Explain;

/// EXPLAIN (explain.c), and EXPLAIN (SHARDED): the herd's plan. A plain EXPLAIN of what one shard answers
/// whole is that
/// shard's; any other shows the herd's plan too, since no shard has one.
final class ExplainCommand {
    private final SessionState session;
    private final QueryPlanner planner;

    ExplainCommand(SessionState session, QueryPlanner planner) {
        this.session = session;
        this.planner = planner;
    }

    static final String COLUMN = "QUERY PLAN";

    /// @param sql the whole EXPLAIN statement
    /// @param run runs the query for ANALYZE; its rows are thrown away
    StatementResult run(
            ExplainStmt statement, String sql, PlannedQuery query, java.util.function.Supplier<StatementResult> run) {
        boolean sharded = false;
        boolean analyze = false;
        boolean json = false;
        @Nullable DefElem other = null;
        for (DefElem option : statement.options()) {
            switch (option.defname().toLowerCase(Locale.ROOT)) {
                case "sharded" -> sharded = truth(option);
                case "analyze" -> analyze = truth(option);
                case "format" -> {
                    json = option.arg() instanceof StringConst text
                            && text.sval().equalsIgnoreCase("json");
                    if (!json
                            && !(option.arg() instanceof StringConst text
                                    && text.sval().equalsIgnoreCase("text"))) {
                        other = option;
                    }
                }
                default -> {}
            }
        }
        if (!sharded && query.plan().verbatim()) {
            return forwarded(sql);
        }
        if (other != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "EXPLAIN (SHARDED) has the formats TEXT and JSON only", other.at());
        }
        if (json) {
            return MaterialRows.lines(
                    COLUMN, List.of(Explain.json(query.plan(), planner.facts(), Explain.Actuals.NONE)), "EXPLAIN");
        }
        List<String> lines = new ArrayList<>(Explain.text(query.plan(), planner.facts(), Explain.Actuals.NONE));
        lines.addAll(effects(statement));
        if (analyze) {
            lines.addAll(measured(run));
        }
        return MaterialRows.lines(COLUMN, lines, "EXPLAIN");
    }

    /// What the user's routines in the statement touch, each with the calls that lead there.
    private List<String> effects(ExplainStmt statement) {
        EffectAnalysis analysis = new EffectAnalysis(session.view());
        List<String> lines = new ArrayList<>();
        for (FuncCall call : AstWalk.all(statement.query(), FuncCall.class)) {
            String schema = call.funcname().size() > 1 ? call.funcname().getFirst() : null;
            for (ProcRow row : session.view().functions(schema, call.funcname().getLast())) {
                Routine routine = session.view().catalog().routine(row.oid());
                if (routine == null) {
                    continue;
                }
                analysis.routine(row.oid()).describe().forEach(effect -> lines.add("Effect: " + effect));
                String lint = analysis.lint(routine);
                if (lint != null) {
                    lines.add("Lint: " + row.name() + " is " + lint);
                }
            }
        }
        return lines.stream().distinct().toList();
    }

    private StatementResult forwarded(String sql) {
        List<String> lines = new ArrayList<>();
        for (@Nullable String[] row : TextRows.of(session.catalogShard(true), sql)) {
            lines.add(String.valueOf(row[0]));
        }
        return MaterialRows.lines(COLUMN, lines, "EXPLAIN");
    }

    private static List<String> measured(java.util.function.Supplier<StatementResult> run) {
        long start = System.nanoTime();
        long rows = 0;
        try (StatementResult result = run.get()) {
            if (result instanceof StatementResult.Rows found) {
                for (var batch = found.next(); batch != null; batch = found.next()) {
                    rows += batch.rowCount();
                }
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        return List.of("Rows: " + rows, String.format(Locale.ROOT, "Execution Time: %.3f ms", millis));
    }

    private static boolean truth(DefElem option) {
        return switch (option.arg()) {
            case null -> true;
            case BooleanConst b -> b.boolval();
            case IntegerConst i -> i.ival() != 0;
            case StringConst s -> !s.sval().equalsIgnoreCase("off") && !s.sval().equalsIgnoreCase("false");
            default -> true;
        };
    }
}
