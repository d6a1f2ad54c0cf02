package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.effect.Affinity;
import org.pgherd.analyzer.effect.AffinityAnalysis;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Why;

/// `SELECT f(key, ...)` of a routine that is proved to touch only the shard of its argument goes there whole:
/// the shard
/// runs the body, with its own rows, in one round trip.
public final class ShardLocalCall {
    private ShardLocalCall() {}

    /// Null if the statement is no such call.
    public static @Nullable PlannedStatement plan(
            Query query, String text, CatalogView view, ShardingCatalog sharding, List<Expr> parameters) {
        boolean bare = query.commandType() == CommandType.SELECT
                && query.rtable().isEmpty()
                && query.cteList().isEmpty()
                && query.setOperations() == null
                && !query.hasSubLinks();
        if (!bare) {
            return null;
        }
        List<FuncExpr> calls = new ArrayList<>();
        List<PlanColumn> output = new ArrayList<>();
        for (TargetEntry target : query.targetList()) {
            collect(target.expr(), view, calls);
            if (!target.junk()) {
                output.add(new PlanColumn(
                        String.valueOf(target.name()), target.expr().type()));
            }
        }
        if (calls.size() != 1) {
            return null;
        }
        FuncExpr call = calls.getFirst();
        Routine routine = view.catalog().routine(call.funcId());
        Affinity affinity = routine == null ? null : new AffinityAnalysis(view, sharding).of(routine);
        if (routine == null || affinity == null || !isFixed(call.args().get(affinity.argument()))) {
            return null;
        }
        boolean writes = !new EffectAnalysis(view).routine(routine.oid()).isReadOnly();
        String name = routine.row().name();
        Remote root = new Remote(
                output,
                text,
                parameters,
                new Routing.ByKey(affinity.colocationGroup(), call.args().get(affinity.argument())),
                List.of(),
                writes,
                false,
                false,
                new Why(
                        Rung.ROUTE,
                        "every access of " + name + " and below filters on shard key = $" + (affinity.argument() + 1),
                        ""));
        return new PlannedStatement(
                CommandType.SELECT,
                root,
                output,
                List.of(),
                List.of(),
                0,
                parameters.stream().map(Expr::type).toList(),
                writes,
                Rung.ROUTE,
                "one snapshot",
                true);
    }

    /// A constant or parameter, perhaps cast to the argument's type by a built-in function.
    private static boolean isFixed(Expr key) {
        return switch (key) {
            case Const _ -> true;
            case Param param -> param.kind() == Param.Kind.EXTERN;
            case RelabelType relabel -> isFixed(relabel.arg());
            case FuncExpr cast ->
                cast.form() != CoercionForm.EXPLICIT_CALL
                        && cast.args().size() == 1
                        && Integer.compareUnsigned(cast.funcId(), ShardingCatalog.FIRST_NORMAL_OID) < 0
                        && isFixed(cast.args().getFirst());
            default -> false;
        };
    }

    private static void collect(Expr expr, CatalogView view, List<FuncExpr> calls) {
        if (expr instanceof FuncExpr call && view.catalog().routine(call.funcId()) != null) {
            calls.add(call);
        }
        ExprWalk.children(expr).forEach(child -> collect(child, view, calls));
    }
}
