package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.nodes.ControlFlowException;
import org.jspecify.annotations.Nullable;

/// EXIT and CONTINUE on their way to their loop or block.
final class Jump extends ControlFlowException {
    private static final long serialVersionUID = 1L;
    final boolean next;
    final @Nullable String label;

    Jump(boolean next, @Nullable String label) {
        this.next = next;
        this.label = label;
    }

    boolean isFor(@Nullable String loopLabel) {
        return label == null || label.equals(loopLabel);
    }
}
