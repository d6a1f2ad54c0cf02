package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/// NULL.
public final class NothingNode extends StatementNode {
    public NothingNode(int line) {
        super(line);
    }

    @Override
    void execute(VirtualFrame frame) {
        // that is what it does
    }

    @Override
    String what() {
        return "NULL";
    }
}
