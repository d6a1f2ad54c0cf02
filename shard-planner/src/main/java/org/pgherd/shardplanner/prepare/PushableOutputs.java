package org.pgherd.shardplanner.prepare;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Of which outputs of a subquery a qual may be asked before they are outputs (subquery_is_pushdown_safe and
/// check_output_expressions of allpaths.c).
///
/// Counter-examples: LIMIT (other rows would be counted), grouping sets (a NULL is made above), EXCEPT, a window
/// whose partitions the column does not follow, DISTINCT ON other columns, volatile outputs, sets.
final class PushableOutputs {
    private final PlanningFacts facts;
    private final BitSet unsafe = new BitSet();

    private PushableOutputs(PlanningFacts facts) {
        this.facts = facts;
    }

    /// The numbers of those outputs; null if there are none.
    static @Nullable BitSet of(Query subquery, PlanningFacts facts) {
        PushableOutputs outputs = new PushableOutputs(facts);
        if (!outputs.allows(subquery)) {
            return null;
        }
        SetOperationTree tree = subquery.setOperations();
        if (tree == null) {
            outputs.check(subquery);
        } else if (!outputs.branches(tree, subquery, subquery.outputTypes())) {
            return null;
        }
        BitSet safe = new BitSet();
        safe.set(1, subquery.outputTypes().size() + 1);
        safe.andNot(outputs.unsafe);
        return safe.isEmpty() ? null : safe;
    }

    private boolean allows(Query query) {
        return query.isSelect()
                && query.limitCount() == null
                && query.limitOffset() == null
                && query.groupingSets().isEmpty()
                && query.rowMarks().isEmpty();
    }

    private boolean branches(SetOperationTree tree, Query whole, List<SqlType> types) {
        return switch (tree) {
            case SetOperationStmt op ->
                op.op() != SetOperationStmt.Op.EXCEPT
                        && branches(op.left(), whole, types)
                        && branches(op.right(), whole, types);
            case RangeTblRef ref ->
                whole.rte(ref.rtindex()) instanceof RteSubquery branch && branch(branch.query(), types);
        };
    }

    /// Set operations merge rows, so that columns of loose collations are left above.
    private boolean branch(Query branch, List<SqlType> types) {
        if (!allows(branch) || branch.setOperations() != null) {
            return false;
        }
        check(branch);
        List<SqlType> own = branch.outputTypes();
        for (int i = 0; i < types.size(); i++) {
            boolean same = own.get(i).oid() == types.get(i).oid()
                    && own.get(i).collation() == types.get(i).collation()
                    && !HavingToWhere.isLoose(types.get(i).collation(), facts);
            if (!same) {
                unsafe.set(i + 1);
            }
        }
        return true;
    }

    private void check(Query query) {
        for (TargetEntry target : query.targetList()) {
            if (!target.junk() && !isSafe(target, query)) {
                unsafe.set(target.resno());
            }
        }
    }

    private boolean isSafe(TargetEntry target, Query query) {
        Expr expr = target.expr();
        boolean merges = query.hasDistinctOn()
                || !query.distinctClause().isEmpty()
                || !query.groupClause().isEmpty();
        return !ExprWalk.any(expr, PushableOutputs::isNotCopied)
                && !(merges && HavingToWhere.isLoose(expr.type().collation(), facts))
                && ExprFacts.volatility(expr, facts) != Volatility.VOLATILE
                && (!query.hasDistinctOn() || isAmong(target, query.distinctClause()))
                && (!query.hasWindowFuncs()
                        || query.windowClause().stream().allMatch(window -> isAmong(target, window.partitionClause())));
    }

    /// Sets, and subqueries, which would be computed twice.
    private static boolean isNotCopied(Expr expr) {
        return expr instanceof SubLink
                || expr instanceof FuncExpr f && f.retset()
                || expr instanceof OpExpr o && o.retset();
    }

    private static boolean isAmong(TargetEntry target, List<SortGroupClause> clauses) {
        return target.sortGroupRef() != 0
                && clauses.stream().anyMatch(clause -> clause.tleSortGroupRef() == target.sortGroupRef());
    }
}
