package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// ASSERT; plpgsql.check_asserts = off turns it off.
public final class AssertNode extends StatementNode {
    @Child
    private ExpressionNode condition;

    @Child
    private @Nullable ExpressionNode message;

    public AssertNode(int line, ExpressionNode condition, @Nullable ExpressionNode message) {
        super(line);
        this.condition = condition;
        this.message = message;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        if ("off".equals(invocation.context.setting("plpgsql.check_asserts")) || condition.isTrue(frame)) {
            return;
        }
        String said = message == null ? null : RaiseNode.text(invocation, message.evaluate(frame), message.type());
        throw new SqlException(SqlState.ASSERT_FAILURE, said == null ? "assertion failed" : said);
    }

    @Override
    String what() {
        return "ASSERT";
    }
}
