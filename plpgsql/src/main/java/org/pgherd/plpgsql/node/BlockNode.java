package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ControlFlowException;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.spi.StatementRunner;

/// A block; with handlers its statements run in a subtransaction (exec_stmt_block).
public final class BlockNode extends StatementNode {
    private final @Nullable String label;

    @Children
    private final VariableInit[] variables;

    @Child
    private SequenceNode body;

    @Children
    private final HandlerNode @Nullable [] handlers;

    public BlockNode(
            int line,
            @Nullable String label,
            List<VariableInit> variables,
            SequenceNode body,
            @Nullable List<HandlerNode> handlers) {
        super(line);
        this.label = label;
        this.variables = variables.toArray(VariableInit[]::new);
        this.body = body;
        this.handlers = handlers == null ? null : handlers.toArray(HandlerNode[]::new);
    }

    @Override
    @ExplodeLoop
    void execute(VirtualFrame frame) {
        for (VariableInit variable : variables) {
            variable.run(frame);
        }
        Invocation invocation = invocation(frame);
        try {
            if (handlers == null) {
                body.execute(frame);
            } else {
                guarded(frame, invocation, handlers);
            }
        } catch (Jump jump) {
            if (label == null || jump.next || !label.equals(jump.label)) {
                throw jump;
            }
            invocation.current = this;
        }
    }

    private void guarded(VirtualFrame frame, Invocation invocation, HandlerNode[] clauses) {
        StatementRunner.Subtransaction inner = invocation.runner.beginSubtransaction();
        SqlException error;
        try {
            body.execute(frame);
            inner.release();
            return;
        } catch (ControlFlowException jump) {
            inner.release();
            throw jump;
        } catch (Reraised again) {
            error = again.error;
        } catch (SqlException e) {
            error = e.withContext(invocation.where());
        } catch (StackOverflowError e) {
            error = BodyRoot.tooDeep();
        }
        inner.rollback();
        invocation.phase = null;
        invocation.phaseLine = 0;
        for (HandlerNode clause : clauses) {
            if (clause.takes(error.state())) {
                invocation.current = this;
                clause.run(frame, error);
                return;
            }
        }
        throw new Reraised(error);
    }

    @Override
    String what() {
        return "statement block";
    }
}
