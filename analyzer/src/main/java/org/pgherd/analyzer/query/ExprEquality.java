package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// Equality of expressions whatever their place in the text: what PostgreSQL's equal() says.
public final class ExprEquality extends ExprRewriter {
    private ExprEquality() {}

    public static boolean same(@Nullable Expr left, @Nullable Expr right) {
        if (left == right) {
            return true;
        }
        return left != null
                && right != null
                && left.getClass() == right.getClass()
                && withoutPositions(left).equals(withoutPositions(right));
    }

    /// The expression with every position unknown: equal to all that say the same.
    public static Expr withoutPositions(Expr expr) {
        return new ExprEquality().rewrite(expr);
    }

    /// A query none of whose expressions tells where it stood.
    public static Query withoutPositions(Query query) {
        return new ExprEquality().rewrite(query);
    }

    @Override
    public Expr rewrite(Expr expr) {
        return strip(rewriteChildren(expr));
    }

    @Override
    public Query rewrite(Query query) {
        Query.Builder b = super.rewrite(query).toBuilder();
        b.groupingSets = strip(b.groupingSets);
        b.at = Position.NONE;
        return b.build();
    }

    @Override
    protected CaseWhen when(CaseWhen when) {
        return new CaseWhen(rewrite(when.condition()), rewrite(when.result()), Position.NONE);
    }

    @Override
    protected CommonTableExpr cte(CommonTableExpr cte) {
        return new CommonTableExpr(
                cte.name(),
                cte.aliasColumnNames(),
                cte.materialize(),
                subquery(cte.query()),
                cte.search() == null ? null : strip(cte.search()),
                cte.cycle() == null ? null : strip(cte.cycle()),
                cte.recursive(),
                cte.refCount(),
                cte.columnNames(),
                cte.columnTypes(),
                Position.NONE);
    }

    private static List<GroupingSet> strip(List<GroupingSet> sets) {
        return map(sets, set -> new GroupingSet(set.kind(), set.refs(), strip(set.content()), Position.NONE));
    }

    private static SearchClause strip(SearchClause search) {
        return new SearchClause(search.columns(), search.breadthFirst(), search.sequenceColumn(), Position.NONE);
    }

    private CycleClause strip(CycleClause cycle) {
        return new CycleClause(
                cycle.columns(),
                cycle.markColumn(),
                rewrite(cycle.markValue()),
                rewrite(cycle.markDefault()),
                cycle.pathColumn(),
                cycle.markType(),
                cycle.markEqualOp(),
                Position.NONE);
    }

    private static Expr strip(Expr expr) {
        return switch (expr) {
            case Var e -> new Var(e.varno(), e.attno(), e.type(), e.levelsUp(), Position.NONE);
            case Const e -> new Const(e.type(), e.value(), Position.NONE);
            case Param e -> new Param(e.kind(), e.number(), e.type(), Position.NONE);
            case FuncExpr e ->
                new FuncExpr(
                        e.funcId(),
                        e.name(),
                        e.args(),
                        e.variadic(),
                        e.retset(),
                        e.form(),
                        e.type(),
                        e.inputCollation(),
                        Position.NONE);
            case OpExpr e ->
                new OpExpr(
                        e.opNo(),
                        e.opFuncId(),
                        e.name(),
                        e.args(),
                        e.retset(),
                        e.type(),
                        e.inputCollation(),
                        Position.NONE);
            case DistinctExpr e ->
                new DistinctExpr(
                        e.opNo(), e.opFuncId(), e.name(), e.args(), e.type(), e.inputCollation(), Position.NONE);
            case NullIfExpr e ->
                new NullIfExpr(e.opNo(), e.opFuncId(), e.name(), e.args(), e.type(), e.inputCollation(), Position.NONE);
            case ScalarArrayOpExpr e ->
                new ScalarArrayOpExpr(
                        e.opNo(), e.opFuncId(), e.name(), e.useOr(), e.args(), e.inputCollation(), Position.NONE);
            case BoolExpr e -> new BoolExpr(e.kind(), e.args(), Position.NONE);
            case SubLink e ->
                new SubLink(e.kind(), e.id(), e.testExpr(), e.operName(), e.subselect(), e.type(), Position.NONE);
            case Aggref e ->
                new Aggref(
                        e.aggFnOid(),
                        e.name(),
                        e.kind(),
                        e.directArgs(),
                        e.args(),
                        e.order(),
                        e.distinct(),
                        e.filter(),
                        e.star(),
                        e.variadic(),
                        e.levelsUp(),
                        e.type(),
                        e.inputCollation(),
                        Position.NONE);
            case GroupingFunc e -> new GroupingFunc(e.args(), e.refs(), e.levelsUp(), Position.NONE);
            case WindowFunc e ->
                new WindowFunc(
                        e.winFnOid(),
                        e.name(),
                        e.args(),
                        e.filter(),
                        e.winRef(),
                        e.star(),
                        e.aggregate(),
                        e.retset(),
                        e.type(),
                        e.inputCollation(),
                        Position.NONE);
            case CaseExpr e -> new CaseExpr(e.arg(), e.whens(), e.orElse(), e.type(), Position.NONE);
            case CoalesceExpr e -> new CoalesceExpr(e.args(), e.type(), Position.NONE);
            case MinMaxExpr e -> new MinMaxExpr(e.kind(), e.args(), e.type(), e.inputCollation(), Position.NONE);
            case NullTest e -> new NullTest(e.arg(), e.isNull(), e.argIsRow(), Position.NONE);
            case BooleanTest e -> new BooleanTest(e.arg(), e.kind(), Position.NONE);
            case RelabelType e -> new RelabelType(e.arg(), e.form(), e.type(), Position.NONE);
            case CoerceViaIO e -> new CoerceViaIO(e.arg(), e.form(), e.type(), Position.NONE);
            case ArrayCoerceExpr e -> new ArrayCoerceExpr(e.arg(), e.elemExpr(), e.form(), e.type(), Position.NONE);
            case ConvertRowtypeExpr e -> new ConvertRowtypeExpr(e.arg(), e.form(), e.type(), Position.NONE);
            case CoerceToDomain e -> new CoerceToDomain(e.arg(), e.form(), e.type(), Position.NONE);
            case CoerceToDomainValue e -> new CoerceToDomainValue(e.type(), Position.NONE);
            case RowExpr e -> new RowExpr(e.args(), e.colNames(), e.form(), e.type(), Position.NONE);
            case RowCompareExpr e ->
                new RowCompareExpr(
                        e.kind(), e.opNos(), e.opFamilies(), e.inputCollations(), e.left(), e.right(), Position.NONE);
            case ArrayExpr e -> new ArrayExpr(e.elements(), e.elementType(), e.multiDims(), e.type(), Position.NONE);
            case SubscriptingRef e ->
                new SubscriptingRef(
                        e.container(),
                        e.elementType(),
                        e.upper(),
                        e.lower(),
                        e.refExpr(),
                        e.assigned(),
                        e.type(),
                        Position.NONE);
            case SqlValueFunction e -> new SqlValueFunction(e.op(), e.type(), Position.NONE);
            case CollateExpr e -> new CollateExpr(e.arg(), e.collation(), Position.NONE);
            case SetToDefault e -> new SetToDefault(e.type(), Position.NONE);
            case CurrentOf e -> new CurrentOf(e.varno(), e.cursorName(), Position.NONE);
            case MergeSupportFunc e -> new MergeSupportFunc(Position.NONE);
            case SyntaxExpr e -> e.withoutPosition();
            case CaseTestExpr _, FieldSelect _, FieldStore _, NextValue _, PlannedExpr _ -> expr;
        };
    }
}
