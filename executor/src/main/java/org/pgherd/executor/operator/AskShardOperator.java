package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs AskShard: one statement per batch and call, arguments in arrays, results in the rows' order.
final class AskShardOperator extends SingleChild {
    private final List<Call> calls = new ArrayList<>();
    private final ExecutionState state;
    private final RowFrame frame;

    private record Call(
            BatchExpression[] arguments, List<RowArrays.Column> columns, ShardStatement statement, SqlType type) {}

    AskShardOperator(AskShard node, Operator child, ExpressionCompiler compiler, ExecutionState state) {
        super(child);
        this.state = state;
        this.frame = new RowFrame(state);
        for (AskCall call : node.calls()) {
            calls.add(prepare(call, compiler));
        }
    }

    private Call prepare(AskCall call, ExpressionCompiler compiler) {
        List<RowArrays.Column> columns = new ArrayList<>();
        int count = call.arguments().size();
        int[] parameters = new int[count + 1];
        StringBuilder from = new StringBuilder();
        StringBuilder select = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            RowArrays.Column column = RowArrays.Column.of(
                    call.arguments().get(i).type(), call.argumentTypes().get(i));
            columns.add(column);
            parameters[i] = column.arrayOid();
            from.append("pg_catalog.unnest($")
                    .append(i + 1)
                    .append("::")
                    .append(column.parameterCast())
                    .append("), ");
            names.append("a").append(i + 1).append(", ");
            select.append("a")
                    .append(i + 1)
                    .append(column.valueCast())
                    .append(" AS a")
                    .append(i + 1)
                    .append(", ");
        }
        parameters[count] = SqlType.INT4.oid();
        String sql = "SELECT " + call.sql() + " FROM (SELECT " + select + "n FROM ROWS FROM (" + from
                + "pg_catalog.generate_series(1, $" + (count + 1) + "::pg_catalog.int4)) WITH ORDINALITY AS u("
                + names + "filler, n)) AS v ORDER BY n";
        SqlType type = call.column().type();
        return new Call(
                AggregateState.compile(call.arguments(), compiler),
                columns,
                ShardStatement.prepared(
                        sql, parameters, new SqlType[] {type}, state.context().codecs()),
                type);
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = child.next();
        if (batch == null) {
            return null;
        }
        state.cancel().check();
        Vector[] columns = Arrays.copyOf(batch.columns(), batch.columnCount() + calls.size());
        for (int i = 0; i < calls.size(); i++) {
            columns[batch.columnCount() + i] = ask(calls.get(i), batch);
        }
        return new Batch(batch.rowCount(), columns);
    }

    private Vector ask(Call call, Batch batch) {
        int rows = batch.rowCount();
        @Nullable Object[] parameters = new Object[call.arguments.length + 1];
        for (int i = 0; i < call.arguments.length; i++) {
            Vector argument = call.arguments[i].evaluate(frame, batch);
            @Nullable Object[] values = new Object[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = argument.boxed(row);
            }
            parameters[i] = call.columns.get(i).array(values, state);
        }
        parameters[call.arguments.length] = rows;
        var transaction = state.context().transaction();
        // a volatile function may write: the shard takes part like one that was written
        ShardConnection shard = transaction.use(
                transaction.preferredShard(state.context().sharding().catalogShard()), true);
        try (RemoteRows answer = shard.execute(call.statement, parameters)) {
            BatchBuilder out = new BatchBuilder(BatchBuilder.builders(List.of(new PlanColumn("", call.type)), rows));
            for (Batch part = answer.next(); part != null; part = answer.next()) {
                for (int row = 0; row < part.rowCount(); row++) {
                    out.append(part, row);
                }
            }
            Batch all = out.take();
            if (all == null || all.rowCount() != rows) {
                throw new AssertionError(
                        "asked a shard for " + rows + " values, got " + (all == null ? 0 : all.rowCount()));
            }
            return all.column(0);
        }
    }
}
