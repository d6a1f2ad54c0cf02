package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/// A statement.
public abstract class StatementNode extends Node {
    private final int line;

    protected StatementNode(int line) {
        this.line = line;
    }

    abstract void execute(VirtualFrame frame);

    /// As CONTEXT names it (plpgsql_stmt_typename).
    abstract String what();

    final int line() {
        return line;
    }

    static Invocation invocation(VirtualFrame frame) {
        return (Invocation) frame.getArguments()[0];
    }
}
