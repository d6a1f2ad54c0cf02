package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;

/// LOOP, and WHILE.
public final class LoopNode extends StatementNode {
    @Child
    private @Nullable ExpressionNode condition;

    @Child
    private LoopBody body;

    public LoopNode(int line, @Nullable ExpressionNode condition, LoopBody body) {
        super(line);
        this.condition = condition;
        this.body = body;
    }

    @Override
    void execute(VirtualFrame frame) {
        boolean more;
        do {
            more = (condition == null || condition.isTrue(frame)) && body.run(frame);
        } while (more);
    }

    @Override
    String what() {
        return condition == null ? "LOOP" : "WHILE";
    }
}
