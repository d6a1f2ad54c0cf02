package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.QueryPlanner;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.operator.NodeStatistics;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.explain.Explain;
import org.pgherd.shardplanner.explain.ExplainFormat;
import org.pgherd.shardplanner.explain.ExplainedStatement;
import org.pgherd.shardplanner.explain.Measured;
import org.pgherd.shardplanner.plan.PlanNode;

/// EXPLAIN (explain.c), and EXPLAIN (SHARDED): the herd's plan. A plain EXPLAIN of what one shard answers whole is that
/// shard's own, from that shard; any other shows the herd's plan too, since no shard has one.
final class ExplainCommand {
    static final String COLUMN = "QUERY PLAN";

    private final SessionState session;
    private final QueryPlanner planner;
    private final QueryCommand queries;

    ExplainCommand(SessionState session, QueryPlanner planner, QueryCommand queries) {
        this.session = session;
        this.planner = planner;
        this.queries = queries;
    }

    /// A statement to be explained.
    ///
    /// @param prefix the EXPLAIN itself, up to the statement
    /// @param text the statement
    /// @param planningMillis how long it took to plan
    /// @param definition whether it makes a table, which is the herd's to do
    record Explained(
            ExplainStmt explain,
            String prefix,
            String text,
            PlannedQuery plan,
            @Nullable Object[] parameters,
            double planningMillis,
            boolean definition) {}

    /// Runs the explained statement for ANALYZE, counting per node; its rows are thrown away.
    @FunctionalInterface
    interface Run {
        StatementResult run(NodeStatistics statistics);
    }

    static List<ResultColumn> columns(ExplainFormat format) {
        return List.of(new ResultColumn(COLUMN, SqlType.of(type(format)), 0, 0, -1));
    }

    private static int type(ExplainFormat format) {
        return switch (format) {
            case TEXT, YAML, HTML -> TypeOids.TEXT;
            case JSON -> TypeOids.JSON;
            case XML -> TypeOids.XML;
        };
    }

    StatementResult run(Explained explained, Run run) {
        PlannedQuery.Steps steps = explained.plan().steps();
        return steps == null ? one(explained, run) : each(explained, steps);
    }

    /// What rules have made of a statement, one after another.
    private StatementResult each(Explained explained, PlannedQuery.Steps steps) {
        ExplainFormat format = ExplainRequest.of(explained.explain()).options().format();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (PlannedQuery step : steps.queries()) {
            if (!lines.isEmpty()) {
                lines.add(new @Nullable Object[] {Text.of("")});
            }
            Explained own = new Explained(
                    explained.explain(),
                    explained.prefix(),
                    explained.text(),
                    step,
                    explained.parameters(),
                    explained.planningMillis(),
                    explained.definition());
            try (StatementResult.Rows rows = (StatementResult.Rows)
                    one(own, statistics -> queries.run(step, explained.parameters(), statistics))) {
                for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                    for (int row = 0; row < batch.rowCount(); row++) {
                        lines.add(new @Nullable Object[] {batch.column(0).boxed(row)});
                    }
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add(new @Nullable Object[] {Text.of("Query rewrites to nothing")});
        }
        return new MaterialRows(columns(format), lines, "EXPLAIN");
    }

    private StatementResult one(Explained explained, Run run) {
        ExplainRequest request = ExplainRequest.of(explained.explain());
        boolean herds = request.sharded()
                || request.options().format() == ExplainFormat.HTML
                || request.analyze() && explained.definition();
        if (!herds && explained.plan().isOneShards()) {
            PlannedQuery shards = planner.explainedByShard(
                    explained.plan(),
                    explained.prefix(),
                    columns(request.options().format()),
                    request.analyze());
            return new ExplainRows((StatementResult.Rows) queries.run(shards, explained.parameters()));
        }
        Map<String, Object> remarks =
                new LinkedHashMap<>(StatementEffects.of(explained.explain().query(), session.view()));
        if (request.summary()) {
            remarks.put("Planning Time", rounded(explained.planningMillis()));
        }
        Explain.Actuals actuals = Explain.Actuals.NONE;
        if (request.analyze()) {
            NodeStatistics statistics = new NodeStatistics();
            long rows = 0;
            long start = System.nanoTime();
            try (StatementResult result = run.run(statistics)) {
                if (result instanceof StatementResult.Rows found) {
                    for (var batch = found.next(); batch != null; batch = found.next()) {
                        rows += batch.rowCount();
                    }
                }
            }
            double millis = (System.nanoTime() - start) / 1e6;
            if (!statistics.isEmpty()) {
                actuals = node -> measured(statistics, node, request.timing());
            }
            remarks.put("Rows", rows);
            if (statistics.peakMemory() > 0) {
                remarks.put("Peak Memory", (statistics.peakMemory() + 1023) / 1024 + "kB");
            }
            if (request.summary()) {
                remarks.put("Execution Time", rounded(millis));
            }
        }
        ExplainedStatement shown = Explain.statement(
                explained.plan().plan(), planner.facts(), request.options(), actuals, remarks, explained.text());
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (String line : Explain.lines(shown, request.options().format())) {
            lines.add(new @Nullable Object[] {Text.of(line)});
        }
        return new MaterialRows(columns(request.options().format()), lines, "EXPLAIN");
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1000) / 1000.0;
    }

    private static Measured measured(NodeStatistics statistics, PlanNode node, boolean timing) {
        NodeStatistics.Node found = statistics.of(node);
        if (found == null) {
            return new Measured(0, 0, 0, 0, 0, 0, List.of());
        }
        List<Measured.Shard> shards = new ArrayList<>();
        for (int number : new TreeSet<>(found.shards.keySet())) {
            NodeStatistics.Shard shard = found.shards.get(number);
            if (shard != null) {
                shards.add(new Measured.Shard(
                        number, shard.calls, shard.rows, shard.bytes, timing ? shard.nanos / 1e6 : 0));
            }
        }
        return new Measured(
                found.rows,
                found.loops,
                timing ? found.firstNanos / 1e6 : 0,
                timing ? found.nanos / 1e6 : 0,
                found.memory,
                found.spilled,
                shards);
    }

    /// EXPLAIN (SHARDED) of what has no plan.
    static SqlException withoutPlan(ExplainStmt statement) {
        return new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED,
                "this statement has no plan of the herd",
                statement.query().at());
    }
}
