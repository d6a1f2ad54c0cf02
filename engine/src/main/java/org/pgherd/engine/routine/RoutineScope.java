package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;

/// What a routine's SET clauses and SECURITY DEFINER change while it runs (fmgr_security_definer of fmgr.c).
final class RoutineScope {
    private static final RoutineScope NONE = new RoutineScope();
    private static final String ROLE = "role";

    private final List<Change> undo = new ArrayList<>();

    /// @param settled how often the setting had been set for the session when the routine began
    private record Change(
            String name,
            @Nullable String old,
            boolean local,
            long settled,
            SessionState session,
            FunctionContext functions) {
        void undo() {
            // what the routine has set for the session stays
            if (session.timesSet(name) == settled) {
                functions.setSetting(name, old, local);
            }
        }
    }

    private RoutineScope() {}

    static RoutineScope enter(Routine routine, SessionState session, FunctionContext functions) {
        boolean definer =
                routine.row().securityDefiner() && !functions.currentUser().equals(routine.owner());
        if (routine.config().isEmpty() && !definer) {
            return NONE;
        }
        RoutineScope scope = new RoutineScope();
        try {
            if (definer) {
                scope.become(routine, session, functions);
            }
            for (String setting : routine.config()) {
                int equals = setting.indexOf('=');
                String name = setting.substring(0, equals).toLowerCase(Locale.ROOT);
                scope.set(name, setting.substring(equals + 1), session, functions);
            }
        } catch (SqlException e) {
            scope.failed();
            throw e;
        }
        return scope;
    }

    private void become(Routine routine, SessionState session, FunctionContext functions) {
        try {
            set(ROLE, routine.owner(), session, functions);
        } catch (SqlException e) {
            if (!e.state().equals(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "security definer function \"" + routine.row().name() + "\" of role \"" + routine.owner()
                            + "\" cannot be run by role \"" + functions.currentUser()
                            + "\", which is not a member of it");
        }
    }

    private void set(String name, String value, SessionState session, FunctionContext functions) {
        // what is set locally outside of a transaction would be lost at once
        boolean local = session.transaction().inBlock() || session.transaction().inImplicit();
        String old = functions.setting(name);
        functions.setSetting(name, value, local);
        long settled = session.timesSet(name);
        undo.addFirst(new Change(name, old, local, settled, session, functions));
    }

    /// The routine has ended well: settings get their old values.
    void leave() {
        undo.forEach(Change::undo);
    }

    /// It has not. What was set within a transaction is given back by its rollback, and the shard takes no more.
    void failed() {
        undo.stream().filter(change -> !change.local()).forEach(Change::undo);
    }

    boolean isEmpty() {
        return undo.isEmpty();
    }
}
