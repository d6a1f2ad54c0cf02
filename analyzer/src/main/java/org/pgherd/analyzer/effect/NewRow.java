package org.pgherd.analyzer.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.plpgsql.PlStatement;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.grammar.plpgsql.SqlFragment;
import org.pgherd.grammar.plpgsql.Target;

/// Whether a trigger function may give the new row another value in a column: by assigning to NEW, or by returning
/// something else than NEW, OLD or NULL.
public final class NewRow {
    private final String column;

    private NewRow(String column) {
        this.column = column;
    }

    public static boolean mayChange(Routine routine, String column) {
        if (!routine.row().language().equals("plpgsql")) {
            return true;
        }
        try {
            return new NewRow(column)
                    .changes(PlpgsqlParser.parse(routine.row().source()).block());
        } catch (SqlException e) {
            return true;
        }
    }

    private boolean changes(List<PlStatement> statements) {
        return statements.stream().anyMatch(this::changes);
    }

    private boolean changes(PlStatement statement) {
        return switch (statement) {
            case PlStatement.Block block ->
                changes(block.body())
                        || block.handlers() != null
                                && block.handlers().stream().anyMatch(handler -> changes(handler.body()));
            case PlStatement.Assign assign -> isMeant(assign.target());
            case PlStatement.If branches ->
                ofBranches(branches.branches()) || branches.otherwise() != null && changes(branches.otherwise());
            case PlStatement.Case branches ->
                ofBranches(branches.branches()) || branches.otherwise() != null && changes(branches.otherwise());
            case PlStatement.Loop loop -> changes(loop.body());
            case PlStatement.While loop -> changes(loop.body());
            case PlStatement.ForInteger loop -> changes(loop.body());
            case PlStatement.ForQuery loop -> isMeant(loop.targets()) || changes(loop.body());
            case PlStatement.ForDynamic loop -> isMeant(loop.targets()) || changes(loop.body());
            case PlStatement.ForCursor loop -> changes(loop.body());
            case PlStatement.ForEach loop -> isMeant(loop.targets()) || changes(loop.body());
            case PlStatement.Return returned -> isOtherRow(returned.value());
            case PlStatement.Sql sql -> isMeant(sql.into());
            case PlStatement.Execute sql -> isMeant(sql.into());
            case PlStatement.Fetch fetch -> isMeant(fetch.into());
            case PlStatement.GetDiagnostics got -> got.items().stream().anyMatch(item -> isMeant(item.target()));
            // a procedure may have OUT arguments
            case PlStatement.Call call -> call.isCall();
            case PlStatement.Exit _,
                    PlStatement.ReturnNext _,
                    PlStatement.ReturnQuery _,
                    PlStatement.ReturnQueryDynamic _,
                    PlStatement.Raise _,
                    PlStatement.Assert _,
                    PlStatement.Perform _,
                    PlStatement.Open _,
                    PlStatement.Close _,
                    PlStatement.EndTransaction _,
                    PlStatement.NullStatement _ -> false;
        };
    }

    private boolean ofBranches(List<PlStatement.Branch> branches) {
        return branches.stream().anyMatch(branch -> changes(branch.body()));
    }

    private boolean isMeant(@Nullable List<Target> targets) {
        return targets != null && targets.stream().anyMatch(this::isMeant);
    }

    private boolean isMeant(Target target) {
        int at = target.names().indexOf("new");
        return at >= 0
                && (at == target.names().size() - 1
                        || target.names().get(at + 1).equals(column));
    }

    private static boolean isOtherRow(@Nullable SqlFragment value) {
        return value != null
                && !List.of("new", "old", "null").contains(value.text().strip().toLowerCase(java.util.Locale.ROOT));
    }
}
