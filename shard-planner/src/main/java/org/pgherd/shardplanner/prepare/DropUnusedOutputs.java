package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// SELECT s.a FROM (SELECT a, (SELECT b FROM x) AS c FROM t) s  =>  .. (SELECT a, NULL AS c FROM t) s
/// (remove_unused_subquery_outputs of allpaths.c). What nobody reads is not computed, and so does not fail.
///
/// Not where the output decides which rows there are (DISTINCT, set operations but UNION ALL, sorting and grouping),
/// and not if it is volatile or returns a set: it would be missed.
public final class DropUnusedOutputs extends ExprRewriter {
    private final PlanningFacts facts;

    private DropUnusedOutputs(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new DropUnusedOutputs(facts).rewrite(query);
    }

    /// From outside to inside: what an output read is not read any more once the output is gone.
    @Override
    public Query rewrite(Query query) {
        return super.rewrite(query.isSelect() && query.setOperations() == null ? level(query) : query);
    }

    private Query level(Query query) {
        if (!query.rowMarks().isEmpty()) {
            // rows of what is not locked itself are kept whole, for when a locked row has changed (ROW_MARK_COPY)
            return query;
        }
        List<RangeTblEntry> table = new ArrayList<>(query.rtable());
        boolean changed = false;
        Query read = null;
        for (int i = 0; i < table.size(); i++) {
            int rtindex = i + 1;
            if (table.get(i) instanceof RteSubquery sub) {
                read = read == null ? withoutJoinAliases(query) : read;
                BitSet used = used(read, rtindex);
                Query less = used == null ? sub.query() : without(sub.query(), used);
                if (!less.equals(sub.query())) {
                    table.set(i, sub.withQuery(less));
                    changed = true;
                }
            }
        }
        if (!changed) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        b.rtable = table;
        return b.build();
    }

    /// The entries of joins repeat the columns of what is joined; nothing refers to them any more (FlattenJoinAliases).
    static Query withoutJoinAliases(Query query) {
        Query.Builder b = query.toBuilder();
        b.rtable = map(query.rtable(), entry -> entry instanceof RteJoin join ? new RteResult(join.eref()) : entry);
        return b.build();
    }

    /// The columns of an entry that are read, by number; null if all are.
    private static @Nullable BitSet used(Query query, int rtindex) {
        BitSet used = new BitSet();
        boolean whole = ExprWalk.anyDeep(query, 0, (expr, depth) -> {
            if (expr instanceof Var var && var.levelsUp() == depth && var.varno() == rtindex && var.attno() >= 0) {
                used.set(var.attno());
            }
            return used.get(0);
        });
        return whole ? null : used;
    }

    private Query without(Query query, BitSet used) {
        if (query.setOperations() != null) {
            boolean plain = query.cteList().isEmpty()
                    && query.sortClause().isEmpty()
                    && query.limitCount() == null
                    && query.limitOffset() == null;
            return plain && isUnionAll(query.setOperations()) ? branchesWithout(query, used) : query;
        }
        if (!query.isSelect() || !query.distinctClause().isEmpty()) {
            return query;
        }
        // what a window sorts by is computed even if no function looks at the window
        boolean ordersWindows = query.targetList().stream()
                .anyMatch(entry -> entry.sortGroupRef() != 0 && !(entry.expr() instanceof Var));
        // aggregates that nobody reads still make one row of all, as HAVING does without any
        boolean oneRow = query.hasAggs()
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.targetList().stream()
                        .noneMatch(entry -> used.get(entry.resno())
                                && ExprWalk.anyDeep(entry.expr(), 0, DropUnusedOutputs::isAggregate));
        List<TargetEntry> targets = new ArrayList<>();
        boolean changed = false;
        for (TargetEntry target : query.targetList()) {
            boolean stays = target.junk()
                    || target.sortGroupRef() != 0
                    || used.get(target.resno())
                    || target.expr() instanceof Const
                    || target.expr() instanceof Var
                    || ordersWindows && ExprWalk.any(target.expr(), e -> e instanceof WindowFunc)
                    || isMissed(target.expr());
            targets.add(
                    stays
                            ? target
                            : target.withExpr(Const.ofNull(
                                    target.expr().type(), target.expr().at())));
            changed |= !stays;
        }
        if (!changed) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        b.targetList = targets;
        if (oneRow) {
            b.havingQual = Const.ofBoolean(true, Position.NONE);
        }
        b.hasSubLinks = query.hasSubLinks()
                && ExprWalk.expressions(b.build()).stream()
                        .anyMatch(expr -> ExprWalk.any(expr, e -> e instanceof SubLink));
        b.hasWindowFuncs = query.hasWindowFuncs()
                && targets.stream().anyMatch(entry -> ExprWalk.any(entry.expr(), e -> e instanceof WindowFunc));
        return b.build();
    }

    /// Of the query's own level, wherever it stands.
    private static boolean isAggregate(Expr expr, int depth) {
        return expr instanceof Aggref aggregate && aggregate.levelsUp() == depth;
    }

    /// Set-returning, or volatile wherever below.
    private boolean isMissed(Expr expr) {
        return ExprWalk.anyDeep(
                expr,
                0,
                (e, _) -> e instanceof FuncExpr f && f.retset()
                        || e instanceof OpExpr o && o.retset()
                        || ExprFacts.volatility(e, facts) == Volatility.VOLATILE);
    }

    private static boolean isUnionAll(SetOperationTree tree) {
        return switch (tree) {
            case RangeTblRef _ -> true;
            case SetOperationStmt op ->
                op.op() == SetOperationStmt.Op.UNION && op.all() && isUnionAll(op.left()) && isUnionAll(op.right());
        };
    }

    private Query branchesWithout(Query query, BitSet used) {
        Query.Builder b = query.toBuilder();
        b.rtable = map(
                query.rtable(),
                entry -> entry instanceof RteSubquery branch ? branch.withQuery(without(branch.query(), used)) : entry);
        return b.build();
    }
}
