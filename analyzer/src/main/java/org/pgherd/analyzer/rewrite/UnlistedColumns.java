package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.Var;

/// What is read of a table that a subquery in its place has no column for by itself: system columns and the whole row.
final class UnlistedColumns {
    private UnlistedColumns() {}

    /// One of each that the query or a query in it reads.
    static List<Var> of(Query query, int rti) {
        List<Var> found = new ArrayList<>();
        ExprWalk.anyDeep(query, 0, (e, depth) -> {
            if (e instanceof Var var
                    && var.varno() == rti
                    && var.levelsUp() == depth
                    && var.attno() <= 0
                    && found.stream().noneMatch(known -> known.attno() == var.attno())) {
                found.add(var);
            }
            return false;
        });
        return found;
    }

    /// With these as columns behind the first `count`.
    static Query listed(Query query, int rti, List<Var> unlisted, int count) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                if (expr instanceof Var var && var.varno() == rti && var.levelsUp() == depth && var.attno() <= 0) {
                    for (int i = 0; i < unlisted.size(); i++) {
                        if (unlisted.get(i).attno() == var.attno()) {
                            return new Var(rti, count + i + 1, var.type(), var.levelsUp(), var.at());
                        }
                    }
                }
                return rewriteChildren(expr);
            }
        }.rewrite(query);
    }
}
