package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;

/// `target := expression`.
public final class AssignNode extends StatementNode {
    @Child
    private TargetNode target;

    @Child
    private ExpressionNode value;

    /// For a target in brackets: the variable itself, and what it becomes.
    @Child
    private @Nullable TargetNode whole;

    @Child
    private @Nullable ExpressionNode changed;

    public AssignNode(int line, TargetNode target, ExpressionNode value) {
        super(line);
        this.target = target;
        this.value = value;
    }

    /// To an element or a slice. Elements of arrays have a quick way; all else is an expression of SQL.
    public AssignNode(int line, TargetNode target, ExpressionNode value, TargetNode whole, ExpressionNode changed) {
        this(line, target, value);
        this.whole = whole;
        this.changed = changed;
    }

    @Override
    void execute(VirtualFrame frame) {
        if (whole == null || changed == null || target.isElement(frame)) {
            Object computed = value.evaluate(frame);
            target.assign(frame, computed, value.type());
            return;
        }
        Object computed = changed.evaluate(frame);
        whole.assign(frame, computed, changed.type());
    }

    @Override
    String what() {
        return "assignment";
    }
}
