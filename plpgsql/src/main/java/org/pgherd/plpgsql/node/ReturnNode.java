package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.compile.Variable;

/// RETURN.
public final class ReturnNode extends StatementNode {
    private final ResultType result;

    @Child
    private @Nullable ExpressionNode value;

    private final @Nullable Variable variable;

    /// @param variable if the value is one: a record keeps the names of its fields so
    public ReturnNode(int line, ResultType result, @Nullable ExpressionNode value, @Nullable Variable variable) {
        super(line);
        this.result = result;
        this.value = value;
        this.variable = variable;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        if (value == null || result.set()) {
            throw new Returned(result.set() ? null : OutRow.value(frame, invocation, result));
        }
        if (variable != null && variable.isRow()) {
            throw new Returned(result.coerced(invocation, frame.getObject(variable.slot()), variable.type()));
        }
        Object computed = value.evaluate(frame);
        StatementNode here = invocation.current;
        invocation.phase = "while casting return value to function's return type";
        Object coerced = result.coerced(invocation, computed, value.type());
        invocation.phase = null;
        invocation.current = here;
        throw new Returned(coerced);
    }

    @Override
    String what() {
        return "RETURN";
    }
}
