package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AArrayExpr;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AIndices;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.BitStringConst;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.BooleanTest;
import org.pgherd.grammar.ast.CaseExpr;
import org.pgherd.grammar.ast.CoalesceExpr;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.CurrentOfExpr;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FieldName;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.GroupingFunc;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.JsonArrayAgg;
import org.pgherd.grammar.ast.JsonArrayConstructor;
import org.pgherd.grammar.ast.JsonArrayQueryConstructor;
import org.pgherd.grammar.ast.JsonFuncExpr;
import org.pgherd.grammar.ast.JsonIsPredicate;
import org.pgherd.grammar.ast.JsonObjectAgg;
import org.pgherd.grammar.ast.JsonObjectConstructor;
import org.pgherd.grammar.ast.JsonParseExpr;
import org.pgherd.grammar.ast.JsonScalarExpr;
import org.pgherd.grammar.ast.JsonSerializeExpr;
import org.pgherd.grammar.ast.MergeSupportFunc;
import org.pgherd.grammar.ast.MinMaxExpr;
import org.pgherd.grammar.ast.MultiAssignRef;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.NullTest;
import org.pgherd.grammar.ast.NullTestType;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.RowExpr;
import org.pgherd.grammar.ast.SetToDefault;
import org.pgherd.grammar.ast.SqlValueFunction;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.XmlExpr;
import org.pgherd.grammar.ast.XmlSerialize;

/// Expressions. What is an operand stands in parentheses if it binds looser than its place demands.
final class Expressions {
    private Expressions() {}

    static String expr(Expr e) {
        return switch (e) {
            case AConst c -> constant(c);
            case ColumnRef c -> column(c);
            case ParamRef p -> "$" + p.number();
            case AExpr a -> Operators.operator(a);
            case BoolExpr b -> Operators.bool(b);
            case NullTest t ->
                Operators.operand(t.arg(), Precedence.IS + 1)
                        + (t.nulltesttype() == NullTestType.IS_NULL ? " IS NULL" : " IS NOT NULL");
            case BooleanTest t ->
                Operators.operand(t.arg(), Precedence.IS + 1) + " "
                        + t.booltesttype().name().replace('_', ' ');
            case FuncCall c -> Calls.call(c);
            case NamedArgExpr n -> name(n.name()) + " => " + expr(n.arg());
            case TypeCast t -> Operators.operand(t.arg(), Precedence.CAST) + "::" + TypeNames.type(t.typeName());
            case CollateClause c -> collate(c);
            case SubLink s -> Operators.subLink(s);
            case CaseExpr c -> caseExpr(c);
            case CoalesceExpr c -> "COALESCE(" + exprs(c.args()) + ")";
            case MinMaxExpr m -> m.op().name() + "(" + exprs(m.args()) + ")";
            case RowExpr r -> (r.rowFormat() == CoercionForm.EXPLICIT_CALL ? "ROW(" : "(") + exprs(r.args()) + ")";
            case AArrayExpr a -> "ARRAY[" + exprs(a.elements()) + "]";
            case AIndirection i -> indirection(i);
            case SqlValueFunction f -> sqlValue(f);
            case GroupingFunc g -> "GROUPING(" + exprs(g.args()) + ")";
            case XmlExpr x -> XmlExpressions.xml(x);
            case XmlSerialize x -> XmlExpressions.serialize(x);
            case SetToDefault _ -> "DEFAULT";
            case MultiAssignRef m -> expr(m.source());
            case CurrentOfExpr c -> "CURRENT OF " + cursor(c);
            case MergeSupportFunc _ -> "MERGE_ACTION()";
            case JsonFuncExpr j -> JsonExpressions.function(j);
            case JsonObjectConstructor j -> JsonExpressions.object(j);
            case JsonArrayConstructor j -> JsonExpressions.array(j);
            case JsonArrayQueryConstructor j -> JsonExpressions.arrayOfQuery(j);
            case JsonObjectAgg j -> JsonExpressions.objectAgg(j);
            case JsonArrayAgg j -> JsonExpressions.arrayAgg(j);
            case JsonIsPredicate j -> JsonExpressions.is(j);
            case JsonParseExpr j -> JsonExpressions.parse(j);
            case JsonScalarExpr j ->
                "JSON_SCALAR(" + spaced(expr(j.expr()), JsonExpressions.returning(j.output())) + ")";
            case JsonSerializeExpr j -> JsonExpressions.serialize(j);
        };
    }

    static String exprs(List<Expr> items) {
        return list(items, Expressions::expr);
    }

    /// An expression where only what has no parentheses around it may be an operator of few kinds (b_expr), or none
    /// (c_expr).
    static String closed(Expr e) {
        return Operators.operand(e, Precedence.PRIMARY);
    }

    static String constant(AConst c) {
        return switch (c) {
            case IntegerConst i -> Integer.toString(i.ival());
            case FloatConst f -> f.fval();
            case BooleanConst b -> b.boolval() ? "TRUE" : "FALSE";
            case StringConst s -> string(s.sval());
            case BitStringConst b -> b.bsval().charAt(0) + string(b.bsval().substring(1));
            case NullConst _ -> "NULL";
        };
    }

    private static String column(ColumnRef c) {
        if (c.fields().isEmpty()) {
            return "*";
        }
        return dotted(c.fields()) + when(c.star(), ".*");
    }

    static String collate(CollateClause c) {
        Expr arg = c.arg();
        String name = "COLLATE " + dotted(c.collname());
        return arg == null ? name : Operators.operand(arg, Precedence.COLLATE) + " " + name;
    }

    private static String cursor(CurrentOfExpr c) {
        String name = c.cursorName();
        return name == null ? "$" + c.cursorParam() : name(name);
    }

    private static String caseExpr(CaseExpr c) {
        return spaced(
                "CASE",
                given("", c.arg(), Expressions::expr),
                joined(" ", c.args(), w -> "WHEN " + expr(w.expr()) + " THEN " + expr(w.result())),
                given("ELSE", c.defresult(), Expressions::expr),
                "END");
    }

    private static String indirection(AIndirection i) {
        boolean bare = i.arg() instanceof ParamRef
                || (i.arg() instanceof ColumnRef && i.indirection().get(0) instanceof AIndices);
        String arg = expr(i.arg());
        return (bare ? arg : "(" + arg + ")") + path(i.indirection());
    }

    static String path(List<Indirection> path) {
        return joined("", path, Expressions::step);
    }

    private static String step(Indirection step) {
        return switch (step) {
            case FieldName f -> "." + name(f.name());
            case AStar _ -> ".*";
            case AIndices x ->
                x.isSlice() ? "[" + bound(x.lidx()) + " : " + bound(x.uidx()) + "]" : "[" + bound(x.uidx()) + "]";
        };
    }

    private static String bound(@Nullable Expr e) {
        return e == null ? "" : expr(e);
    }

    private static String sqlValue(SqlValueFunction f) {
        String word = f.op().name();
        return word.endsWith("_N") ? word.substring(0, word.length() - 2) + "(" + f.typmod() + ")" : word;
    }
}
