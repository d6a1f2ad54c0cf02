package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.plpgsql.SqlFragment;
import org.pgherd.plpgsql.compile.Namespace;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.type.SqlType;

/// An expression of one value.
public final class ExpressionNode extends Node {
    @Child
    private EmbeddedSql sql;

    private SqlType type = SqlType.UNKNOWN;

    public ExpressionNode(SqlFragment fragment, Namespace names) {
        sql = EmbeddedSql.expression(fragment, names);
    }

    String text() {
        return sql.text();
    }

    /// The type of the last value.
    SqlType type() {
        return type;
    }

    @Nullable Object evaluate(VirtualFrame frame) {
        PreparedStatement statement = sql.prepare(frame);
        if (statement.columns().size() != 1) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "query returned " + statement.columns().size() + " column" + (statement.columns().size() == 1 ? "" : "s"))
                    .withContext("query: " + sql.text());
        }
        type = statement.columns().getFirst().type();
        try (Result result = sql.execute(frame)) {
            if (!result.next()) {
                return null;
            }
            Object value = result.get(0);
            if (result.next()) {
                throw new SqlException(SqlState.CARDINALITY_VIOLATION, "query returned more than one row")
                        .withContext("query: " + sql.text());
            }
            return value;
        } catch (SqlException e) {
            throw e.fields().context() == null ? sql.failed(e) : e;
        }
    }

    @Nullable Object evaluate(VirtualFrame frame, SqlType target) {
        Object value = evaluate(frame);
        return Coercions.assign(StatementNode.invocation(frame), value, type, target);
    }

    /// A condition: NULL counts as false.
    boolean isTrue(VirtualFrame frame) {
        return Boolean.TRUE.equals(evaluate(frame, SqlType.BOOL));
    }

    int evaluateInt(VirtualFrame frame, String nullMessage) {
        if (evaluate(frame, SqlType.INT4) instanceof Integer value) {
            return value;
        }
        throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, nullMessage);
    }
}
