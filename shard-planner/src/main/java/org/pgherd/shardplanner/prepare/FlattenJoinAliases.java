package org.pgherd.shardplanner.prepare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.Var;

/// Replaces columns of joins by the columns of what is joined (flatten_join_alias_vars), at all levels.
public final class FlattenJoinAliases extends ExprRewriter {
    private final Deque<Query> queries = new ArrayDeque<>();

    public static Query in(Query query) {
        return new FlattenJoinAliases().rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        queries.push(query);
        try {
            return super.rewrite(query);
        } finally {
            queries.pop();
        }
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof Var var && var.varno() > 0 && var.levelsUp() < queries.size()) {
            Query home = queries.stream().skip(var.levelsUp()).findFirst().orElseThrow();
            if (home.rte(var.varno()) instanceof RteJoin join) {
                return rewrite(Levels.raise(column(var, join), var.levelsUp()));
            }
            return var;
        }
        return rewriteChildren(expr);
    }

    private static Expr column(Var var, RteJoin join) {
        if (var.attno() > 0) {
            return join.aliasVars().get(var.attno() - 1);
        }
        List<Expr> all = new ArrayList<>(join.aliasVars());
        return new RowExpr(all, join.eref().columnNames(), CoercionForm.IMPLICIT_CAST, var.type(), var.at());
    }
}
