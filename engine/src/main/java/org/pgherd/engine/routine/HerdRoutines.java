package org.pgherd.engine.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.PlpgsqlRuntime;
import org.pgherd.plpgsql.RoutineSource;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;
import org.pgherd.shardplanner.facts.BuiltinReach;
import org.pgherd.shardplanner.facts.Reach;

/// Calls the user's routines by language (fmgr.c).
public final class HerdRoutines implements RoutineCaller {
    private final SessionState session;
    private final ExecuteRights rights;
    private final OnlyReading onlyReading;
    private @Nullable SessionStatements statements;

    public HerdRoutines(SessionState session) {
        this.session = session;
        this.rights = new ExecuteRights(session);
        this.onlyReading = new OnlyReading(session);
    }

    public void statements(SessionStatements through) {
        statements = through;
    }

    private SessionStatements statements() {
        SessionStatements through = statements;
        if (through == null) {
            throw new AssertionError("not wired");
        }
        return through;
    }

    private Routine routine(int oid) {
        Routine routine = session.snapshot().catalog().routine(oid);
        if (routine == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "function with oid " + Integer.toUnsignedString(oid) + " cannot be run here");
        }
        return routine;
    }

    private RoutineSource source(Routine routine) {
        return RoutineSource.of(routine, session.view());
    }

    @Override
    public void mayCall(int routineOid, FunctionContext context) {
        rights.require(routineOid);
    }

    @Override
    public boolean onlyReads(int routineOid) {
        return onlyReading.is(routineOid);
    }

    @Override
    public @Nullable Object call(int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments) {
        ProcRow builtIn = BuiltinCatalog.instance().proc(routineOid);
        if (builtIn != null && BuiltinReach.of(builtIn).ordinal() <= Reach.TRANSACTION_TIME.ordinal()) {
            return isStrictNull(builtIn, arguments)
                    ? null
                    : ShardRoutine.call(session, context, builtIn, site, arguments);
        }
        Routine routine = routine(routineOid);
        if (isStrictNull(routine, arguments)) {
            return null;
        }
        RoutineScope scope = RoutineScope.enter(routine, session, context);
        statements().enterAtomic();
        boolean done = false;
        try {
            Object result = switch (routine.row().language()) {
                case "plpgsql" -> {
                    Object value =
                            PlpgsqlRuntime.shared().call(source(routine), arguments, statements(), context, site);
                    boolean isVoid = value == null && routine.row().returnType() == TypeOids.VOID;
                    yield isVoid ? Text.of("") : value;
                }
                case "sql" -> sqlValue(routine, site, arguments);
                default -> ShardRoutine.call(session, context, routine.row(), site, arguments);
            };
            scope.leave();
            done = true;
            return result;
        } finally {
            statements().leaveAtomic();
            if (!done) {
                scope.failed();
            }
        }
    }

    private @Nullable Object sqlValue(Routine routine, CallSite site, @Nullable Object[] arguments) {
        try (Result result = SqlFunctionBody.run(routine, site.argumentTypes(), arguments, statements())) {
            if (result == null || routine.row().returnType() == TypeOids.VOID) {
                if (result != null) {
                    drain(result);
                }
                return null;
            }
            if (!result.next()) {
                return null;
            }
            return value(routine, site, result);
        }
    }

    private static void drain(Result result) {
        while (result.next()) {
            // a void function's last statement runs to its end
        }
    }

    private @Nullable Object value(Routine routine, CallSite site, Result result) {
        boolean composite = session.view().isRowType(routine.row().returnType());
        if (!composite
                || result.columns().size() == 1
                        && session.view()
                                .isRowType(result.columns().getFirst().type().oid())) {
            return result.get(0);
        }
        int[] types = new int[result.columns().size()];
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = result.columns().get(i).type().oid();
            values[i] = result.get(i);
        }
        return new PgRecord(routine.row().returnType(), types, values);
    }

    @Override
    public RowIterator callSet(int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments) {
        if (WordStatistics.is(routineOid)) {
            return WordStatistics.rows(arguments, statements());
        }
        Routine known = session.snapshot().catalog().routine(routineOid);
        ProcRow builtIn = known == null ? session.view().catalog().proc(routineOid) : null;
        if (builtIn != null) {
            return isStrictNull(builtIn, arguments)
                    ? RowIterator.EMPTY
                    : ShardRoutine.callSet(session, context, builtIn, site, arguments);
        }
        Routine routine = routine(routineOid);
        if (isStrictNull(routine, arguments)) {
            return RowIterator.EMPTY;
        }
        RoutineScope scope = RoutineScope.enter(routine, session, context);
        boolean done = false;
        try {
            RowIterator rows = rows(routine, context, site, arguments);
            done = true;
            return scope.isEmpty() ? rows : new ScopedRows(rows, scope);
        } finally {
            if (!done) {
                scope.failed();
            }
        }
    }

    private RowIterator rows(Routine routine, FunctionContext context, CallSite site, @Nullable Object[] arguments) {
        return switch (routine.row().language()) {
            case "plpgsql" -> {
                statements().enterAtomic();
                try {
                    yield PlpgsqlRuntime.shared().callSet(source(routine), arguments, statements(), context, site);
                } finally {
                    statements().leaveAtomic();
                }
            }
            case "sql" -> {
                Result result = SqlFunctionBody.run(routine, site.argumentTypes(), arguments, statements());
                boolean none = result == null || routine.row().returnType() == TypeOids.VOID;
                if (result != null && none) {
                    // a set of nothing has no rows
                    drain(result);
                    result.close();
                }
                yield result == null || none
                        ? RowIterator.EMPTY
                        : isWholeRow(routine, result) ? new RowFields(result) : result;
            }
            default -> ShardRoutine.callSet(session, context, routine.row(), site, arguments);
        };
    }

    /// Whether the last statement gives rows as one value each.
    private boolean isWholeRow(Routine routine, Result result) {
        List<PreparedStatement.Column> columns = result.columns();
        return columns.size() == 1
                && columns.getFirst().type().oid() == routine.row().returnType()
                && session.view().isRowType(routine.row().returnType());
    }

    @Override
    public RowIterator ask(
            String sql,
            FunctionContext context,
            List<SqlType> argumentTypes,
            @Nullable Object[] arguments,
            List<SqlType> columns) {
        int[] types = argumentTypes.stream().mapToInt(SqlType::oid).toArray();
        return ShardRoutine.ask(session, context, sql, types, columns, arguments);
    }

    @Override
    public @Nullable Object[] callProcedure(
            int routineOid, FunctionContext context, CallSite site, @Nullable Object[] arguments, boolean atomic) {
        Routine routine = routine(routineOid);
        rights.require(routineOid);
        RoutineScope scope = RoutineScope.enter(routine, session, context);
        // a procedure with SET clauses may not end the transaction
        boolean nested = atomic || !scope.isEmpty();
        if (nested) {
            statements().enterAtomic();
        }
        boolean done = false;
        try {
            @Nullable
            Object[] results = switch (routine.row().language()) {
                case "plpgsql" ->
                    PlpgsqlRuntime.shared().callProcedure(source(routine), arguments, statements(), context, site);
                case "sql" -> {
                    try (Result result = SqlFunctionBody.run(routine, site.argumentTypes(), arguments, statements())) {
                        @Nullable
                        Object[] out =
                                new Object[result == null ? 0 : result.columns().size()];
                        if (result != null && result.next()) {
                            for (int i = 0; i < out.length; i++) {
                                out[i] = result.get(i);
                            }
                        }
                        yield out;
                    }
                }
                default ->
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "procedures in language " + routine.row().language() + " cannot be run on a herd");
            };
            scope.leave();
            done = true;
            return results;
        } finally {
            if (nested) {
                statements().leaveAtomic();
            }
            if (!done) {
                scope.failed();
            }
        }
    }

    /// DO.
    public void runBlock(String body, FunctionContext context) {
        PlpgsqlRuntime.shared().runBlock(body, statements(), context);
    }

    private static boolean isStrictNull(Routine routine, @Nullable Object[] arguments) {
        return isStrictNull(routine.row(), arguments);
    }

    private static boolean isStrictNull(ProcRow routine, @Nullable Object[] arguments) {
        if (routine.strict()) {
            for (Object argument : arguments) {
                if (argument == null) {
                    return true;
                }
            }
        }
        return false;
    }
}
