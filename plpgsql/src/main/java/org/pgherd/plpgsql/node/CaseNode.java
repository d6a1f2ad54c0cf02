package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// CASE. With a value, the conditions compare a hidden variable with it.
public final class CaseNode extends StatementNode {
    @Child
    private @Nullable ExpressionNode value;

    private final int valueSlot;

    @Children
    private final ExpressionNode[] conditions;

    @Children
    private final SequenceNode[] bodies;

    @Child
    private @Nullable SequenceNode otherwise;

    public CaseNode(
            int line,
            @Nullable ExpressionNode value,
            int valueSlot,
            List<ExpressionNode> conditions,
            List<SequenceNode> bodies,
            @Nullable SequenceNode otherwise) {
        super(line);
        this.value = value;
        this.valueSlot = valueSlot;
        this.conditions = conditions.toArray(ExpressionNode[]::new);
        this.bodies = bodies.toArray(SequenceNode[]::new);
        this.otherwise = otherwise;
    }

    @Override
    void execute(VirtualFrame frame) {
        if (value != null) {
            Object computed = value.evaluate(frame);
            frame.setObject(valueSlot, HiddenRow.of(computed, value.type()));
        }
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].isTrue(frame)) {
                bodies[i].execute(frame);
                return;
            }
        }
        if (otherwise == null) {
            throw new SqlException(SqlState.CASE_NOT_FOUND, "case not found")
                    .withHint("CASE statement is missing ELSE part.");
        }
        otherwise.execute(frame);
    }

    @Override
    String what() {
        return "CASE";
    }
}
