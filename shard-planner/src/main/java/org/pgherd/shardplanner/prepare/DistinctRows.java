package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Whether an item of FROM has at most one row for each row of the others (rel_is_distinct_for, query_is_distinct_for).
final class DistinctRows {
    private final Query query;
    private final int rtindex;
    private final PlanningFacts facts;

    DistinctRows(Query query, int rtindex, PlanningFacts facts) {
        this.query = query;
        this.rtindex = rtindex;
        this.facts = facts;
    }

    /// @param quals of the join
    boolean by(List<Expr> quals) {
        Set<Integer> pinned = new HashSet<>();
        for (Expr qual : quals) {
            if (qual instanceof OpExpr op && op.args().size() == 2) {
                pin(op, op.left(), op.right(), pinned);
                pin(op, op.right(), op.left(), pinned);
            }
        }
        return switch (query.rte(rtindex)) {
            case RteRelation relation -> hasKey(relation, pinned);
            case RteSubquery sub -> !sub.lateral() && isDistinct(sub.query(), pinned);
            default -> false;
        };
    }

    /// Columns that equal something of the others.
    private void pin(OpExpr op, Expr own, Expr other, Set<Integer> pinned) {
        if (Equalities.plain(own) instanceof Var var
                && var.levelsUp() == 0
                && var.varno() == rtindex
                && var.attno() > 0
                && !reads(other)
                && isEquality(op, var)) {
            pinned.add(var.attno());
        }
    }

    private boolean reads(Expr expr) {
        return ExprWalk.anyDeep(
                expr, 0, (e, depth) -> e instanceof Var var && var.levelsUp() == depth && var.varno() == rtindex);
    }

    /// By the equality that the key is unique by.
    private boolean isEquality(OpExpr op, Var column) {
        boolean same = facts.equalityOperator(column.type().oid()) == op.opNo()
                || facts.equalityOperator(op.left().type().oid()) == op.opNo()
                || facts.operatorName(op.opNo()).equals("=") && facts.isHashableEquality(op.opNo());
        return same
                && (op.inputCollation() == 0
                        || op.inputCollation() == column.type().collation());
    }

    private static boolean hasKey(RteRelation entry, Set<Integer> pinned) {
        boolean alone = entry.relation().children().isEmpty()
                || !entry.inherit()
                || entry.relation().kind() == RelationKind.PARTITIONED_TABLE;
        return alone
                && entry.relation().keys().stream()
                        .anyMatch(key -> key.unique()
                                && !key.partial()
                                && !key.deferrable()
                                && !key.columns().isEmpty()
                                && pinned.containsAll(key.columns()));
    }

    private static boolean isDistinct(Query sub, Set<Integer> pinned) {
        if (sub.hasTargetSRFs() || !sub.isSelect()) {
            return false;
        }
        if (sub.setOperations() instanceof SetOperationStmt op) {
            return !op.all() && pinned.containsAll(numbers(sub));
        }
        if (!sub.distinctClause().isEmpty()) {
            return containsAll(sub, sub.distinctClause(), pinned);
        }
        if (!sub.groupingSets().isEmpty()) {
            return false;
        }
        return sub.groupClause().isEmpty()
                ? sub.hasAggs() || sub.havingQual() != null
                : containsAll(sub, sub.groupClause(), pinned);
    }

    private static Set<Integer> numbers(Query sub) {
        return sub.outputColumns().stream().map(TargetEntry::resno).collect(Collectors.toSet());
    }

    private static boolean containsAll(Query sub, List<SortGroupClause> clauses, Set<Integer> pinned) {
        return clauses.stream()
                .allMatch(clause -> sub.targetList().stream()
                        .anyMatch(entry -> entry.sortGroupRef() == clause.tleSortGroupRef()
                                && !entry.junk()
                                && pinned.contains(entry.resno())));
    }
}
