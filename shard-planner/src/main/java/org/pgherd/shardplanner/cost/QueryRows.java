package org.pgherd.shardplanner.cost;

import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// How many rows a query is expected to yield, wherever it runs.
public final class QueryRows {
    private final Query query;
    private final PlanningFacts facts;
    private final Selectivity selectivity;

    private QueryRows(Query query, PlanningFacts facts) {
        this.query = query;
        this.facts = facts;
        this.selectivity = new Selectivity(query, facts);
    }

    public static double of(Query query, PlanningFacts facts) {
        QueryRows rows = new QueryRows(query, facts);
        return Math.max(
                1, rows.limited(query.setOperations() != null ? rows.tree(query.setOperations()) : rows.grouped()));
    }

    /// Of a relation, over all shards.
    public static double ofRelation(RteRelation relation, PlanningFacts facts) {
        double rows = facts.rows(relation.relation().oid());
        return rows < 0 ? Estimator.DEFAULT_ROWS : Math.max(1, rows);
    }

    private double limited(double rows) {
        return query.limitCount() == null ? rows : Math.min(rows, Constants.count(query.limitCount()));
    }

    private double tree(SetOperationTree tree) {
        return switch (tree) {
            case RangeTblRef ref -> leaf(ref.rtindex());
            case SetOperationStmt op -> tree(op.left()) + tree(op.right());
        };
    }

    private double grouped() {
        double rows = Math.max(1, item(query.jointree()));
        if (query.groupClause().isEmpty() && (query.hasAggs() || query.havingQual() != null)) {
            return 1;
        }
        double groups = query.groupClause().isEmpty() ? rows : groups(query.groupClause(), rows);
        groups *= query.havingQual() == null ? 1 : 1 / 3.0;
        return query.distinctClause().isEmpty() ? groups : groups(query.distinctClause(), groups);
    }

    private double groups(List<SortGroupClause> clauses, double rows) {
        double groups = 1;
        for (SortGroupClause clause : clauses) {
            for (TargetEntry entry : query.targetList()) {
                if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                    groups *= selectivity.distinct(entry.expr(), rows);
                }
            }
        }
        return Math.min(rows, groups);
    }

    private double item(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> leaf(ref.rtindex());
            case FromExpr from -> {
                double rows = 1;
                for (FromItem child : from.fromList()) {
                    rows *= item(child);
                }
                yield rows * part(from.quals());
            }
            case JoinExpr join -> {
                double left = item(join.left());
                double right = item(join.right());
                double inner = left * right * part(join.quals());
                yield switch (join.joinType()) {
                    case INNER -> inner;
                    case LEFT -> Math.max(left, inner);
                    case RIGHT -> Math.max(right, inner);
                    case FULL -> Math.max(left + right, inner);
                    case SEMI, ANTI -> left / 2;
                };
            }
        };
    }

    private double part(@org.jspecify.annotations.Nullable Expr quals) {
        return quals == null ? 1 : selectivity.of(Equalities.conjuncts(quals));
    }

    private double leaf(int rtindex) {
        return switch (query.rte(rtindex)) {
            case RteRelation relation -> ofRelation(relation, facts);
            case RteSubquery sub -> of(sub.query(), facts);
            case RteFunction _ -> 100;
            case RteValues values -> values.lists().size();
            case RteResult _ -> 1;
            case RteCte _, RteNamedTuplestore _, RteJoin _ -> Estimator.DEFAULT_ROWS;
        };
    }
}
