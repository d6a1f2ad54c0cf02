package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.semantics.type.SqlType;

/// A declared variable gets its first value, at each entry of its block.
public final class VariableInit extends Node {
    private final int line;

    @Child
    private TargetNode target;

    @Child
    private @Nullable ExpressionNode initial;

    public VariableInit(int line, TargetNode target, @Nullable ExpressionNode initial) {
        this.line = line;
        this.target = target;
        this.initial = initial;
    }

    void run(VirtualFrame frame) {
        Invocation invocation = StatementNode.invocation(frame);
        invocation.phase = "during statement block local variable initialization";
        invocation.phaseLine = line;
        Variable variable = target.variable();
        frame.setObject(variable.slot(), null);
        if (initial != null) {
            Object value = initial.evaluate(frame);
            target.assign(frame, value, initial.type());
        } else if (invocation.view().typeKind(variable.type().oid()) == 'd') {
            target.assign(frame, null, SqlType.UNKNOWN);
        } else if (variable.notNull()) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    "variable \"" + variable.name() + "\" declared NOT NULL cannot default to NULL");
        }
        invocation.phase = null;
        invocation.phaseLine = 0;
    }
}
