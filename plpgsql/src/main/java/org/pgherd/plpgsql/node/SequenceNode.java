package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;

/// Statements one after the other.
public final class SequenceNode extends Node {
    @Children
    private final StatementNode[] statements;

    public SequenceNode(List<StatementNode> statements) {
        this.statements = statements.toArray(StatementNode[]::new);
    }

    @ExplodeLoop
    void execute(VirtualFrame frame) {
        Invocation invocation = StatementNode.invocation(frame);
        StatementNode before = invocation.current;
        for (StatementNode statement : statements) {
            invocation.current = statement;
            statement.execute(frame);
        }
        invocation.current = before;
    }
}
