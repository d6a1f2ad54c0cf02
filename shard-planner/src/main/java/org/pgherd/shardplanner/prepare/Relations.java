package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;

/// The range table indexes of items of FROM.
final class Relations {
    private Relations() {}

    static Set<Integer> of(FromItem item) {
        Set<Integer> set = new HashSet<>();
        collect(item, set);
        return set;
    }

    private static void collect(FromItem item, Set<Integer> set) {
        switch (item) {
            case RangeTblRef ref -> set.add(ref.rtindex());
            case FromExpr from -> from.fromList().forEach(child -> collect(child, set));
            case JoinExpr join -> {
                collect(join.left(), set);
                collect(join.right(), set);
            }
        }
    }

    /// Whether an expression reads columns of these relations only, and has no subquery.
    static boolean within(Expr expr, Set<Integer> relations) {
        return !ExprWalk.any(
                expr,
                e -> e instanceof SubLink
                        || e instanceof Var var && var.levelsUp() == 0 && !relations.contains(var.varno()));
    }
}
