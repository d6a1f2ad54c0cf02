package org.pgherd.shardplanner.prepare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// rank(h) WITHIN GROUP (ORDER BY k)  =>  1 + count(*) FILTER (WHERE k sorts before h)   (hypothetical_rank_common of
/// orderedsetaggs.c); dense_rank counts distinct keys, percent_rank and cume_dist divide by the number of rows.
///
/// The hypothetical row's place is one more than the number of rows before it, which needs no sort and can be counted
/// on the
/// shards. Counter-example: percentile_cont must see the rows themselves.
public final class HypotheticalRankByCount extends ExprRewriter {
    private static final int RANK = 3986;
    private static final int PERCENT_RANK = 3988;
    private static final int CUME_DIST = 3990;
    private static final int DENSE_RANK = 3992;
    private static final int COUNT_ANY = 2147;
    private static final int COUNT_ROWS = 2803;
    private static final int RECORD_EQ = 2988;
    private static final int INT8_PLUS = 684;
    private static final int INT8_EQ = 410;
    private static final int FLOAT8_DIV = 593;
    private static final int FLOAT8_OF_INT8 = 482;

    private final PlanningFacts facts;
    /// Whether the queries around the expression have grouping sets, the innermost first.
    private final Deque<Boolean> levels = new ArrayDeque<>();

    private HypotheticalRankByCount(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new HypotheticalRankByCount(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        levels.push(!query.groupingSets().isEmpty());
        try {
            return super.rewrite(query);
        } finally {
            levels.pop();
        }
    }

    /// In a grouping set the hypothetical row has NULL for what the set does not group by: rows that are counted before
    /// do not know of that. A place that no column takes part in is the same in all sets.
    private boolean dependsOnSet(Aggref call) {
        boolean inSets = levels.stream().skip(call.levelsUp()).findFirst().orElse(true);
        return inSets
                && call.directArgs().stream()
                        .anyMatch(arg -> ExprWalk.any(arg, e -> e instanceof Var || e instanceof SubLink));
    }

    @Override
    public Expr rewrite(Expr expr) {
        Expr inner = rewriteChildren(expr);
        if (!(inner instanceof Aggref call) || call.kind() != Aggref.Kind.HYPOTHETICAL || dependsOnSet(call)) {
            return inner;
        }
        return switch (call.aggFnOid()) {
            case RANK -> plusOne(rows(call, before(call, false)), call);
            case DENSE_RANK -> plusOne(distinctKeys(call, before(call, false)), call);
            case PERCENT_RANK -> {
                Expr all = rows(call, null);
                yield new CaseExpr(
                        null,
                        List.of(new CaseWhen(
                                operator(INT8_EQ, "=", SqlType.BOOL, all, int8(0), call),
                                float8(0.0, call),
                                call.at())),
                        ratio(rows(call, before(call, false)), all, call),
                        SqlType.FLOAT8,
                        call.at());
            }
            case CUME_DIST ->
                ratio(plusOne(rows(call, before(call, true)), call), plusOne(rows(call, null), call), call);
            default -> call;
        };
    }

    private Expr rows(Aggref call, @Nullable Expr condition) {
        return count(COUNT_ROWS, List.of(), List.of(), both(call.filter(), condition, call.at()), true, call);
    }

    private static Expr distinctKeys(Aggref call, Expr condition) {
        List<Expr> keys = call.order().stream().map(clause -> key(call, clause)).toList();
        Expr row = new RowExpr(keys, List.of(), CoercionForm.EXPLICIT_CALL, SqlType.of(TypeOids.RECORD), call.at());
        TargetEntry argument = new TargetEntry(row, 1, null, 1, 0, 0, false);
        SortGroupClause distinct = new SortGroupClause(1, RECORD_EQ, 0, false, false, true);
        return count(
                COUNT_ANY,
                List.of(argument),
                List.of(distinct),
                both(call.filter(), condition, call.at()),
                false,
                call);
    }

    private static Aggref count(
            int function,
            List<TargetEntry> args,
            List<SortGroupClause> distinct,
            @Nullable Expr filter,
            boolean star,
            Aggref call) {
        return new Aggref(
                function,
                "count",
                Aggref.Kind.NORMAL,
                List.of(),
                args,
                List.of(),
                distinct,
                filter,
                star,
                false,
                call.levelsUp(),
                SqlType.INT8,
                0,
                call.at());
    }

    private static @Nullable Expr both(@Nullable Expr filter, @Nullable Expr condition, Position at) {
        return filter == null
                ? condition
                : condition == null ? filter : new BoolExpr(BoolExpr.Kind.AND, List.of(filter, condition), at);
    }

    private static Expr key(Aggref call, SortGroupClause clause) {
        for (TargetEntry entry : call.args()) {
            if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                return entry.expr();
            }
        }
        throw new AssertionError("argument reference " + clause.tleSortGroupRef() + " is missing");
    }

