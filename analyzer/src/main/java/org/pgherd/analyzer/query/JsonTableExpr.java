package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// JSON_TABLE, the function of an [RteFunction].
///
/// @param document of type jsonb
/// @param passingNames of the variables of the row paths, whose values are `passing`
public record JsonTableExpr(
        Expr document,
        List<String> passingNames,
        List<Expr> passing,
        List<JsonTableColumn> columns,
        JsonTablePlan.PathScan plan,
        boolean errorOnError,
        Position at)
        implements SyntaxExpr {
    public JsonTableExpr {
        passingNames = List.copyOf(passingNames);
        passing = List.copyOf(passing);
        columns = List.copyOf(columns);
    }

    @Override
    public SqlType type() {
        return SqlType.RECORD;
    }

    @Override
    public List<Expr> arguments() {
        List<Expr> all = new ArrayList<>();
        all.add(document);
        all.addAll(passing);
        for (JsonTableColumn column : columns) {
            if (column.value() != null) {
                all.add(column.value());
            }
        }
        return all;
    }

    @Override
    public JsonTableExpr withArguments(List<Expr> arguments) {
        int next = 1 + passing.size();
        List<JsonTableColumn> changed = new ArrayList<>();
        for (JsonTableColumn column : columns) {
            changed.add(
                    column.value() == null
                            ? column
                            : new JsonTableColumn(column.name(), column.type(), (JsonExpr) arguments.get(next++)));
        }
        return new JsonTableExpr(
                arguments.getFirst(),
                passingNames,
                arguments.subList(1, 1 + passing.size()),
                changed,
                plan,
                errorOnError,
                at);
    }

    @Override
    public JsonTableExpr withoutPosition() {
        return new JsonTableExpr(
                document,
                passingNames,
                passing,
                columns,
                (JsonTablePlan.PathScan) plan.withoutPosition(),
                errorOnError,
                Position.NONE);
    }
}
