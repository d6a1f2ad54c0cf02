package org.pgherd.plpgsql;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.StatementRunner;

/// The entrance to PL/pgSQL: one per process.
public final class PlpgsqlRuntime {
    private static final PlpgsqlRuntime SHARED = new PlpgsqlRuntime();

    private PlpgsqlRuntime() {}

    public static PlpgsqlRuntime shared() {
        return SHARED;
    }

    public @Nullable Object call(RoutineSource source, @Nullable Object[] arguments, StatementRunner runner, FunctionContext context, CallSite site) {
        throw refused();
    }

    public RowIterator callSet(RoutineSource source, @Nullable Object[] arguments, StatementRunner runner, FunctionContext context, CallSite site) {
        throw refused();
    }

    public @Nullable Object[] callProcedure(RoutineSource source, @Nullable Object[] arguments, StatementRunner runner, FunctionContext context, CallSite site) {
        throw refused();
    }

    public void runBlock(String body, StatementRunner runner, FunctionContext context) {
        throw refused();
    }

    private static SqlException refused() {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "PL/pgSQL is not supported");
    }
}
