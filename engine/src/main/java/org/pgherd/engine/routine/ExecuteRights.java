package org.pgherd.engine.routine;

import java.util.HashSet;
import java.util.Set;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.session.PrivilegeCheck;
import org.pgherd.engine.session.SessionState;

/// Which routines the session's roles may call, as the catalog shard has said since the definitions last changed.
public final class ExecuteRights {
    private record Right(String role, int routine) {}

    private final SessionState session;
    private final Set<Right> known = new HashSet<>();
    private long version = -1;

    public ExecuteRights(SessionState session) {
        this.session = session;
    }

    /// Refuses a routine that the current role may not call.
    public void require(int routine) {
        if (PrivilegeCheck.mayAll(session)) {
            return;
        }
        if (version != session.snapshot().version()) {
            version = session.snapshot().version();
            known.clear();
        }
        Right right = new Right(session.settings().user(), routine);
        if (known.contains(right)) {
            return;
        }
        String answer = TextRows.single(session.catalogShard(false), "SELECT " + PrivilegeCheck.mayExecute(routine));
        if (!"t".equals(answer)) {
            throw PrivilegeCheck.deniedRoutine(routine, session.view());
        }
        known.add(right);
    }
}
