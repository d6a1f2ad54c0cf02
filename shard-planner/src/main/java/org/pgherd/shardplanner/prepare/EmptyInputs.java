package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;

/// FROM a, (SELECT .. FROM b WHERE false) q  =>  FROM a, (..) q WHERE false   (is_dummy_rel of joinrels.c): a is not
/// read, nor are quals computed over it.
///
/// Counter-examples: the preserved side of an outer join is read; an aggregate without GROUP BY makes a row of none.
final class EmptyInputs extends ExprRewriter {
    private EmptyInputs() {}

    static Query in(Query query) {
        return new EmptyInputs().rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query below = super.rewrite(query);
        if (!below.isSelect()
                || below.setOperations() != null
                || hasFalse(below)
                || !isEmpty(below.jointree(), below)) {
            return below;
        }
        List<Expr> quals = new ArrayList<>(Equalities.conjuncts(below.jointree().quals()));
        quals.add(Const.ofBoolean(false, Position.NONE));
        Query.Builder b = below.toBuilder();
        b.jointree = below.jointree().withQuals(QualInSubquery.and(quals));
        return b.build();
    }

    private static boolean isEmpty(FromItem item, Query query) {
        return switch (item) {
            case RangeTblRef ref -> query.rte(ref.rtindex()) instanceof RteSubquery sub && hasNoRows(sub.query());
            case FromExpr from -> from.fromList().stream().anyMatch(child -> isEmpty(child, query));
            case JoinExpr join -> {
                boolean left = isEmpty(join.left(), query);
                boolean right = isEmpty(join.right(), query);
                yield switch (join.joinType()) {
                    case INNER -> left || right;
                    case LEFT, SEMI, ANTI -> left;
                    case RIGHT -> right;
                    case FULL -> left && right;
                };
            }
        };
    }

    private static boolean hasNoRows(Query query) {
        boolean groups = !query.groupClause().isEmpty() && query.groupingSets().isEmpty();
        boolean oneRow = (query.hasAggs()
                        || query.havingQual() != null
                        || !query.groupingSets().isEmpty())
                && !groups;
        return query.isSelect() && query.setOperations() == null && !oneRow && hasFalse(query);
    }

    private static boolean hasFalse(Query query) {
        return Equalities.conjuncts(query.jointree().quals()).stream()
                .anyMatch(qual -> qual instanceof Const c && !Boolean.TRUE.equals(c.value()));
    }
}
