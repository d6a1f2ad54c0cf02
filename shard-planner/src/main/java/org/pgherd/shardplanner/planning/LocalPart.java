package org.pgherd.shardplanner.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.plan.PlanNode;

/// A part that the coordinator computes.
///
/// @param columns the expression (over the query's range table) that each output column of the node is; an
///     expression
///     above that contains it reads the column (setrefs.c)
/// @param grouped whether it is what a correlated subquery computes for all keys at once: rows of keys that are not
///     asked for need not be computed
public record LocalPart(Set<Integer> relations, PlanNode node, List<Expr> columns, double rows, boolean grouped)
        implements Part {
    public LocalPart(Set<Integer> relations, PlanNode node, List<Expr> columns, double rows) {
        this(relations, node, columns, rows, false);
    }

    public LocalPart {
        relations = Set.copyOf(relations);
        columns = columns.stream().map(ExprEquality::withoutPositions).toList();
        if (columns.size() != node.output().size()) {
            throw new AssertionError("part with " + columns.size() + " columns over a node with "
                    + node.output().size());
        }
    }

    LocalPart over(PlanNode changed) {
        return new LocalPart(relations, changed, columns, rows);
    }

    /// The expression with what this part's columns are replaced by Vars of the only (outer) child.
    Expr resolve(Expr expr) {
        return resolver(this, null).rewrite(expr);
    }

    List<Expr> resolve(List<Expr> exprs) {
        ExprRewriter resolver = resolver(this, null);
        return exprs.stream().map(resolver::rewrite).toList();
    }

    /// 1-based position of a column, 0 if the part does not have it.
    int position(Expr expr) {
        return columns.indexOf(ExprEquality.withoutPositions(expr)) + 1;
    }

    /// Resolves against the outer, then the inner part.
    static ExprRewriter resolver(LocalPart outer, @Nullable LocalPart inner) {
        Map<Expr, Var> found = new HashMap<>();
        if (inner != null) {
            put(found, inner, Var.INNER);
        }
        put(found, outer, Var.OUTER);
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                Var column = found.get(ExprEquality.withoutPositions(expr));
                if (column != null) {
                    return column;
                }
                if (expr instanceof Var var && var.levelsUp() == depth) {
                    throw new AssertionError("column " + var + " is not in " + found.keySet());
                }
                return rewriteChildren(expr);
            }
        };
    }

    private static void put(Map<Expr, Var> found, LocalPart part, int varno) {
        for (int i = part.columns.size() - 1; i >= 0; i--) {
            Expr expr = part.columns.get(i);
            found.put(expr, new Var(varno, i + 1, expr.type(), 0, Position.NONE));
        }
    }
}
