package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.CompilerDirectives;
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

    @Child
    private @Nullable ValueNode direct;

    private Reference[] references = {};
    private boolean studied;
    private SqlType type = SqlType.UNKNOWN;

    public ExpressionNode(SqlFragment fragment, Namespace names) {
        sql = EmbeddedSql.expression(fragment, names);
    }

    private ExpressionNode(EmbeddedSql sql) {
        this.sql = sql;
        studied = sql.isAssignment();
    }

    /// `target := value` for a part of a variable: its value is what the variable becomes.
    ///
    /// @param variable how many leading names of the text name the variable
    public static ExpressionNode assignment(String text, int variable, Namespace names) {
        return new ExpressionNode(EmbeddedSql.assignment(text, variable, names));
    }

    String text() {
        return sql.text();
    }

    /// The type of the last value.
    SqlType type() {
        return type;
    }

    @Nullable
    Object evaluate(VirtualFrame frame) {
        if (!studied || !isCurrent(frame)) {
            study(frame);
        }
        ValueNode simple = direct;
        return simple != null ? simple.execute(frame) : throughEngine(frame);
    }

    private boolean isCurrent(VirtualFrame frame) {
        for (Reference reference : references) {
            if (!reference.isCurrent(frame)) {
                return false;
            }
        }
        return true;
    }

    private void study(VirtualFrame frame) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        FrameScope scope = new FrameScope(sql.names(), frame);
        SimpleExpression simple;
        try {
            simple = SimpleExpression.of(sql.sql(), scope, StatementNode.invocation(frame));
        } catch (SqlException e) {
            throw sql.explained(e, scope.missing);
        }
        if (simple != null) {
            type = simple.type();
        }
        direct = simple == null ? null : insert(simple.node());
        references = simple == null ? new Reference[0] : simple.references();
        studied = true;
    }

    private @Nullable Object throughEngine(VirtualFrame frame) {
        PreparedStatement statement = sql.prepare(frame);
        if (statement.columns().size() != 1) {
            throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "query returned " + statement.columns().size() + " column"
                                    + (statement.columns().size() == 1 ? "" : "s"))
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

    @Nullable
    Object evaluate(VirtualFrame frame, SqlType target) {
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
