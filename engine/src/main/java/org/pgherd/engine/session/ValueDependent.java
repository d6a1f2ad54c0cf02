package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.NamedViews;

/// A query that has a plan, or another one, for the values of its parameters only: PostgreSQL plans it for each
/// execution (a custom plan of plancache.c). Such are full joins on conditions that are constants only then.
///
/// @param query as the planner gets it, with parameters
record ValueDependent(Query query, @Nullable NamedViews views, List<SqlType> parameters, boolean settingsMayChange) {
    static boolean is(Query query) {
        return depends(query.jointree())
                || ExprWalk.subqueries(query).stream().anyMatch(ValueDependent::is)
                || ExprWalk.anyDeep(
                        query,
                        0,
                        (expr, _) -> expr instanceof org.pgherd.analyzer.query.SubLink link && is(link.subselect()));
    }

    private static boolean depends(@Nullable FromItem item) {
        return switch (item) {
            case null -> false;
            case RangeTblRef _ -> false;
            case FromExpr from -> from.fromList().stream().anyMatch(ValueDependent::depends);
            case JoinExpr join ->
                join.joinType() == JoinType.FULL
                                && join.quals() != null
                                && ExprWalk.hasExternParam(join.quals())
                                && !comparesColumns(join.quals())
                        || depends(join.left())
                        || depends(join.right());
        };
    }

    /// Whether there is an equality without parameters, by which the join can be made whatever their values.
    private static boolean comparesColumns(Expr quals) {
        return quals instanceof org.pgherd.analyzer.query.BoolExpr and
                        && and.kind() == org.pgherd.analyzer.query.BoolExpr.Kind.AND
                ? and.args().stream().anyMatch(ValueDependent::comparesColumns)
                : quals instanceof OpExpr op
                        && op.name().equals("=")
                        && !ExprWalk.hasExternParam(op)
                        && op.args().stream().allMatch(arg -> ExprWalk.any(arg, Var.class::isInstance));
    }

    Query with(@Nullable Object[] values) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                return expr instanceof Param param && param.kind() == Param.Kind.EXTERN
                        ? new Const(param.type(), values[param.number() - 1], param.at())
                        : rewriteChildren(expr);
            }
        }.rewrite(query);
    }
}
