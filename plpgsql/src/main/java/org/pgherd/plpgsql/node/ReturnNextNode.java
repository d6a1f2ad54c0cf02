package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.value.PgRecord;

/// RETURN NEXT.
public final class ReturnNextNode extends StatementNode {
    private final ResultType result;

    @Child
    private @Nullable ExpressionNode value;

    private final @Nullable Variable variable;

    public ReturnNextNode(int line, ResultType result, @Nullable ExpressionNode value, @Nullable Variable variable) {
        super(line);
        this.result = result;
        this.value = value;
        this.variable = variable;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        ExpressionNode expression = value;
        if (expression == null) {
            invocation.rows.add(OutRow.values(frame, result.out()));
            return;
        }
        Object computed =
                variable != null && variable.isRow() ? frame.getObject(variable.slot()) : expression.evaluate(frame);
        if (computed instanceof Row row) {
            invocation.rows.add(result.fitting(invocation, row, "wrong record type supplied in RETURN NEXT")
                    .values());
            return;
        }
        Object coerced = result.coerced(invocation, computed, expression.type());
        if (coerced instanceof PgRecord record && result.isRow(invocation)) {
            invocation.rows.add(record.values());
        } else if (coerced == null && result.isRow(invocation)) {
            RowShape columns = result.columns(invocation);
            invocation.rows.add(new Object[columns == null ? 1 : columns.size()]);
        } else {
            invocation.rows.add(new @Nullable Object[] {coerced});
        }
    }

    @Override
    String what() {
        return "RETURN NEXT";
    }
}
