package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// IF, ELSIF, ELSE; also CASE without a value.
public final class IfNode extends StatementNode {
    @Children
    private final ExpressionNode[] conditions;

    @Children
    private final SequenceNode[] bodies;

    @Child
    private @Nullable SequenceNode otherwise;

    public IfNode(
            int line, List<ExpressionNode> conditions, List<SequenceNode> bodies, @Nullable SequenceNode otherwise) {
        super(line);
        this.conditions = conditions.toArray(ExpressionNode[]::new);
        this.bodies = bodies.toArray(SequenceNode[]::new);
        this.otherwise = otherwise;
    }

    @Override
    @ExplodeLoop
    void execute(VirtualFrame frame) {
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].isTrue(frame)) {
                bodies[i].execute(frame);
                return;
            }
        }
        if (otherwise != null) {
            otherwise.execute(frame);
        }
    }

    @Override
    String what() {
        return "IF";
    }
}
