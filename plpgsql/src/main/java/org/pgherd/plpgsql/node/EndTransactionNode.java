package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/// COMMIT and ROLLBACK in a procedure.
public final class EndTransactionNode extends StatementNode {
    private final boolean commit;
    private final boolean chain;

    public EndTransactionNode(int line, boolean commit, boolean chain) {
        super(line);
        this.commit = commit;
        this.chain = chain;
    }

    @Override
    void execute(VirtualFrame frame) {
        if (commit) {
            invocation(frame).runner.commit(chain);
        } else {
            invocation(frame).runner.rollback(chain);
        }
    }

    @Override
    String what() {
        return commit ? "COMMIT" : "ROLLBACK";
    }
}
