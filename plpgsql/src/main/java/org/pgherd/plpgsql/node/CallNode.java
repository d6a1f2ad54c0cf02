package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// CALL: the arguments are computed here and sent as constants; what comes back goes to the variables that stood for
/// OUT and INOUT parameters.
public final class CallNode extends StatementNode {
    private final String procedure;
    private final @Nullable String[] names;

    @Children
    private final ExpressionNode[] arguments;

    /// By argument; null where the argument is no variable.
    @Children
    private final @Nullable TargetNode[] targets;

    public CallNode(
            int line,
            String procedure,
            List<@Nullable String> names,
            List<ExpressionNode> arguments,
            List<@Nullable TargetNode> targets) {
        super(line);
        this.procedure = procedure;
        this.names = names.toArray(String[]::new);
        this.arguments = arguments.toArray(ExpressionNode[]::new);
        this.targets = targets.toArray(TargetNode[]::new);
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        String text = text(frame, invocation);
        try (Result result = invocation
                .runner
                .prepare(text, VariableScope.positional(List.of()))
                .execute(new Object[0], invocation.readOnly)) {
            if (!result.next()) {
                return;
            }
            assign(frame, invocation, result);
        }
    }

    private String text(VirtualFrame frame, Invocation invocation) {
        StringBuilder text = new StringBuilder("CALL ").append(procedure).append('(');
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i].evaluate(frame);
            SqlType type = arguments[i].type();
            text.append(i == 0 ? "" : ", ");
            if (names[i] != null) {
                text.append(Identifiers.quote(names[i])).append(" => ");
            }
            if (value == null) {
                text.append("NULL");
            } else {
                String literal = type.oid() == TypeOids.UNKNOWN
                        ? value.toString()
                        : Codecs.forType(type.oid(), invocation.view()).encodeText(value, invocation.context);
                text.append('\'').append(literal.replace("'", "''")).append('\'');
            }
            if (type.oid() != TypeOids.UNKNOWN && type.oid() != TypeOids.RECORD) {
                text.append("::").append(invocation.view().formatType(type));
            }
        }
        return text.append(')').toString();
    }

    private void assign(VirtualFrame frame, Invocation invocation, Result result) {
        RowShape shape = RowShape.ofColumns(result.columns());
        @Nullable Object[] row = IntoRows.row(result, shape.size());
        boolean all = row.length == targets.length;
        int at = 0;
        for (TargetNode target : targets) {
            if (at == row.length) {
                return;
            }
            if (target == null && !all) {
                continue;
            }
            if (target == null) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "procedure parameter \"" + shape.names().get(at)
                                + "\" is an output parameter but corresponding argument is not writable");
            }
            target.assign(frame, row[at], shape.types().get(at));
            at++;
        }
    }

    @Override
    String what() {
        return "CALL";
    }
}
