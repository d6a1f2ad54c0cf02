package org.pgherd.shardplanner.prepare;

import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.Var;

/// Moves trees to another depth of nesting (IncrementVarSublevelsUp).
public final class Levels extends ExprRewriter {
    private final int by;
    /// References that reach at least so many levels out of where they stand are changed.
    private final int from;

    private Levels(int by, int from) {
        this.by = by;
        this.from = from;
    }

    /// An expression of a query as a query `by` levels below it writes it.
    public static Expr raise(Expr expr, int by) {
        return by == 0 ? expr : new Levels(by, 0).rewrite(expr);
    }

    /// A query that moves `by` levels down: its references to queries around it reach farther.
    public static Query raise(Query query, int by) {
        return by == 0 ? query : new Levels(by, 1).rewrite(query);
    }

    private boolean moves(int levelsUp) {
        return levelsUp >= depth + from;
    }

    @Override
    public Expr rewrite(Expr expr) {
        Expr below = rewriteChildren(expr);
        return switch (below) {
            case Var var when moves(var.levelsUp()) -> var.withLevelsUp(var.levelsUp() + by);
            case Aggref a
            when moves(a.levelsUp()) && (a.levelsUp() > 0 || from == 0) -> a.withLevelsUp(a.levelsUp() + by);
            case GroupingFunc g when moves(g.levelsUp()) -> g.withLevelsUp(g.levelsUp() + by);
            default -> below;
        };
    }

    @Override
    public RangeTblEntry rewrite(RangeTblEntry entry) {
        // WITH names of the query itself are one level out of its subqueries
        if (entry instanceof RteCte c && c.levelsUp() >= depth + from) {
            return new RteCte(
                    c.cteName(),
                    c.levelsUp() + by,
                    c.selfReference(),
                    c.columnTypes(),
                    c.alias(),
                    c.eref(),
                    c.inFromClause());
        }
        return super.rewrite(entry);
    }
}
