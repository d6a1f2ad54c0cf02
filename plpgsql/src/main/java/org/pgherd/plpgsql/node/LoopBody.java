package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;

/// One iteration of any loop: takes the jumps that are for it.
public final class LoopBody extends Node {
    private final @Nullable String label;

    @Child
    private SequenceNode body;

    public LoopBody(@Nullable String label, SequenceNode body) {
        this.label = label;
        this.body = body;
    }

    /// False if the loop is to end.
    boolean run(VirtualFrame frame) {
        Invocation invocation = StatementNode.invocation(frame);
        StatementNode loop = invocation.current;
        try {
            body.execute(frame);
            return true;
        } catch (Jump jump) {
            if (!jump.isFor(label)) {
                throw jump;
            }
            invocation.current = loop;
            return jump.next;
        } finally {
            invocation.runner.checkCancelled();
        }
    }
}
