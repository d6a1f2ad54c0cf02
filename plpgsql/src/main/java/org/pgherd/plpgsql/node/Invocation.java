package org.pgherd.plpgsql.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.StatementRunner;

/// One run of a body: what is neither a variable nor known before (PLpgSQL_execstate).
public final class Invocation {
    final StatementRunner runner;
    final FunctionContext context;
    final CallSite site;
    final @Nullable Object[] arguments;
    final boolean readOnly;
    final String signature;
    final List<@Nullable Object[]> rows = new ArrayList<>();
    long rowCount;
    /// Null before the first statement.
    @Nullable
    StatementNode current;
    /// What happens outside of statements, for CONTEXT.
    @Nullable
    String phase;

    int phaseLine;
    /// What the innermost handler caught.
    @Nullable
    SqlException caught;

    public Invocation(
            StatementRunner runner,
            FunctionContext context,
            CallSite site,
            @Nullable Object[] arguments,
            boolean readOnly,
            String signature) {
        this.runner = runner;
        this.context = context;
        this.site = site;
        this.arguments = arguments;
        this.readOnly = readOnly;
        this.signature = signature;
    }

    public List<@Nullable Object[]> rows() {
        return rows;
    }

    CatalogView view() {
        if (context.types() instanceof CatalogView view) {
            return view;
        }
        throw new AssertionError("a session without a catalog");
    }

    /// The line of CONTEXT for what runs now (plpgsql_exec_error_callback).
    String where() {
        StringBuilder line = new StringBuilder("PL/pgSQL function ").append(signature);
        if (phase != null) {
            if (phaseLine > 0) {
                line.append(" line ").append(phaseLine);
            }
            return line.append(' ').append(phase).toString();
        }
        StatementNode statement = current;
        if (statement != null) {
            line.append(" line ").append(statement.line()).append(" at ").append(statement.what());
        }
        return line.toString();
    }
}
