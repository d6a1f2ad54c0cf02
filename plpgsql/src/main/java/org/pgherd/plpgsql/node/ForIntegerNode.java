package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// `FOR i IN [REVERSE] lower..upper [BY step]`.
public final class ForIntegerNode extends StatementNode {
    private final int slot;
    private final int found;
    private final boolean reverse;

    @Child
    private ExpressionNode lower;

    @Child
    private ExpressionNode upper;

    @Child
    private @Nullable ExpressionNode step;

    @Child
    private LoopBody body;

    public ForIntegerNode(
            int line,
            int slot,
            int found,
            boolean reverse,
            ExpressionNode lower,
            ExpressionNode upper,
            @Nullable ExpressionNode step,
            LoopBody body) {
        super(line);
        this.slot = slot;
        this.found = found;
        this.reverse = reverse;
        this.lower = lower;
        this.upper = upper;
        this.step = step;
        this.body = body;
    }

    @Override
    void execute(VirtualFrame frame) {
        int at = lower.evaluateInt(frame, "lower bound of FOR loop cannot be null");
        int end = upper.evaluateInt(frame, "upper bound of FOR loop cannot be null");
        int by = step == null ? 1 : step.evaluateInt(frame, "BY value of FOR loop cannot be null");
        if (by <= 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "BY value of FOR loop must be greater than zero");
        }
        boolean any = false;
        while (reverse ? at >= end : at <= end) {
            any = true;
            frame.setObject(slot, at);
            if (!body.run(frame)) {
                break;
            }
            long next = reverse ? (long) at - by : (long) at + by;
            if (next != (int) next) {
                break;
            }
            at = (int) next;
        }
        frame.setObject(found, any);
    }

    @Override
    String what() {
        return "FOR with integer loop variable";
    }
}
