package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads trees: the children of an expression, the expressions and subqueries of a query
/// (expression_tree_walker and query_tree_walker of nodeFuncs.c).
public final class ExprWalk {
    private ExprWalk() {}

    /// The expressions directly below; of a sublink its test expression only, not its query.
    public static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Var _, Const _, Param _, CaseTestExpr _, CoerceToDomainValue _, SqlValueFunction _ -> List.of();
            case SetToDefault _, CurrentOf _, NextValue _, MergeSupportFunc _ -> List.of();
            case FuncExpr e -> e.args();
            case OpExpr e -> e.args();
            case DistinctExpr e -> e.args();
            case NullIfExpr e -> e.args();
            case ScalarArrayOpExpr e -> e.args();
            case BoolExpr e -> e.args();
            case SubLink e -> present(e.testExpr());
            case Aggref e -> {
                List<Expr> list = new ArrayList<>(e.directArgs());
                e.args().forEach(entry -> list.add(entry.expr()));
                add(list, e.filter());
                yield list;
            }
            case GroupingFunc e -> e.args();
            case WindowFunc e -> {
                List<Expr> list = new ArrayList<>(e.args());
                add(list, e.filter());
                yield list;
            }
            case CaseExpr e -> {
                List<Expr> list = new ArrayList<>();
                add(list, e.arg());
                for (CaseWhen when : e.whens()) {
                    list.add(when.condition());
                    list.add(when.result());
                }
                list.add(e.orElse());
                yield list;
            }
            case CoalesceExpr e -> e.args();
            case MinMaxExpr e -> e.args();
            case NullTest e -> List.of(e.arg());
            case BooleanTest e -> List.of(e.arg());
            case RelabelType e -> List.of(e.arg());
            case CoerceViaIO e -> List.of(e.arg());
            case ArrayCoerceExpr e -> List.of(e.arg(), e.elemExpr());
            case ConvertRowtypeExpr e -> List.of(e.arg());
            case CoerceToDomain e -> List.of(e.arg());
            case FieldSelect e -> List.of(e.arg());
            case FieldStore e -> {
                List<Expr> list = new ArrayList<>();
                list.add(e.arg());
                list.addAll(e.newVals());
                yield list;
            }
            case RowExpr e -> e.args();
            case RowCompareExpr e -> {
                List<Expr> list = new ArrayList<>(e.left());
                list.addAll(e.right());
                yield list;
            }
            case ArrayExpr e -> e.elements();
            case SubscriptingRef e -> {
                List<Expr> list = new ArrayList<>();
                e.upper().forEach(bound -> add(list, bound));
                e.lower().forEach(bound -> add(list, bound));
                list.add(e.refExpr());
                add(list, e.assigned());
                yield list;
            }
            case CollateExpr e -> List.of(e.arg());
            case SyntaxExpr e -> e.arguments();
            case PlannedExpr e -> e.arguments();
        };
    }

    /// Calls `visit` for the expression and all below it, outer before inner; queries of sublinks are not entered.
    public static void forEach(Expr expr, Consumer<Expr> visit) {
        visit.accept(expr);
        children(expr).forEach(child -> forEach(child, visit));
    }

    /// Whether the test holds for the expression or one below it; queries of sublinks are not entered.
    public static boolean any(@Nullable Expr expr, Predicate<Expr> test) {
        if (expr == null) {
            return false;
        }
        if (test.test(expr)) {
            return true;
        }
        for (Expr child : children(expr)) {
            if (any(child, test)) {
                return true;
            }
        }
        return false;
    }

    /// A test of an expression that stands `depth` queries below where the walk began.
    @FunctionalInterface
    public interface DepthTest {
        boolean test(Expr expr, int depth);
    }

    /// Like [#any], but enters the queries of sublinks, one level deeper each.
    public static boolean anyDeep(@Nullable Expr expr, int depth, DepthTest test) {
        if (expr == null) {
            return false;
        }
        if (test.test(expr, depth)) {
            return true;
        }
        for (Expr child : children(expr)) {
            if (anyDeep(child, depth, test)) {
                return true;
            }
        }
        return expr instanceof SubLink link && anyDeep(link.subselect(), depth + 1, test);
    }

    /// Whether it reads one of the statement's parameters.
    public static boolean hasExternParam(Expr expr) {
        return anyDeep(expr, 0, (e, _) -> e instanceof Param param && param.kind() == Param.Kind.EXTERN);
    }

    /// Whether the test holds anywhere in a query and its subqueries; the query's own expressions have `depth`.
    public static boolean anyDeep(Query query, int depth, DepthTest test) {
        for (Expr expr : expressions(query)) {
            if (anyDeep(expr, depth, test)) {
                return true;
            }
        }
        for (Query sub : subqueries(query)) {
            if (anyDeep(sub, depth + 1, test)) {
                return true;
            }
        }
        return false;
    }

    /// Every expression that hangs directly on a query: lists, clauses, join conditions, range table entries.
    public static List<Expr> expressions(Query query) {
        List<Expr> list = new ArrayList<>();
        query.targetList().forEach(entry -> list.add(entry.expr()));
        fromItem(query.jointree(), list);
        if (query.onConflict() != null) {
            query.onConflict().arbiterElems().forEach(elem -> list.add(elem.expr()));
            add(list, query.onConflict().arbiterWhere());
            query.onConflict().set().forEach(entry -> list.add(entry.expr()));
            add(list, query.onConflict().where());
        }
        for (MergeAction action : query.mergeActionList()) {
            add(list, action.qual());
            action.targetList().forEach(entry -> list.add(entry.expr()));
        }
        add(list, query.mergeJoinCondition());
        query.checkOptions().forEach(option -> add(list, option.qual()));
        query.returningList().forEach(entry -> list.add(entry.expr()));
        add(list, query.havingQual());
        for (WindowClause window : query.windowClause()) {
            add(list, window.startOffset());
            add(list, window.endOffset());
        }
        add(list, query.limitOffset());
        add(list, query.limitCount());
        query.rtable().forEach(entry -> tableEntry(entry, list));
        return list;
    }

    /// Queries directly below: of range table entries and of WITH; those of sublinks are not among them.
    public static List<Query> subqueries(Query query) {
        List<Query> list = new ArrayList<>();
        query.cteList().forEach(cte -> list.add(cte.query()));
        for (RangeTblEntry entry : query.rtable()) {
            if (entry instanceof RteSubquery sub) {
                list.add(sub.query());
            }
        }
        return list;
    }

    /// All queries below a query at any depth, sublinks included, and the query itself first.
    public static List<Query> allQueries(Query query) {
        List<Query> list = new ArrayList<>();
        collect(query, list);
        return list;
    }

    private static void collect(Query query, List<Query> list) {
        list.add(query);
        subqueries(query).forEach(sub -> collect(sub, list));
        for (Expr top : expressions(query)) {
            forEach(top, expr -> {
                if (expr instanceof SubLink link) {
                    collect(link.subselect(), list);
                }
            });
        }
    }

    private static void fromItem(FromItem item, List<Expr> list) {
        switch (item) {
            case RangeTblRef _ -> {}
            case JoinExpr join -> {
                fromItem(join.left(), list);
                fromItem(join.right(), list);
                add(list, join.quals());
            }
            case FromExpr from -> {
                from.fromList().forEach(child -> fromItem(child, list));
                add(list, from.quals());
            }
        }
    }

    private static void tableEntry(RangeTblEntry entry, List<Expr> list) {
        switch (entry) {
            case RteRelation relation
            when relation.sample() != null -> {
                list.addAll(relation.sample().args());
                add(list, relation.sample().repeatable());
            }
            case RteRelation _, RteSubquery _, RteCte _, RteNamedTuplestore _, RteResult _ -> {}
            case RteJoin join -> list.addAll(join.aliasVars());
            case RteFunction function -> function.functions().forEach(f -> list.add(f.expr()));
            case RteValues values -> values.lists().forEach(list::addAll);
        }
    }

    private static List<Expr> present(@Nullable Expr expr) {
        return expr == null ? List.of() : List.of(expr);
    }

    private static void add(List<Expr> list, @Nullable Expr expr) {
        if (expr != null) {
            list.add(expr);
        }
    }
}
