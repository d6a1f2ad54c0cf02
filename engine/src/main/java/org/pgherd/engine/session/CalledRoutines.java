package org.pgherd.engine.session;

import java.util.Set;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;

/// The user's routines that a query calls, and whether any of them may change something: then the query is a writing
/// statement, and all that the routines do is one transaction with it.
final class CalledRoutines {
    private static final Set<String> OF_DESCRIPTORS = Set.of(
            "lo_open",
            "lo_close",
            "loread",
            "lowrite",
            "lo_lseek",
            "lo_lseek64",
            "lo_tell",
            "lo_tell64",
            "lo_truncate",
            "lo_truncate64");

    private CalledRoutines() {}

    static boolean mayWrite(Query query, CatalogView view) {
        EffectAnalysis analysis = new EffectAnalysis(view);
        return ExprWalk.anyDeep(query, 0, (expr, _) -> {
            int routine = routine(expr);
            return routine != 0
                    && view.catalog().routine(routine) != null
                    && !analysis.routine(routine).isReadOnly();
        });
    }

    /// Whether a routine is called that changes settings while it runs, which only a transaction takes back after an
    /// error.
    static boolean changeSettings(Query query, CatalogView view) {
        return ExprWalk.anyDeep(query, 0, (expr, _) -> {
            Routine routine = view.catalog().routine(routine(expr));
            return routine != null
                    && (!routine.config().isEmpty() || routine.row().securityDefiner());
        });
    }

    /// Whether descriptors of large objects are used, which live as long as the transaction (be-fsstubs.c).
    static boolean holdLargeObjects(Query query) {
        return ExprWalk.anyDeep(
                query,
                0,
                (expr, _) -> expr instanceof FuncExpr call
                        && Integer.compareUnsigned(call.funcId(), ShardingCatalog.FIRST_NORMAL_OID) < 0
                        && OF_DESCRIPTORS.contains(call.name()));
    }

    private static int routine(Expr expr) {
        return switch (expr) {
            case FuncExpr call -> call.funcId();
            case OpExpr operator -> operator.opFuncId();
            case Aggref aggregate -> aggregate.aggFnOid();
            default -> 0;
        };
    }
}
