package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;

/// Aggregate calls: their form, the query level they belong to, where they may stand (parse_agg.c).
final class Aggregates {
    private Aggregates() {}

    /// Checks of the call's decoration against the kind of aggregate (the FUNCDETAIL_AGGREGATE part of
    /// ParseFuncOrColumn).
    static void checkForm(
            ParseState p,
            @Nullable FuncCall call,
            List<String> name,
            List<String> argNames,
            int[] actual,
            AggregateRow aggregate,
            ProcRow row,
            int expanded,
            Position at) {
        String shown = String.join(".", name);
        boolean within = call != null && call.aggWithinGroup();
        if (aggregate.kind() == 'n') {
            if (within) {
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE,
                        shown + " is not an ordered-set aggregate, so it cannot have WITHIN GROUP",
                        at);
            }
            return;
        }
        if (!within) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE, "WITHIN GROUP is required for ordered-set aggregate " + shown, at);
        }
        if (call != null && call.over() != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "OVER is not supported for ordered-set aggregate " + shown, at);
        }
        if (call != null && call.aggDistinct()) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot use DISTINCT with WITHIN GROUP", at);
        }
        int direct = call == null ? 0 : call.args().size();
        int ordered = call == null ? 0 : call.aggOrder().size();
        if (row.variadicOid() == 0) {
            if (direct != aggregate.directArgs()) {
                throw FunctionResolution.notFound(p, name, argNames, actual, false, at)
                        .withHint("There is an ordered-set aggregate " + shown + ", but it requires "
                                + aggregate.directArgs() + " direct argument" + (aggregate.directArgs() == 1 ? "" : "s")
                                + ", not " + direct + ".");
            }
        } else if (aggregate.kind() == 'h' && direct != ordered) {
            throw FunctionResolution.notFound(p, name, argNames, actual, false, at)
                    .withHint("To use the hypothetical-set aggregate " + shown
                            + ", the number of hypothetical direct arguments (here " + direct
                            + ") must match the number of ordering columns (here " + ordered + ").");
        }
    }

    static Expr aggregate(
            ParseState p,
            FuncCall call,
            ProcRow row,
            AggregateRow aggregate,
            List<Expr> args,
            @Nullable Expr filter,
            boolean variadic,
            SqlType type,
            Position at) {
        String shown = String.join(".", call.funcname());
        if (args.isEmpty() && !call.aggStar() && !call.aggWithinGroup()) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE,
                    shown + "(*) must be used to call a parameterless aggregate function",
                    at);
        }
        if (row.returnsSet()) {
            throw new SqlException(SqlState.INVALID_FUNCTION_DEFINITION, "aggregates cannot return sets", at);
        }
        List<Expr> direct = new ArrayList<>();
        List<TargetEntry> targets = new ArrayList<>();
        List<SortGroupClause> order;
        List<SortGroupClause> distinct = List.of();
        int resno = p.nextResno;
        try {
            if (call.aggWithinGroup()) {
                int directCount = call.args().size();
                List<Expr> aggregated = new ArrayList<>(args.subList(Math.min(directCount, args.size()), args.size()));
                direct.addAll(args.subList(0, Math.min(directCount, args.size())));
                if (aggregate.kind() == 'h') {
                    unifyHypothetical(p, direct, aggregated);
                }
                p.nextResno = 1;
                order = new ArrayList<>();
                for (int i = 0; i < aggregated.size(); i++) {
                    targets.add(new TargetEntry(aggregated.get(i), p.nextResno++, null, 0, 0, 0, false));
                    SortBy sort =
                            call.aggOrder().get(Math.min(i, call.aggOrder().size() - 1));
                    SortGroups.addSort(p, i, order, targets, sort);
                }
            } else {
                p.nextResno = 1;
                for (Expr arg : args) {
                    targets.add(new TargetEntry(arg, p.nextResno++, null, 0, 0, 0, false));
                }
                order = SortGroups.sort(p, call.aggOrder(), targets, ExprKind.ORDER_BY, true);
                if (call.aggDistinct()) {
                    distinct = SortGroups.distinct(p, targets, order, true);
                    for (SortGroupClause clause : distinct) {
                        if (clause.sortOp() == 0) {
                            Expr expr = SortGroups.byRef(targets, clause.tleSortGroupRef())
                                    .expr();
                            throw new SqlException(
                                            SqlState.UNDEFINED_FUNCTION,
                                            "could not identify an ordering operator for type "
                                                    + p.catalog()
                                                            .formatType(
                                                                    expr.type().oid()),
                                            ExprLocation.of(expr))
                                    .withDetail("Aggregates with DISTINCT must be able to sort their inputs.");
                        }
                    }
                }
            }
        } finally {
            p.nextResno = resno;
        }
        Aggref.Kind kind = switch (aggregate.kind()) {
            case 'o' -> Aggref.Kind.ORDERED_SET;
            case 'h' -> Aggref.Kind.HYPOTHETICAL;
            default -> Aggref.Kind.NORMAL;
        };
        List<Expr> inputs = new ArrayList<>();
        targets.forEach(entry -> inputs.add(entry.expr()));
        int level = level(p, direct, inputs, filter, at);
        ParseState owner = p.up(level);
        owner.hasAggs = true;
        checkPlacement(owner, "aggregate functions", at);
        return new Aggref(
                row.oid(),
                row.name(),
                kind,
                direct,
                targets,
                order,
                distinct,
                filter,
                call.aggStar(),
                variadic,
                level,
                type,
                0,
                at);
    }

    /// A hypothetical row's value and the ordering column opposite have one type (unify_hypothetical_args).
    private static void unifyHypothetical(ParseState p, List<Expr> direct, List<Expr> aggregated) {
        int offset = direct.size() - aggregated.size();
        for (int i = 0; i < aggregated.size() && offset >= 0; i++) {
            Expr d = direct.get(offset + i);
            Expr a = aggregated.get(i);
            int common = CommonType.select(p, List.of(a, d), "WITHIN GROUP");
            direct.set(
                    offset + i,
                    Coercion.toType(
                            p,
                            d,
                            p.catalog().typed(common),
                            CoercionPathway.Context.IMPLICIT,
                            CoercionForm.IMPLICIT_CAST,
                            Position.NONE));
            aggregated.set(
                    i,
                    Coercion.toType(
                            p,
                            a,
                            p.catalog().typed(common),
                            CoercionPathway.Context.IMPLICIT,
                            CoercionForm.IMPLICIT_CAST,
                            Position.NONE));
        }
    }

    /// The query level that an aggregate belongs to: of its nearest Var (check_agg_arguments).
    private static int level(ParseState p, List<Expr> direct, List<Expr> inputs, @Nullable Expr filter, Position at) {
        Levels levels = new Levels();
        inputs.forEach(input -> levels.scan(input, 0));
        levels.scan(filter, 0);
        int level = levels.minVar < 0
                ? (levels.minAggregate < 0 ? 0 : levels.minAggregate)
                : levels.minAggregate < 0 ? levels.minVar : Math.min(levels.minVar, levels.minAggregate);
        if (level == levels.minAggregate && levels.minAggregate >= 0) {
            throw new SqlException(
                    SqlState.GROUPING_ERROR,
                    "aggregate function calls cannot be nested",
                    levels.nested == null ? at : levels.nested);
        }
        Levels directLevels = new Levels();
        direct.forEach(input -> directLevels.scan(input, 0));
        if (directLevels.minVar >= 0 && directLevels.minVar < level) {
            throw new SqlException(
                    SqlState.GROUPING_ERROR,
                    "outer-level aggregate cannot contain a lower-level variable in its direct arguments",
                    at);
        }
        if (directLevels.minAggregate >= 0 && directLevels.minAggregate <= level) {
            throw new SqlException(
                    SqlState.GROUPING_ERROR,
                    "aggregate function calls cannot be nested",
                    directLevels.nested == null ? at : directLevels.nested);
        }
        return level;
    }

    /// What levels Vars and aggregates inside an aggregate's arguments have; -1 none.
    private static final class Levels {
        int minVar = -1;
        int minAggregate = -1;

        @Nullable
        Position nested;

        void scan(@Nullable Expr expr, int depth) {
            ExprWalk.anyDeep(expr, depth, (e, d) -> {
                switch (e) {
                    case Var v -> take(v.levelsUp() - d, false, v.at());
                    case Aggref a -> take(a.levelsUp() - d, true, a.at());
                    case GroupingFunc g -> take(g.levelsUp() - d, true, g.at());
                    case WindowFunc w
                    when d == 0 ->
                        throw new SqlException(
                                SqlState.GROUPING_ERROR,
                                "aggregate function calls cannot contain window function calls",
                                w.at());
                    case FuncExpr f when d == 0 && f.retset() -> throw setReturning(f.at());
                    case OpExpr o when d == 0 && o.retset() -> throw setReturning(o.at());
                    default -> {}
                }
                return false;
            });
        }

        private void take(int level, boolean aggregate, Position at) {
            if (level < 0) {
                return;
            }
            if (aggregate) {
                if (minAggregate < 0 || level < minAggregate) {
                    minAggregate = level;
                    nested = at;
                }
            } else if (minVar < 0 || level < minVar) {
                minVar = level;
            }
        }

        private static SqlException setReturning(Position at) {
            return new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "aggregate function calls cannot contain set-returning function calls",
                            at)
                    .withHint("You might be able to move the set-returning function into a LATERAL FROM item.");
        }
    }

    /// Clauses where neither aggregates nor GROUPING may stand (check_agglevels_and_constraints).
    static void checkPlacement(ParseState owner, String what, Position at) {
        String message = switch (owner.exprKind) {
            case OTHER, HAVING, SELECT_TARGET, ORDER_BY, DISTINCT_ON, WINDOW_PARTITION, WINDOW_ORDER -> null;
            case JOIN_ON, JOIN_USING -> what + " are not allowed in JOIN conditions";
            case FROM_SUBSELECT -> what + " are not allowed in FROM clause of their own query level";
            case FROM_FUNCTION -> what + " are not allowed in functions in FROM";
            case WINDOW_FRAME_RANGE -> what + " are not allowed in window RANGE";
            case WINDOW_FRAME_ROWS -> what + " are not allowed in window ROWS";
            case WINDOW_FRAME_GROUPS -> what + " are not allowed in window GROUPS";
            case MERGE_WHEN -> what + " are not allowed in MERGE WHEN conditions";
            case CHECK_CONSTRAINT -> what + " are not allowed in check constraints";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT -> what + " are not allowed in DEFAULT expressions";
            case INDEX_EXPRESSION -> what + " are not allowed in index expressions";
            case INDEX_PREDICATE -> what + " are not allowed in index predicates";
            case EXECUTE_PARAMETER -> what + " are not allowed in EXECUTE parameters";
            case POLICY -> what + " are not allowed in policy expressions";
            case CALL_ARGUMENT -> what + " are not allowed in CALL arguments";
            case GENERATED_COLUMN -> what + " are not allowed in column generation expressions";
            case WHERE,
                    FILTER,
                    INSERT_TARGET,
                    UPDATE_SOURCE,
                    UPDATE_TARGET,
                    GROUP_BY,
                    RETURNING,
                    MERGE_RETURNING,
                    VALUES,
                    VALUES_SINGLE,
                    LIMIT,
                    OFFSET,
                    CYCLE_MARK -> what + " are not allowed in " + owner.exprKind.text();
        };
        if (message != null) {
            throw new SqlException(SqlState.GROUPING_ERROR, message, at);
        }
    }

    /// GROUPING(...) (transformGroupingFunc); its refs are filled in once GROUP BY is known.
    static Expr grouping(ParseState p, org.pgherd.grammar.ast.GroupingFunc raw) {
        if (raw.args().size() > 31) {
            throw new SqlException(
                    SqlState.TOO_MANY_ARGUMENTS, "GROUPING must have fewer than 32 arguments", raw.location());
        }
        List<Expr> args = new ArrayList<>();
        raw.args().forEach(arg -> args.add(ExpressionAnalysis.recurse(p, arg)));
        int level = level(p, List.of(), args, null, raw.location());
        ParseState owner = p.up(level);
        owner.hasAggs = true;
        checkPlacement(owner, "grouping operations", raw.location());
        return new GroupingFunc(args, List.of(), level, raw.location());
    }

    /// An aggregate of this level inside an expression, null if there is none (locate_agg_of_level).
    static @Nullable Expr findOwn(@Nullable Expr expr, int depth) {
        Expr[] found = new Expr[1];
        ExprWalk.anyDeep(expr, depth, (e, d) -> {
            if (e instanceof Aggref a && a.levelsUp() == d || e instanceof GroupingFunc g && g.levelsUp() == d) {
                found[0] = e;
                return true;
            }
            return false;
        });
        return found[0];
    }
}
