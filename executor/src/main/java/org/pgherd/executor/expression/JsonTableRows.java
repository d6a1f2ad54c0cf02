package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.JsonTableColumn;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.JsonTablePlan;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.function.json.JsonQuery;
import org.pgherd.semantics.function.json.PathVariables;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.value.Jsonb;

/// The rows of JSON_TABLE (JsonTableInitOpaque, JsonTablePlanNextRow and JsonTableGetValue of jsonpath_exec.c).
final class JsonTableRows implements Calls.SetEvaluator {
    private final JsonTableExpr table;
    private final Evaluator document;
    private final JsonQueryFunction.Passing passing;
    /// Null of FOR ORDINALITY.
    private final List<@Nullable Evaluator> columns = new ArrayList<>();

    JsonTableRows(JsonTableExpr table, ExpressionCompiler compiler) {
        this.table = table;
        this.document = compiler.compile(table.document());
        this.passing = new JsonQueryFunction.Passing(
                table.passingNames(), JsonConstructs.typeOids(table.passing()), compiler.compileAll(table.passing()));
        for (JsonTableColumn column : table.columns()) {
            columns.add(column.value() == null ? null : compiler.compile(column.value()));
        }
    }

    @Override
    public RowIterator evaluate(RowFrame frame) {
        Jsonb value = (Jsonb) document.evaluate(frame);
        if (value == null) {
            return RowIterator.EMPTY;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows(table.plan(), value, passing.evaluate(frame), new Object[columns.size()], frame, rows);
        return RowIterator.ofRows(rows.iterator());
    }

    /// @param row with the columns of the scans around
    private void rows(
            JsonTablePlan plan,
            Jsonb value,
            PathVariables variables,
            @Nullable Object[] row,
            RowFrame frame,
            List<@Nullable Object[]> out) {
        switch (plan) {
            case JsonTablePlan.SiblingJoin(JsonTablePlan left, JsonTablePlan right) -> {
                rows(left, value, variables, row, frame, out);
                rows(right, value, variables, row, frame, out);
            }
            case JsonTablePlan.PathScan scan -> {
                int number = 0;
                for (Jsonb item : items(scan, value, variables, frame)) {
                    @Nullable Object[] own = row.clone();
                    fill(scan, item, ++number, own, frame);
                    int before = out.size();
                    if (scan.child() != null) {
                        rows(scan.child(), item, variables, own, frame, out);
                    }
                    if (out.size() == before) {
                        out.add(own);
                    }
                }
            }
        }
    }

    private List<Jsonb> items(JsonTablePlan.PathScan scan, Jsonb value, PathVariables variables, RowFrame frame) {
        try {
            JsonPath path =
                    (JsonPath) java.util.Objects.requireNonNull(scan.path().value());
            return JsonQuery.items(frame.context.functions(), value, path, variables);
        } catch (JsonQuery.Failure e) {
            if (table.errorOnError()) {
                throw e.error();
            }
            return List.of();
        }
    }

    private void fill(JsonTablePlan.PathScan scan, Jsonb item, int number, @Nullable Object[] row, RowFrame frame) {
        Object around = frame.caseValue;
        frame.caseValue = item;
        try {
            for (int i = scan.firstColumn(); i < scan.endColumn(); i++) {
                Evaluator column = columns.get(i);
                row[i] = column == null ? Integer.valueOf(number) : column.evaluate(frame);
            }
        } finally {
            frame.caseValue = around;
        }
    }
}
