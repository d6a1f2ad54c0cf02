package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Param;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.command.ShardText;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.executor.shard.RemoteColumn;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.StatementDescription;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.PortableTypes;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardSet;
import org.pgherd.shardplanner.plan.Why;

/// Statements that the catalog shard is given as they stand, because all that they name lies there, and the EXPLAIN of
/// those
/// that one shard answers whole.
final class ForwardedStatements {
    private final SessionState session;

    ForwardedStatements(SessionState session) {
        this.session = session;
    }

    /// pg_type.typlen, as RowDescription has it.
    static int typeLength(SqlType type, CatalogView view) {
        var row = view.type(type.oid());
        return row == null ? -1 : row.length();
    }

    /// The EXPLAIN of a statement that one shard answers, answered by that shard.
    ///
    /// @param prefix `EXPLAIN (...) `
    /// @param analyze whether the statement runs
    PlannedQuery explained(PlannedQuery explained, String prefix, List<ResultColumn> columns, boolean analyze) {
        PlannedStatement of = explained.plan();
        if (!(of.root() instanceof Remote remote)) {
            throw new AssertionError("not one shard's statement");
        }
        List<PlanColumn> output = columns.stream()
                .map(column -> new PlanColumn(column.name(), column.type()))
                .toList();
        boolean writes = analyze && of.writes();
        Remote root = new Remote(
                output,
                prefix + remote.sql(),
                remote.parameters(),
                remote.routing(),
                List.of(),
                writes,
                false,
                false,
                remote.why());
        PlannedStatement plan = new PlannedStatement(
                CommandType.SELECT,
                root,
                output,
                of.initPlans(),
                of.singleValues(),
                of.execParameters(),
                of.parameterTypes(),
                writes,
                Rung.ROUTE,
                of.isolation(),
                true);
        return new PlannedQuery(
                new CompiledPlan(plan, new CatalogCodecs(session.view())),
                columns,
                true,
                explained.parameterTypes(),
                writes && explained.needsBlock(),
                analyze && explained.settingsMayChange(),
                explained.catalogVersion(),
                null);
    }

    /// The catalog shard answers the text as it stands; it also says what the columns and parameters are. Null if a
    /// parameter's type has other numbers on other shards: shards are not told those, nor may the text say them.
    @Nullable
    PlannedQuery statement(
            RawStmt raw, String source, int[] parameterTypes, CatalogSnapshot snapshot, Footprint.Result footprint) {
        String text = source.substring(raw.at().start(), raw.at().end());
        ShardConnection shard = session.catalogShard(footprint.writes());
        StatementDescription described;
        try {
            described = shard.describe(text, parameterTypes);
        } catch (SqlException e) {
            throw ShardText.relocated(e, source, raw.at().start());
        }
        if (!Arrays.stream(described.parameterTypes()).allMatch(PortableTypes::isPortable)) {
            return null;
        }
        List<ResultColumn> columns = new ArrayList<>();
        List<PlanColumn> output = new ArrayList<>();
        for (RemoteColumn column : described.columns()) {
            columns.add(new ResultColumn(
                    column.name(),
                    column.type(),
                    column.table(),
                    column.attribute(),
                    typeLength(column.type(), session.view())));
            output.add(new PlanColumn(column.name(), column.type()));
        }
        return statement(raw.stmt(), text, columns, output, described.parameterTypes(), snapshot, footprint);
    }

    PlannedQuery statement(
            Statement statement,
            String text,
            List<ResultColumn> columns,
            List<PlanColumn> output,
            int[] parameterTypes,
            CatalogSnapshot snapshot,
            Footprint.Result footprint) {
        List<SqlType> parameters =
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList();
        CommandType command = command(statement);
        boolean writes = footprint.writes() || command != CommandType.SELECT;
        Remote root = new Remote(
                output,
                text,
                Param.externs(parameters),
                new Routing.Fixed(ShardSet.of(CatalogLoader.CATALOG_SHARD)),
                List.of(),
                writes,
                false,
                false,
                new Why(Rung.ROUTE, "all that the statement names lies on the catalog shard", ""));
        PlannedStatement plan = new PlannedStatement(
                command,
                root,
                output,
                List.of(),
                List.of(),
                0,
                parameters,
                writes,
                Rung.ROUTE,
                "one shard: as PostgreSQL",
                true);
        boolean returnsRows = command == CommandType.SELECT || !columns.isEmpty();
        return new PlannedQuery(
                new CompiledPlan(plan, new CatalogCodecs(session.view())),
                columns,
                returnsRows,
                parameterTypes,
                false,
                footprint.settingsMayChange(),
                snapshot.version(),
                null);
    }

    private static CommandType command(Statement statement) {
        return switch (statement) {
            case InsertStmt _ -> CommandType.INSERT;
            case UpdateStmt _ -> CommandType.UPDATE;
            case DeleteStmt _ -> CommandType.DELETE;
            case MergeStmt _ -> CommandType.MERGE;
            default -> CommandType.SELECT;
        };
    }
}