    /// Whether a row sorts before the hypothetical one, or beside it with `orEqual`; later keys count among equals
    /// only.
    private Expr before(Aggref call, boolean orEqual) {
        Expr condition = Const.ofBoolean(orEqual, call.at());
        for (int i = call.order().size() - 1; i >= 0; i--) {
            SortGroupClause clause = call.order().get(i);
            Expr key = key(call, clause);
            Expr wanted = call.directArgs().get(i);
            int collation = key.collation();
            Expr differs = new DistinctExpr(
                    clause.eqOp(),
                    facts.operatorFunction(clause.eqOp()),
                    "=",
                    List.of(key, wanted),
                    SqlType.BOOL,
                    collation,
                    call.at());
            Expr first = new OpExpr(
                    clause.sortOp(),
                    facts.operatorFunction(clause.sortOp()),
                    clause.reverseSort() ? ">" : "<",
                    List.of(key, wanted),
                    false,
                    SqlType.BOOL,
                    collation,
                    call.at());
            List<CaseWhen> arms = new ArrayList<>();
            arms.add(new CaseWhen(new BoolExpr(BoolExpr.Kind.NOT, List.of(differs), call.at()), condition, call.at()));
            arms.add(new CaseWhen(isNull(key, call), Const.ofBoolean(clause.nullsFirst(), call.at()), call.at()));
            arms.add(new CaseWhen(isNull(wanted, call), Const.ofBoolean(!clause.nullsFirst(), call.at()), call.at()));
            condition = new CaseExpr(null, arms, first, SqlType.BOOL, call.at());
        }
        return condition;
    }

    private static Expr isNull(Expr expr, Aggref call) {
        return new NullTest(expr, true, false, call.at());
    }

    private Expr plusOne(Expr count, Aggref call) {
        return operator(INT8_PLUS, "+", SqlType.INT8, count, int8(1), call);
    }

    private Expr ratio(Expr part, Expr whole, Aggref call) {
        return operator(FLOAT8_DIV, "/", SqlType.FLOAT8, asFloat(part, call), asFloat(whole, call), call);
    }

    private static Expr asFloat(Expr count, Aggref call) {
        return new FuncExpr(
                FLOAT8_OF_INT8,
                "float8",
                List.of(count),
                false,
                false,
                CoercionForm.EXPLICIT_CAST,
                SqlType.FLOAT8,
                0,
                call.at());
    }

    private static Expr int8(long value) {
        return new Const(SqlType.INT8, value, Position.NONE);
    }

    private static Expr float8(double value, Aggref call) {
        return new Const(SqlType.FLOAT8, value, call.at());
    }

    private Expr operator(int operator, String name, SqlType type, Expr left, Expr right, Aggref call) {
        return new OpExpr(
                operator, facts.operatorFunction(operator), name, List.of(left, right), false, type, 0, call.at());
    }
}
