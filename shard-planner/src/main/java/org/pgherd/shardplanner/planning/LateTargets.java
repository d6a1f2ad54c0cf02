package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;

/// Targets that are computed after ORDER BY (planner.c:make_sort_input_target): with a volatile one among them, so that
/// it is called in the order of the rows; with LIMIT those that are dear, and all where an index would give the order,
/// so that nothing is computed, and no error raised, for rows that do not come out.
/// `SELECT nextval('s'), v FROM t ORDER BY v` numbers the rows as they come out.
final class LateTargets {
    private static final int FIRST_USER_OID = 16384;

    private final Query query;
    private final Planning planning;

    LateTargets(Query query, Planning planning) {
        this.query = query;
        this.planning = planning;
    }

    boolean areWanted() {
        if (query.sortClause().isEmpty() || !query.distinctClause().isEmpty() || query.hasTargetSRFs()) {
            return false;
        }
        boolean limited = query.limitCount() != null;
        boolean allLate = limited && comesOrdered();
        for (TargetEntry entry : query.targetList()) {
            boolean computed = !isSortKey(entry) && !(entry.expr() instanceof Var);
            if (computed
                    && (allLate
                            || limited && isDear(entry.expr())
                            || ExprFacts.volatility(entry.expr(), planning.facts()) == Volatility.VOLATILE)) {
                return true;
            }
        }
        return false;
    }

    /// The rows that LIMIT and OFFSET ask for together, null if there is no OFFSET or they are no constants.
    @Nullable
    Expr limitWithOffset() {
        return query.limitOption() == LimitOption.COUNT
                        && query.limitCount() instanceof Const count
                        && count.value() instanceof Long limit
                        && query.limitOffset() instanceof Const skip
                        && skip.value() instanceof Long offset
                        && limit >= 0
                        && offset > 0
                        && limit + offset > 0
                ? new Const(SqlType.INT8, limit + offset, count.at())
                : null;
    }

    /// Users' routines and subqueries: more than ten operators cost.
    private boolean isDear(Expr expr) {
        boolean[] dear = {!ExprFacts.subLinks(expr).isEmpty()};
        ExprFacts.functions(
                expr, planning.facts(), function -> dear[0] |= Integer.compareUnsigned(function, FIRST_USER_OID) >= 0);
        return dear[0];
    }

    /// Whether a unique index of the only table begins with the first sort key.
    private boolean comesOrdered() {
        return query.jointree().fromList().size() == 1
                && query.jointree().fromList().getFirst() instanceof RangeTblRef ref
                && query.rte(ref.rtindex()) instanceof RteRelation table
                && firstKey() instanceof Var key
                && key.varno() == ref.rtindex()
                && table.relation().keys().stream()
                        .anyMatch(index ->
                                !index.columns().isEmpty() && index.columns().getFirst() == key.attno());
    }

    private Expr firstKey() {
        for (TargetEntry entry : query.targetList()) {
            if (entry.sortGroupRef() == query.sortClause().getFirst().tleSortGroupRef()) {
                return entry.expr();
            }
        }
        throw new AssertionError("a sort key is a target");
    }

    private boolean isSortKey(TargetEntry entry) {
        return query.sortClause().stream().anyMatch(clause -> clause.tleSortGroupRef() == entry.sortGroupRef());
    }

    /// The input's rows with the sort keys as further columns, in the order of [#keyPositions].
    ///
    /// @param exprs of the target list, for this input
    PlanNode withKeys(LocalPart input, List<Expr> exprs) {
        List<Expr> all = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>(input.node().output());
        for (int i = 0; i < columns.size(); i++) {
            all.add(column(i + 1, columns.get(i)));
        }
        for (int i = 0; i < exprs.size(); i++) {
            TargetEntry entry = query.targetList().get(i);
            if (isSortKey(entry)) {
                all.add(input.resolve(exprs.get(i)));
                columns.add(new PlanColumn("?column?", entry.expr().type()));
            }
        }
        return Projects.over(input.node(), all, columns);
    }

    /// Where a sort key stands among the columns of [#withKeys].
    int keyPosition(LocalPart input, SortGroupClause key) {
        int position = input.node().output().size();
        for (TargetEntry entry : query.targetList()) {
            if (isSortKey(entry)) {
                position++;
            }
            if (entry.sortGroupRef() == key.tleSortGroupRef()) {
                return position;
            }
        }
        throw new AssertionError("sort reference " + key.tleSortGroupRef() + " is missing");
    }

    /// The target list over the sorted rows: keys are read, the rest is computed.
    PlanNode over(LocalPart input, PlanNode sorted, List<Expr> exprs) {
        List<Expr> known = new ArrayList<>(input.columns());
        List<PlanColumn> columns = sorted.output();
        // a column that no expression refers to: two calls of a volatile function are two, though they look the same
        for (int i = known.size(); i < columns.size(); i++) {
            known.add(new Var(Var.INNER, i + 1, columns.get(i).type(), 0, Position.NONE));
        }
        List<Expr> late = new ArrayList<>();
        for (int i = 0; i < exprs.size(); i++) {
            if (!isSortKey(query.targetList().get(i))) {
                late.add(exprs.get(i));
            }
        }
        LocalPart asked = Asks.add(new LocalPart(Set.of(), sorted, known, input.rows()), late, planning);
        List<Expr> targets = new ArrayList<>();
        int key = input.node().output().size();
        for (int i = 0; i < exprs.size(); i++) {
            targets.add(
                    isSortKey(query.targetList().get(i))
                            ? column(++key, columns.get(key - 1))
                            : asked.resolve(exprs.get(i)));
        }
        return Projects.over(asked.node(), targets, Remotes.columns(query.targetList()));
    }

    private static Var column(int position, PlanColumn column) {
        return new Var(Var.OUTER, position, column.type(), 0, Position.NONE);
    }
}
