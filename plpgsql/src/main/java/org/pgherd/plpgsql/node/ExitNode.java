package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;

/// EXIT and CONTINUE.
public final class ExitNode extends StatementNode {
    private final Jump jump;

    @Child
    private @Nullable ExpressionNode condition;

    public ExitNode(int line, boolean next, @Nullable String label, @Nullable ExpressionNode condition) {
        super(line);
        jump = new Jump(next, label);
        this.condition = condition;
    }

    @Override
    void execute(VirtualFrame frame) {
        if (condition == null || condition.isTrue(frame)) {
            throw jump;
        }
    }

    @Override
    String what() {
        return jump.next ? "CONTINUE" : "EXIT";
    }
}
