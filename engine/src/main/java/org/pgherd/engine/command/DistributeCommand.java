package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.CopyIn;
import org.pgherd.executor.shard.CopyOut;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// `SELECT create_distributed_table('t', 'column'[, colocate_with => 'other'])`, `create_reference_table('t')` and
/// `undistribute_table('t')`: places a table anew and moves the rows that it has.
final class DistributeCommand {
    private final SessionState session;
    private final DefinitionCommand definitions;

    /// A call of one of the functions.
    record Call(
            String function,
            List<@Nullable String> arguments,
            @Nullable String colocateWith,
            String outputName) {}

    DistributeCommand(SessionState session, DefinitionCommand definitions) {
        this.session = session;
        this.definitions = definitions;
    }

    /// The call that a statement consists of, or null if it is another statement.
    static @Nullable Call callIn(Statement statement) {
        if (!(statement instanceof SelectStmt select)
                || select.targetList().size() != 1
                || !select.fromClause().isEmpty()
                || !(select.targetList().getFirst().val() instanceof FuncCall call)) {
            return null;
        }
        String name = call.funcname().getLast().toLowerCase(Locale.ROOT);
        boolean ours =
                (call.funcname().size() == 1 || call.funcname().getFirst().equals("pgherd"))
                        && List.of("create_distributed_table", "create_reference_table", "undistribute_table")
                                .contains(name);
        if (!ours) {
            return null;
        }
        List<@Nullable String> arguments = new ArrayList<>();
        String colocateWith = null;
        for (Expr argument : call.args()) {
            if (argument instanceof NamedArgExpr named) {
                switch (named.name()) {
                    case "colocate_with" -> colocateWith = text(named.arg());
                    case "table_name", "distribution_column" -> arguments.add(text(named.arg()));
                    case "distribution_type", "shard_count" -> {}
                    default ->
                        throw new SqlException(
                                SqlState.UNDEFINED_FUNCTION,
                                "function " + name + " has no argument " + named.name(),
                                call.at());
                }
            } else {
                arguments.add(text(argument));
            }
        }
        String output = select.targetList().getFirst().name();
        return new Call(name, arguments, colocateWith, output == null ? name : output);
    }

    private static @Nullable String text(Expr argument) {
        return switch (argument) {
            case StringConst string -> string.sval();
            case TypeCast cast -> text(cast.arg());
            case NullConst _ -> null;
            default ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "the arguments of this function must be literals",
                        argument.at());
        };
    }

    StatementResult run(Call call) {
        String name = argument(call, 0);
        Relation table = find(name);
        TableDeclaration declaration = switch (call.function()) {
            case "create_reference_table" -> new TableDeclaration.Reference();
            case "undistribute_table" -> new TableDeclaration.Single();
            default ->
                new TableDeclaration.Hash(
                        argument(call, 1),
                        call.colocateWith() == null ? TableDeclaration.DEFAULT_GROUP : call.colocateWith());
        };
        definitions.inTransaction(() -> {
            place(table, declaration);
            return true;
        });
        return new MaterialRows(
                List.of(new ResultColumn(call.outputName(), SqlType.of(TypeOids.VOID), 0, 0, 4)),
                List.<@Nullable Object[]>of(new @Nullable Object[] {Text.of("")}),
                "SELECT 1");
    }

    private static String argument(Call call, int index) {
        String value = call.arguments().size() > index ? call.arguments().get(index) : null;
        if (value == null) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    call.function() + " needs " + (index == 0 ? "a table" : "a column"));
        }
        return value;
    }

    private Relation find(String name) {
        int oid = session.view().objectOid(TypeOids.REGCLASS, name);
        Relation table = oid <= 0 ? null : session.snapshot().catalog().relation(oid);
        if (table == null) {
            throw new SqlException(SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
        }
        if (!Placement.isPlaced(table)) {
            throw new SqlException(SqlState.WRONG_OBJECT_TYPE, "\"" + name + "\" is not a table");
        }
        if (!table.parents().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "\"" + name + "\" lies where its parent lies: distribute that one");
        }
        return table;
    }

    private void place(Relation table, TableDeclaration declaration) {
        Distribution from = session.snapshot().sharding().of(table.oid());
        Placement.Decision decision = new Placement(session.view(), session.snapshot()).decide(table, declaration);
        move(table, from, decision.distribution());
        for (String sql : PlacementWriter.statements(table, decision)) {
            Broadcast.run(session, session.allShards(), sql, true);
        }
        session.definitionsChanged(false);
        definitions.requirePlacementsHold();
    }

    /// Rows go from where they are to where they belong; those that already lie there stay.
    private void move(Relation table, Distribution from, Distribution to) {
        List<Integer> sources = shards(from);
        for (int source : sources) {
            for (int target : session.allShards()) {
                String wanted = belongs(table, to, target);
                if (target != source && wanted != null) {
                    copy(table, source, target, wanted);
                }
            }
        }
        for (int shard : session.allShards()) {
            if (sources.contains(shard)) {
                String stays = belongs(table, to, shard);
                String delete = "DELETE FROM ONLY " + PlacementWriter.qualified(table)
                        + (stays == null ? "" : " WHERE (" + stays + ") IS NOT TRUE");
                if (stays == null || !stays.equals("true")) {
                    session.transaction().use(shard, true).command(delete);
                }
            }
        }
    }

    private List<Integer> shards(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Hash _ -> session.allShards();
            case Distribution.Reference _, Distribution.Catalog _ -> List.of(0);
            case Distribution.Single single -> List.of(single.shard());
            case Distribution.Schema schema -> List.of(schema.shard());
        };
    }

    /// The condition for a row to lie on a shard; null if none does.
    private static @Nullable String belongs(Relation table, Distribution distribution, int shard) {
        return switch (distribution) {
            case Distribution.Reference _, Distribution.Catalog _ -> "true";
            case Distribution.Single single -> single.shard() == shard ? "true" : null;
            case Distribution.Schema schema -> schema.shard() == shard ? "true" : null;
            case Distribution.Hash hash -> hashCondition(table.column(hash.attnum()), hash.group(), shard);
        };
    }

    private static @Nullable String hashCondition(Column key, ColocationGroup group, int shard) {
        String value = "coalesce(" + ShardingHash.sqlFunction(key.type().oid()) + "("
                + PlacementWriter.quoted(key.name()) + ", " + ShardingHash.SEED + "), 0)";
        List<String> parts = new ArrayList<>();
        for (HashRange range : group.ranges()) {
            if (range.shard() == shard) {
                parts.add(value + " BETWEEN '" + range.first() + "'::bigint AND '" + range.last() + "'::bigint");
            }
        }
        return parts.isEmpty() ? null : String.join(" OR ", parts);
    }

    private void copy(Relation table, int source, int target, String condition) {
        String name = PlacementWriter.qualified(table);
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.dropped() && !column.isGenerated()) {
                columns.add(PlacementWriter.quoted(column.name()));
            }
        }
        String list = String.join(", ", columns);
        ShardConnection reading = session.transaction().use(source, false);
        ShardConnection writing = session.transaction().use(target, true);
        try (CopyOut out = reading.copyOut(
                        "COPY (SELECT " + list + " FROM " + name + " WHERE " + condition + ") TO STDOUT");
                CopyIn in = writing.copyIn("COPY " + name + " (" + list + ") FROM STDIN")) {
            for (Bytea row = out.next(); row != null; row = out.next()) {
                byte[] bytes = row.bytes();
                in.write(bytes, 0, bytes.length);
            }
            in.end();
        }
    }
}
