package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/// `target := expression`.
public final class AssignNode extends StatementNode {
    @Child
    private TargetNode target;

    @Child
    private ExpressionNode value;

    public AssignNode(int line, TargetNode target, ExpressionNode value) {
        super(line);
        this.target = target;
        this.value = value;
    }

    @Override
    void execute(VirtualFrame frame) {
        Object computed = value.evaluate(frame);
        target.assign(frame, computed, value.type());
    }

    @Override
    String what() {
        return "assignment";
    }
}
