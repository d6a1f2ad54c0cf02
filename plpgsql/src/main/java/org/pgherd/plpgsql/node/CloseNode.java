package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pgherd.plpgsql.compile.Variable;

/// CLOSE.
public final class CloseNode extends StatementNode {
    private final Variable cursor;

    public CloseNode(int line, Variable cursor) {
        super(line);
        this.cursor = cursor;
    }

    @Override
    void execute(VirtualFrame frame) {
        CursorNames.open(frame, cursor).close();
    }

    @Override
    String what() {
        return "CLOSE";
    }
}
