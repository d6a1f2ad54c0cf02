package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.plpgsql.SqlFragment;
import org.pgherd.plpgsql.compile.Namespace;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;

/// SQL of a body, prepared when first run and again when the catalog or the shape of a record that it names has
/// changed.
public final class EmbeddedSql extends Node {
    private static final String SELECT = "SELECT ";
    private final String prefix;
    private final String text;
    private final String title;
    private final Namespace names;

    /// How many leading names of an assignment to a part name the variable; 0 for anything else.
    private final int assigned;

    private @Nullable PreparedStatement prepared;
    private Reference[] references = {};
    private long catalogVersion = -1;
    private String planKey = "";

    private EmbeddedSql(String prefix, String text, String title, Namespace names, int assigned) {
        this.prefix = prefix;
        this.text = text;
        this.title = title;
        this.names = names;
        this.assigned = assigned;
    }

    public static EmbeddedSql statement(SqlFragment fragment, Namespace names) {
        return new EmbeddedSql("", fragment.text(), "SQL statement", names, 0);
    }

    public static EmbeddedSql expression(SqlFragment fragment, Namespace names) {
        return new EmbeddedSql(SELECT, fragment.text(), "PL/pgSQL expression", names, 0);
    }

    /// An assignment to a part of a variable, as the expression of what the whole becomes.
    ///
    /// @param variable how many leading names name the variable
    static EmbeddedSql assignment(String text, int variable, Namespace names) {
        return new EmbeddedSql("", text, "PL/pgSQL assignment", names, variable);
    }

    boolean isAssignment() {
        return assigned > 0;
    }

    /// With the SELECT that an expression lacks.
    String sql() {
        return prefix + text;
    }

    String text() {
        return text;
    }

    Namespace names() {
        return names;
    }

    PreparedStatement prepare(VirtualFrame frame) {
        Invocation invocation = StatementNode.invocation(frame);
        PreparedStatement known = prepared;
        if (known != null
                && invocation.view().catalog().version() == catalogVersion
                && invocation.runner.planKey().equals(planKey)
                && shapesHold(frame)) {
            return known;
        }
        FrameScope scope = new FrameScope(names, frame);
        try {
            known = isAssignment()
                    ? invocation.runner.prepareAssignment(text, assigned, scope)
                    : invocation.runner.prepare(prefix + text, scope);
        } catch (SqlException e) {
            throw explained(e, scope.missing);
        }
        references = scope.references.toArray(Reference[]::new);
        catalogVersion = invocation.view().catalog().version();
        planKey = invocation.runner.planKey();
        prepared = known;
        return known;
    }

    private boolean shapesHold(VirtualFrame frame) {
        for (Reference reference : references) {
            if (!reference.isCurrent(frame)) {
                return false;
            }
        }
        return true;
    }

    /// An error in the analysis of the text, as one in a statement inside a function.
    SqlException explained(SqlException e, @Nullable SqlException missing) {
        boolean unknownName =
                e.state().equals(SqlState.UNDEFINED_COLUMN) || e.state().equals(SqlState.UNDEFINED_TABLE);
        if (missing != null && unknownName) {
            return located(missing);
        }
        Position at = e.at();
        if (!at.isKnown()) {
            return located(e);
        }
        int shift = prefix.length();
        ErrorFields fields = e.fields()
                .withAt(Position.NONE)
                .withInternal(text, new Position(Math.max(0, at.start() - shift), Math.max(0, at.end() - shift)));
        return e.withFields(fields);
    }

    /// With the text as a line of CONTEXT, as the SPI adds it.
    private SqlException located(SqlException e) {
        return e.fields().internalQuery() != null && e.fields().context() == null
                ? e
                : e.withContext(title + " \"" + text + "\"");
    }

    @Nullable
    Object[] values(VirtualFrame frame) {
        @Nullable Object[] values = new Object[references.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = references[i].read(frame);
        }
        return values;
    }

    Result execute(VirtualFrame frame) {
        PreparedStatement statement = prepare(frame);
        @Nullable Object[] values = values(frame);
        try {
            return run(statement, values, StatementNode.invocation(frame).readOnly);
        } catch (SqlException e) {
            throw failed(e);
        }
    }

    @TruffleBoundary
    private static Result run(PreparedStatement statement, @Nullable Object[] values, boolean readOnly) {
        return statement.execute(values, readOnly);
    }

    /// An error of a run; positions that are left mean the text.
    SqlException failed(SqlException e) {
        return located(e.at().isKnown() ? e.withFields(e.fields().withAt(Position.NONE)) : e);
    }
}
