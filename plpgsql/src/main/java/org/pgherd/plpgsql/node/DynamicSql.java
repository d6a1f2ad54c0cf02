package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// EXECUTE's text and the values of USING.
public final class DynamicSql extends Node {
    @Child
    private ExpressionNode text;

    @Children
    private final ExpressionNode[] using;

    public DynamicSql(ExpressionNode text, List<ExpressionNode> using) {
        this.text = text;
        this.using = using.toArray(ExpressionNode[]::new);
    }

    /// A statement with its values.
    record Ready(
            PreparedStatement statement,
            String text,
            @Nullable Object[] values) {
        SqlException failed(SqlException e) {
            return (e.at().isKnown() ? e.withFields(e.fields().withAt(Position.NONE)) : e)
                    .withContext("SQL statement \"" + text + "\"");
        }
    }

    Ready prepare(VirtualFrame frame, String nullMessage) {
        Invocation invocation = StatementNode.invocation(frame);
        Object sql = text.evaluate(frame, SqlType.TEXT);
        if (sql == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, nullMessage);
        }
        @Nullable Object[] values = new Object[using.length];
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = using[i].evaluate(frame);
            SqlType type = using[i].type();
            types.add(type.oid() == TypeOids.UNKNOWN ? SqlType.TEXT : type);
        }
        String query = sql.toString();
        try {
            return new Ready(invocation.runner.prepare(query, VariableScope.positional(types)), query, values);
        } catch (SqlException e) {
            Position at = e.at();
            throw at.isKnown()
                    ? e.withFields(e.fields().withAt(Position.NONE).withInternal(query, at))
                    : e.withContext("SQL statement \"" + query + "\"");
        }
    }
}
