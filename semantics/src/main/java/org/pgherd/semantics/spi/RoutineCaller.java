package org.pgherd.semantics.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.type.SqlType;

/// Calls routines that are not Java: SQL, PL/pgSQL, or such as a shard must be asked for. The role of fmgr.c.
/// Strictness is handled here; arguments are boxed, null for NULL.
public interface RoutineCaller {
    /// Whether the session's role may call it is asked by whoever makes the call ([#mayCall]).
    @Nullable
    Object call(int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments);

    /// Refuses routines that the session's role has no right to EXECUTE. Routines that stand in a statement have been
    /// asked for with the statement.
    void mayCall(int routineOid, FunctionContext context);

    /// Whether, within a statement, a routine reads tables and does nothing else: equal arguments give equal results,
    /// and
    /// nobody can tell how often it runs.
    default boolean onlyReads(int routineOid) {
        return false;
    }

    RowIterator callSet(int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments);

    /// The rows of a SELECT over `$1`, `$2`.. that a shard runs inside the session's transaction: of values only, no
    /// tables.
    RowIterator ask(
            String sql,
            FunctionContext context,
            List<SqlType> argumentTypes,
            @Nullable Object[] arguments,
            List<SqlType> columns);

    /// CALL of a procedure: values of its OUT and INOUT parameters, in order.
    ///
    /// @param atomic true inside a transaction block or function: COMMIT is an error
    @Nullable
    Object[] callProcedure(
            int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments, boolean atomic);
}
