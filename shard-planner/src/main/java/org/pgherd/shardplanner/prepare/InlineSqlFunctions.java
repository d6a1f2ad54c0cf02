package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.cost.QualOrder;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.SqlBody;
import org.pgherd.shardplanner.facts.Volatility;

/// `f(x)` of a function whose body is `SELECT $1 + 1`  =>  `x + 1` (inline_function of clauses.c); `FROM f(x)` of one
/// whose body is a query  =>  that query as a subquery (inline_set_returning_function).
///
/// What is seen can be computed while planning, and be sent to the shard that it names. Not seen stays: a strict
/// function whose expression is not NULL where an argument is; one that is declared immutable and calls what is not;
/// one that reads a dear or volatile argument twice; one that calls itself.
public final class InlineSqlFunctions extends ExprRewriter {
    /// A dearer argument is computed once (10 cpu_operator_cost).
    private static final double DEAR = 10;

    private final PlanningFacts facts;
    /// Functions whose bodies are around.
    private final Set<Integer> active = new HashSet<>();

    private InlineSqlFunctions(PlanningFacts facts) {
        this.facts = facts;
    }

    /// The same query if nothing changed.
    public static Query in(Query query, PlanningFacts facts) {
        boolean calls = ExprWalk.allQueries(query).stream()
                .flatMap(level -> ExprWalk.expressions(level).stream())
                .anyMatch(expr -> ExprWalk.any(expr, e -> e instanceof FuncExpr f && isUsers(f)));
        if (!calls) {
            return query;
        }
        Query changed = new InlineSqlFunctions(facts).rewrite(query);
        return changed.equals(query) ? query : changed;
    }

    private static boolean isUsers(FuncExpr call) {
        return BuiltinCatalog.instance().proc(call.funcId()) == null;
    }

    @Override
    public Expr rewrite(Expr expr) {
        Expr simple = rewriteChildren(expr);
        if (!(simple instanceof FuncExpr call) || call.retset() || !isUsers(call) || active.contains(call.funcId())) {
            return simple;
        }
        SqlBody body = facts.sqlBody(call);
        Expr value = body == null ? null : value(body.query());
        if (body == null || value == null || !keepsPromise(value, body) || !maySubstitute(value, call, body)) {
            return simple;
        }
        active.add(call.funcId());
        try {
            return typed(rewrite(substituted(value, call.args())), call.type());
        } finally {
            active.remove(call.funcId());
        }
    }

    /// The expression that a query without rows of its own computes.
    private static @Nullable Expr value(Query query) {
        boolean plain = query.isSelect()
                && !query.hasAggs()
                && !query.hasWindowFuncs()
                && !query.hasTargetSRFs()
                && !query.hasSubLinks()
                && query.setOperations() == null
                && query.cteList().isEmpty()
                && query.rtable().isEmpty()
                && query.jointree().quals() == null
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.distinctClause().isEmpty()
                && query.sortClause().isEmpty()
                && query.limitOffset() == null
                && query.limitCount() == null
                && query.targetList().size() == 1;
        return plain ? query.targetList().getFirst().expr() : null;
    }

    private boolean keepsPromise(Expr value, SqlBody body) {
        Volatility own = ExprFacts.volatility(value, facts);
        return own.ordinal() <= body.declared().ordinal() && (!body.strict() || new Strictness(facts).holds(value));
    }

    private boolean maySubstitute(Expr value, FuncExpr call, SqlBody body) {
        for (int i = 0; i < call.args().size(); i++) {
            Expr arg = call.args().get(i);
            int uses = uses(value, i + 1);
            if (uses == 0 && body.strict()) {
                return false;
            }
            if (uses != 1
                    && (ExprWalk.any(arg, SubLink.class::isInstance)
                            || QualOrder.cost(arg, facts) > DEAR
                            || ExprFacts.volatility(arg, facts) == Volatility.VOLATILE)) {
                return false;
            }
        }
        return true;
    }

    private static int uses(Expr value, int number) {
        int[] found = {0};
        ExprWalk.forEach(value, e -> {
            if (isArgument(e) && ((Param) e).number() == number) {
                found[0]++;
            }
        });
        return found[0];
    }

    private static boolean isArgument(Expr expr) {
        return expr instanceof Param param && param.kind() == Param.Kind.EXTERN;
    }

    private static Expr substituted(Expr value, List<Expr> args) {
        return ExprRewriter.replace(value, e -> isArgument(e) ? args.get(((Param) e).number() - 1) : null);
    }

    /// The value under the type by which what is around knows it.
    private static Expr typed(Expr value, SqlType type) {
        Expr collated = type.collation() == 0 || value.type().collation() == type.collation()
                ? value
                : new CollateExpr(value, type.collation(), value.at());
        return collated.type().equals(type)
                ? collated
                : new RelabelType(collated, CoercionForm.IMPLICIT_CAST, type, value.at());
    }

    @Override
    public RangeTblEntry rewrite(RangeTblEntry entry) {
        RangeTblEntry below = super.rewrite(entry);
        if (!(below instanceof RteFunction function)
                || function.ordinality()
                || function.functions().size() != 1
                || function.functions().getFirst().hasColumnDefinitions()
                || !(function.functions().getFirst().expr() instanceof FuncExpr call)
                || !call.retset()
                || !isUsers(call)
                || active.contains(call.funcId())
                || call.args().stream().anyMatch(this::mayNotMove)) {
            return below;
        }
        SqlBody body = facts.sqlBody(call);
        if (body == null || body.strict() || body.declared() == Volatility.VOLATILE || !fits(body.query(), function)) {
            return below;
        }
        active.add(call.funcId());
        try {
            Query query = subquery(new Arguments(call.args()).rewrite(body.query()));
            return new RteSubquery(
                    query, function.lateral(), false, 0, function.alias(), function.eref(), function.inFromClause());
        } finally {
            active.remove(call.funcId());
        }
    }

    private boolean mayNotMove(Expr arg) {
        return ExprWalk.any(arg, SubLink.class::isInstance) || ExprFacts.volatility(arg, facts) == Volatility.VOLATILE;
    }

    private static boolean fits(Query query, RteFunction function) {
        return query.isSelect()
                && !query.hasModifyingCTE()
                && query.outputTypes().equals(function.columnTypes());
    }

    /// A body with the call's arguments for its parameters (substitute_actual_srf_parameters).
    private static final class Arguments extends ExprRewriter {
        private final List<Expr> args;

        Arguments(List<Expr> args) {
            this.args = new ArrayList<>(args);
        }

        @Override
        public Expr rewrite(Expr expr) {
            return isArgument(expr)
                    ? Levels.raise(args.get(((Param) expr).number() - 1), depth + 1)
                    : rewriteChildren(expr);
        }
    }
}
