package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.shardplanner.distribution.CollatedCalls;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Calls of functions that Java lacks, over columns of one remote part: computed where the part is read,
/// whatever the
/// cap, for the coordinator would have to ask a shard anyhow.
final class OnlyOnShards {
    private OnlyOnShards() {}

    static List<Expr> in(Expr expr, RemotePart part, Planning planning) {
        List<Expr> found = new ArrayList<>();
        collect(expr, part, planning, found);
        return found;
    }

    private static void collect(Expr expr, RemotePart part, Planning planning, List<Expr> found) {
        if (isCallOnlyThere(expr, planning)
                && Shippable.plain(expr, planning)
                && ExprFacts.volatility(expr, planning.facts()) != Volatility.VOLATILE
                && !ExprWalk.any(
                        expr,
                        e -> e instanceof Aggref || e instanceof WindowFunc || e instanceof FuncExpr f && f.retset())) {
            Set<Integer> reads = new HashSet<>(Quals.relations(expr));
            boolean outer = ExprWalk.any(
                    expr,
                    e -> e instanceof Var var && var.levelsUp() > 0
                            || e instanceof Param param && param.kind() == Param.Kind.SUBLINK);
            if (!reads.isEmpty() && part.relations().containsAll(reads) && !outer) {
                found.add(ExprEquality.withoutPositions(expr));
                return;
            }
        }
        for (Expr child : ExprWalk.children(expr)) {
            collect(child, part, planning, found);
        }
    }

    static boolean isCallOnlyThere(Expr expr, Planning planning) {
        boolean[] missing = {
            ExprFacts.isXml(expr)
                    || CollatedCalls.isOnlyThere(expr, planning.facts().types())
        };
        if (expr instanceof Aggref || expr instanceof WindowFunc || expr instanceof SubLink) {
            return false;
        }
        if (expr instanceof RelabelType r
                && planning.facts().isForeign(r.type().oid())
                        != planning.facts().isForeign(r.arg().type().oid())) {
            return true;
        }
        ExprFacts.ownFunction(
                expr,
                planning.facts(),
                function -> missing[0] |= !planning.facts().runsHere(function));
        return missing[0];
    }
}
