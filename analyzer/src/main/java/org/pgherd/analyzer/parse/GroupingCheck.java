package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// In a grouped query, every column outside of aggregates must be grouped by, or depend on what is
/// (parseCheckAggregates and check_ungrouped_columns of parse_agg.c). Also tells GROUPING which groups its arguments
/// are.
final class GroupingCheck {
    private final List<RangeTblEntry> rtable;
    private final List<Expr> groupExprs = new ArrayList<>();
    private final List<Integer> groupRefs = new ArrayList<>();
    private final List<Var> commonVars = new ArrayList<>();
    private final Set<Integer> dependentRtes = new HashSet<>();

    private GroupingCheck(Query.Builder query) {
        this.rtable = query.rtable;
        Set<Integer> common = !query.groupingSets.isEmpty() ? GroupBy.commonRefs(query.groupingSets) : null;
        for (SortGroupClause clause : query.groupClause) {
            Expr expr = flatten(
                    SortGroups.byRef(query.targetList, clause.tleSortGroupRef()).expr());
            groupExprs.add(expr);
            groupRefs.add(clause.tleSortGroupRef());
            if (expr instanceof Var v && (common == null || common.contains(clause.tleSortGroupRef()))) {
                commonVars.add(v);
            }
        }
    }

    /// Checks target list and HAVING; both come back with GROUPING filled in.
    static void check(Query.Builder query) {
        GroupingCheck check = new GroupingCheck(query);
        List<TargetEntry> targets = new ArrayList<>();
        for (TargetEntry entry : query.targetList) {
            targets.add(entry.withExpr(check.groupingRefs(entry.expr())));
        }
        query.targetList = targets;
        for (TargetEntry entry : targets) {
            check.expression(check.flatten(entry.expr()), 0, false);
        }
        if (query.havingQual != null) {
            query.havingQual = check.groupingRefs(query.havingQual);
            check.expression(check.flatten(query.havingQual), 0, false);
        }
    }

    /// Join columns become what they stand for.
    private Expr flatten(Expr expr) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                if (e instanceof Var v
                        && v.levelsUp() == depth
                        && v.attno() > 0
                        && rtable.get(v.varno() - 1) instanceof RteJoin join) {
                    Expr alias = raised(join.aliasVars().get(v.attno() - 1), depth);
                    return rewrite(
                            alias instanceof Var av
                                    ? new Var(av.varno(), av.attno(), av.type(), av.levelsUp(), v.at())
                                    : alias);
                }
                return rewriteChildren(e);
            }
        }.rewrite(expr);
    }

    private static Expr raised(Expr expr, int levels) {
        return levels == 0
                ? expr
                : ExprRewriter.replace(expr, e -> e instanceof Var v ? v.withLevelsUp(v.levelsUp() + levels) : null);
    }

    private Expr groupingRefs(Expr expr) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                if (e instanceof GroupingFunc g && g.levelsUp() == depth) {
                    List<Integer> refs = new ArrayList<>();
                    for (Expr arg : g.args()) {
                        Expr flat = flatten(raised(arg, -depth));
                        int found = groupOf(flat, 0);
                        // queries within know grouped columns alone
                        if (found < 0 || depth > 0 && !(flat instanceof Var)) {
                            throw new SqlException(
                                    SqlState.GROUPING_ERROR,
                                    "arguments to GROUPING must be grouping expressions of the associated query level",
                                    ExprLocation.of(arg));
                        }
                        refs.add(groupRefs.get(found));
                    }
                    return new GroupingFunc(g.args(), refs, g.levelsUp(), g.at());
                }
                return rewriteChildren(e);
            }
        }.rewrite(expr);
    }

    private int groupOf(Expr expr, int depth) {
        for (int i = 0; i < groupExprs.size(); i++) {
            if (ExprEquality.same(raised(groupExprs.get(i), depth), expr)) {
                return i;
            }
        }
        return -1;
    }

    /// @param depth how many queries below the grouped one
    private void expression(Expr expr, int depth, boolean inDirectArgs) {
        if (expr instanceof Const || expr instanceof Param) {
            return;
        }
        if (expr instanceof Aggref a) {
            if (a.levelsUp() == depth) {
                a.directArgs().forEach(arg -> expression(arg, depth, true));
                return;
            }
            if (a.levelsUp() > depth) {
                return;
            }
        }
        if (expr instanceof GroupingFunc g && g.levelsUp() >= depth) {
            return;
        }
        int group = groupOf(expr, depth);
        // queries within know grouped columns alone, not other grouped expressions
        if (group >= 0 && (depth == 0 || groupExprs.get(group) instanceof Var)) {
            return;
        }
        if (expr instanceof Var v) {
            if (v.levelsUp() == depth) {
                ungrouped(v, depth, inDirectArgs);
            }
            return;
        }
        ExprWalk.children(expr).forEach(child -> expression(child, depth, inDirectArgs));
        if (expr instanceof SubLink link) {
            query(link.subselect(), depth + 1, inDirectArgs);
        }
    }

    private void query(Query query, int depth, boolean inDirectArgs) {
        ExprWalk.expressions(query).forEach(e -> expression(e, depth, inDirectArgs));
        ExprWalk.subqueries(query).forEach(q -> query(q, depth + 1, inDirectArgs));
    }

    private void ungrouped(Var v, int depth, boolean inDirectArgs) {
        RangeTblEntry rte = rtable.get(v.varno() - 1);
        if (rte instanceof RteRelation r && (dependentRtes.contains(v.varno()) || depends(r, v.varno()))) {
            dependentRtes.add(v.varno());
            return;
        }
        String name = rte.eref().name() + "." + columnName(rte, v.attno());
        if (depth > 0) {
            throw new SqlException(
                    SqlState.GROUPING_ERROR,
                    "subquery uses ungrouped column \"" + name + "\" from outer query",
                    v.at());
        }
        SqlException e = new SqlException(
                SqlState.GROUPING_ERROR,
                "column \"" + name + "\" must appear in the GROUP BY clause or be used in an aggregate function",
                v.at());
        throw inDirectArgs
                ? e.withDetail("Direct arguments of an ordered-set aggregate must use only grouped columns.")
                : e;
    }

    static String columnName(RangeTblEntry rte, int attno) {
        if (attno == 0) {
            return "*";
        }
        if (attno < 0) {
            return List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid").get(-attno - 1);
        }
        return rte.eref().columnNames().get(attno - 1);
    }

    /// Grouped by the whole primary key, a table's other columns follow (check_functional_grouping).
    private boolean depends(RteRelation rte, int varno) {
        KeyConstraint key = rte.relation().primaryKey();
        if (key == null || key.deferrable() || key.oid() == 0) {
            return false;
        }
        for (int column : key.columns()) {
            if (commonVars.stream().noneMatch(v -> v.varno() == varno && v.attno() == column && v.levelsUp() == 0)) {
                return false;
            }
        }
        return true;
    }
}
