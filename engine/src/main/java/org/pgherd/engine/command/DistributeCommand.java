package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// `SELECT create_distributed_table('t', 'column'[, colocate_with => 'other'])`, `create_reference_table('t')` and
/// `undistribute_table('t')`: places a table anew and moves the rows that it has.
public final class DistributeCommand {
    private final SessionState session;
    private final DefinitionCommand definitions;

    /// A call of one of the functions.
    public record Call(
            String function,
            List<@Nullable String> arguments,
            @Nullable String colocateWith,
            String outputName) {}

    DistributeCommand(SessionState session, DefinitionCommand definitions) {
        this.session = session;
        this.definitions = definitions;
    }

    /// The call that a statement consists of, or null if it is another statement.
    public static @Nullable Call callIn(Statement statement) {
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
            Placement.Decision decision = new Placement(session.view(), session.snapshot()).decide(table, declaration);
            new TableMove(session).placeWithChildren(table, decision);
            definitions.requirePlacementsHold();
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
}
