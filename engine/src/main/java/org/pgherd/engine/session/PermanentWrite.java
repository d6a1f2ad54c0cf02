package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteRelation;

/// What a read-only transaction refuses (ExecCheckXactReadOnly of execMain.c): queries that write to tables that are
/// not
/// temporary, or lock rows of them.
final class PermanentWrite {
    private PermanentWrite() {}

    /// The command's name as the error says it (CreateCommandName of utility.c); null if it is allowed.
    static @Nullable String of(Query query) {
        for (Query level : ExprWalk.allQueries(query)) {
            if (level.resultRelation() != 0 && isPermanent(level.rte(level.resultRelation()))) {
                return name(query);
            }
            for (RowMarkClause mark : level.rowMarks()) {
                if (isPermanent(level.rte(mark.rti()))) {
                    return query.rowMarks().isEmpty() ? lockName(mark) : name(query);
                }
            }
        }
        return null;
    }

    private static boolean isPermanent(RangeTblEntry entry) {
        return entry instanceof RteRelation target && target.relation().persistence() != Persistence.TEMPORARY;
    }

    private static String name(Query query) {
        return query.commandType() == CommandType.SELECT && !query.rowMarks().isEmpty()
                ? lockName(query.rowMarks().getFirst())
                : query.commandType().name();
    }

    private static String lockName(RowMarkClause mark) {
        return "SELECT FOR " + mark.strength().name().replace('_', ' ');
    }
}
