package org.pgherd.shardplanner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Sublinks of expressions that the coordinator evaluates: an uncorrelated one that yields a single value is an init
/// plan, the others are subplans.
final class SubLinks extends ExprRewriter {
    private final QueryPlanner queries;
    private final Environment environment;

    private final @Nullable LocalPart known;

    SubLinks(QueryPlanner queries, Environment environment, @Nullable LocalPart known) {
        this.queries = queries;
        this.environment = environment;
        this.known = known;
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (known != null && known.position(expr) != 0) {
            return expr;
        }
        return expr instanceof SubLink link ? plan(link) : rewriteChildren(expr);
    }

    @Override
    public Query rewrite(Query query) {
        throw new AssertionError("sublinks are replaced whole");
    }

    private Expr plan(SubLink link) {
        SubPlanExpr.Kind kind = switch (link.kind()) {
            case EXISTS -> SubPlanExpr.Kind.EXISTS;
            case EXPR -> SubPlanExpr.Kind.EXPR;
            case ARRAY -> SubPlanExpr.Kind.ARRAY;
            case ANY -> SubPlanExpr.Kind.ANY;
            case ALL -> SubPlanExpr.Kind.ALL;
            case ROWCOMPARE -> SubPlanExpr.Kind.ROWCOMPARE;
            case MULTIEXPR, CTE ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "assignment from a row-valued subquery over several shards is not supported",
                        link.at());
        };
        OuterReferences references = new OuterReferences(queries.planning());
        Query query = references.outOf(link.subselect());
        PlanNode plan = queries.plan(query, environment.below());
        SqlType type = link.type();
        boolean single =
                kind == SubPlanExpr.Kind.EXISTS || kind == SubPlanExpr.Kind.EXPR || kind == SubPlanExpr.Kind.ARRAY;
        if (references.isEmpty() && single && !queries.planning().isVarying(plan)) {
            return queries.planning().initPlan(kind, plan, type, link.at());
        }
        Expr testExpr = link.testExpr();
        @Nullable Expr test = testExpr == null ? null : rewrite(testExpr);
        List<Expr> values = references.values();
        boolean repeatable = values.isEmpty()
                || !ExprFacts.isVolatile(query, queries.planning().facts());
        if (repeatable && !values.isEmpty()) {
            plan = UnchangedInputs.kept(plan);
        }
        boolean hashed = kind == SubPlanExpr.Kind.ANY && values.isEmpty() && test != null && isLookup(test);
        return new SubPlanExpr(kind, plan, references.parameters(), values, repeatable, hashed, test, type, link.at());
    }

    /// Whether rows that the test holds for can be found by the value of the left side (testexpr_is_hashable).
    private boolean isLookup(Expr test) {
        List<Expr> parts = test instanceof BoolExpr all && all.kind() == BoolExpr.Kind.AND ? all.args() : List.of(test);
        for (Expr part : parts) {
            boolean equality = part instanceof OpExpr op
                    && op.args().size() == 2
                    && queries.planning().facts().isHashableEquality(op.opNo())
                    && !isAnonymous(op.left().type())
                    && !isAnonymous(op.right().type())
                    && isField(op.right())
                    && !ExprWalk.any(op.left(), e -> e instanceof SubPlanExpr || isField(e))
                    && !ExprFacts.isVolatile(op.left(), queries.planning().facts());
            if (!equality) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnonymous(SqlType type) {
        return type.oid() == TypeOids.RECORD || type.oid() == TypeOids.RECORD_ARRAY;
    }

    private static boolean isField(Expr expr) {
        return expr instanceof RelabelType cast
                ? isField(cast.arg())
                : expr instanceof Param param && param.kind() == Param.Kind.SUBLINK;
    }
}
