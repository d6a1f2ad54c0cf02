package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.value.Text;

/// OPEN in its three forms.
public final class OpenNode extends StatementNode {
    private final Variable cursor;
    private final boolean scroll;

    /// Variables that stand for a bound cursor's parameters.
    @Children
    private final TargetNode[] parameters;

    @Children
    private final ExpressionNode[] arguments;

    @Child
    private @Nullable EmbeddedSql sql;

    @Child
    private @Nullable DynamicSql dynamic;

    public OpenNode(
            int line,
            Variable cursor,
            boolean scroll,
            List<TargetNode> parameters,
            List<ExpressionNode> arguments,
            @Nullable EmbeddedSql sql,
            @Nullable DynamicSql dynamic) {
        super(line);
        this.cursor = cursor;
        this.scroll = scroll;
        this.parameters = parameters.toArray(TargetNode[]::new);
        this.arguments = arguments.toArray(ExpressionNode[]::new);
        this.sql = sql;
        this.dynamic = dynamic;
    }

    @Override
    void execute(VirtualFrame frame) {
        open(frame);
    }

    Cursor open(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        Object given = frame.getObject(cursor.slot());
        String name = given == null ? null : given.toString();
        if (name != null && invocation.runner.cursor(name) != null) {
            throw new SqlException(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already in use");
        }
        for (int i = 0; i < arguments.length; i++) {
            parameters[i].assign(frame, arguments[i].evaluate(frame), arguments[i].type());
        }
        Cursor opened;
        if (dynamic != null) {
            DynamicSql.Ready ready = dynamic.prepare(frame, "query string argument of EXECUTE is null");
            opened = ready.statement().open(name, ready.values(), scroll, invocation.readOnly);
        } else if (sql != null) {
            opened = sql.prepare(frame).open(name, sql.values(frame), scroll, invocation.readOnly);
        } else {
            throw new AssertionError("OPEN has a query");
        }
        if (name == null && cursor.constant()) {
            throw new SqlException(
                    SqlState.ERROR_IN_ASSIGNMENT, "variable \"" + cursor.name() + "\" is declared CONSTANT");
        }
        frame.setObject(cursor.slot(), Text.of(opened.name()));
        return opened;
    }

    Variable cursor() {
        return cursor;
    }

    @Override
    String what() {
        return "OPEN";
    }
}
