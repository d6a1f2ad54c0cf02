package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// `WHEN conditions THEN statements`.
public final class HandlerNode extends Node {
    private final boolean others;
    private final SqlState[] states;
    private final int stateSlot;
    private final int messageSlot;

    @Child
    private SequenceNode body;

    /// @param others whether OTHERS is one of the conditions
    public HandlerNode(boolean others, List<SqlState> states, int stateSlot, int messageSlot, SequenceNode body) {
        this.others = others;
        this.states = states.toArray(SqlState[]::new);
        this.stateSlot = stateSlot;
        this.messageSlot = messageSlot;
        this.body = body;
    }

    boolean takes(SqlState state) {
        if (others && !state.equals(SqlState.QUERY_CANCELED) && !state.equals(SqlState.ASSERT_FAILURE)) {
            return true;
        }
        for (SqlState mine : states) {
            boolean category = mine.code().endsWith("000") && state.category().equals(mine.category());
            if (category || mine.equals(state)) {
                return true;
            }
        }
        return false;
    }

    void run(VirtualFrame frame, SqlException error) {
        Invocation invocation = StatementNode.invocation(frame);
        SqlException before = invocation.caught;
        invocation.caught = error;
        frame.setObject(stateSlot, Text.of(error.state().code()));
        frame.setObject(messageSlot, Text.of(error.message()));
        try {
            body.execute(frame);
        } finally {
            invocation.caught = before;
        }
    }
}
