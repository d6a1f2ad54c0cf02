package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.NamedViews;
import org.pgherd.shardplanner.distribution.ErrorFree;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// A query of which PostgreSQL makes a plan for each execution's values (a custom plan of plancache.c), where that can
/// be told. Full joins on conditions that are constants only then have no plan, or another one, without the values.
/// Calls of parameters alone are computed while planning, and may fail there, whether or not there is a row to need
/// them.
///
/// @param query as the planner gets it, with parameters
/// @param joins whether the plan is another one; else only what is computed while planning may fail
record ValueDependent(
        Query query, @Nullable NamedViews views, List<SqlType> parameters, boolean settingsMayChange, boolean joins) {
    /// Null if the values make no difference.
    static @Nullable ValueDependent of(
            Query query,
            @Nullable NamedViews views,
            List<SqlType> parameters,
            boolean settingsMayChange,
            PlanningFacts facts) {
        boolean joins = joins(query);
        return joins || ExprWalk.anyDeep(query, 0, (expr, _) -> mayFail(expr, facts))
                ? new ValueDependent(query, views, parameters, settingsMayChange, joins)
                : null;
    }

    private static boolean joins(Query query) {
        return depends(query.jointree())
                || ExprWalk.subqueries(query).stream().anyMatch(ValueDependent::joins)
                || ExprWalk.anyDeep(query, 0, (expr, _) -> expr instanceof SubLink link && joins(link.subselect()));
    }

    private static boolean mayFail(Expr expr, PlanningFacts facts) {
        boolean call = expr instanceof FuncExpr f && !f.retset()
                || expr instanceof OpExpr op && !op.retset() && !ErrorFree.isOperator(op, facts);
        return call
                && ExprWalk.hasExternParam(expr)
                && !ExprWalk.any(expr, ValueDependent::isNoConstant)
                && ExprFacts.volatility(expr, facts) == Volatility.IMMUTABLE;
    }

    private static boolean isNoConstant(Expr expr) {
        return expr instanceof Var
                || expr instanceof SubLink
                || expr instanceof Aggref
                || expr instanceof WindowFunc
                || expr instanceof CaseTestExpr
                || expr instanceof Param param && param.kind() != Param.Kind.EXTERN;
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
