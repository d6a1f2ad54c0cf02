package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;

/// The targets of INTO and of a loop over rows (exec_move_row).
public final class IntoNode extends Node {
    @Children
    private final TargetNode[] targets;

    public IntoNode(List<TargetNode> targets) {
        this.targets = targets.toArray(TargetNode[]::new);
    }

    /// @param values null for no row: every target becomes NULL
    @ExplodeLoop
    void assign(VirtualFrame frame, RowShape columns, @Nullable Object @Nullable [] values) {
        if (targets.length == 1 && targets[0].isRow()) {
            targets[0].assignRow(frame, columns, values);
            return;
        }
        for (int i = 0; i < targets.length; i++) {
            if (values != null && i < values.length) {
                targets[i].assign(frame, values[i], columns.types().get(i));
            } else {
                targets[i].assign(frame, null, SqlType.UNKNOWN);
            }
        }
    }
}
