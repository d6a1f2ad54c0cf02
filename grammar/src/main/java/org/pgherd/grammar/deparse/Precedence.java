package org.pgherd.grammar.deparse;

import java.util.List;
import org.pgherd.grammar.ast.AArrayExpr;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.BooleanTest;
import org.pgherd.grammar.ast.CaseExpr;
import org.pgherd.grammar.ast.CoalesceExpr;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.CurrentOfExpr;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.GroupingFunc;
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
import org.pgherd.grammar.ast.NullTest;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.RowExpr;
import org.pgherd.grammar.ast.SetToDefault;
import org.pgherd.grammar.ast.SqlValueFunction;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.SubLinkType;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.XmlExpr;
import org.pgherd.grammar.ast.XmlExprOp;
import org.pgherd.grammar.ast.XmlSerialize;

/// How tightly expressions bind: the levels of gram.y, loosest first.
final class Precedence {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int LIKE = 6;
    static final int OPERATOR = 8;
    static final int PLUS = 9;
    static final int TIMES = 10;
    static final int POWER = 11;
    static final int AT = 12;
    static final int COLLATE = 13;
    static final int SIGN = 14;
    static final int CAST = 15;
    static final int PRIMARY = 16;

    private Precedence() {}

    static int of(Expr e) {
        return switch (e) {
            case BoolExpr b ->
                switch (b.boolop()) {
                    case OR -> OR;
                    case AND -> AND;
                    case NOT -> NOT;
                };
            case NullTest _, BooleanTest _, JsonIsPredicate _ -> IS;
            case XmlExpr x -> x.op() == XmlExprOp.DOCUMENT ? IS : PRIMARY;
            case AExpr a -> of(a);
            case SubLink s ->
                s.subLinkType() == SubLinkType.ANY && s.operName().isEmpty()
                        ? LIKE
                        : s.subLinkType() == SubLinkType.ANY || s.subLinkType() == SubLinkType.ALL
                                ? ofOperator(s.operName())
                                : PRIMARY;
            case TypeCast _ -> CAST;
            case CollateClause _ -> COLLATE;
            case IntegerConst i -> i.ival() < 0 ? SIGN : PRIMARY;
            case FloatConst f -> f.fval().startsWith("-") ? SIGN : PRIMARY;
            case FuncCall c -> c.funcformat() == CoercionForm.SQL_SYNTAX ? ofSyntax(c) : PRIMARY;
            case NamedArgExpr _, MultiAssignRef _, CurrentOfExpr _ -> 0;
            case AConst _, ColumnRef _, ParamRef _, CaseExpr _, CoalesceExpr _, MinMaxExpr _, RowExpr _ -> PRIMARY;
            case AArrayExpr _, AIndirection _, SqlValueFunction _, GroupingFunc _, XmlSerialize _ -> PRIMARY;
            case SetToDefault _, MergeSupportFunc _, JsonFuncExpr _, JsonObjectConstructor _ -> PRIMARY;
            case JsonArrayConstructor _, JsonArrayQueryConstructor _, JsonObjectAgg _, JsonArrayAgg _ -> PRIMARY;
            case JsonParseExpr _, JsonScalarExpr _, JsonSerializeExpr _ -> PRIMARY;
        };
    }

    private static int of(AExpr a) {
        return switch (a.kind()) {
            case OP ->
                a.lexpr() == null
                        ? a.name().equals(List.of("-")) || a.name().equals(List.of("+")) ? SIGN : OPERATOR
                        : ofOperator(a.name());
            case OP_ANY, OP_ALL -> ofOperator(a.name());
            case DISTINCT, NOT_DISTINCT -> IS;
            case NULLIF -> PRIMARY;
            case IN, LIKE, ILIKE, SIMILAR, BETWEEN, NOT_BETWEEN, BETWEEN_SYM, NOT_BETWEEN_SYM -> LIKE;
        };
    }

    static int ofOperator(List<String> name) {
        if (name.size() > 1) {
            return OPERATOR;
        }
        return switch (name.get(0)) {
            case "<", ">", "=", "<=", ">=", "<>" -> COMPARISON;
            case "+", "-" -> PLUS;
            case "*", "/", "%" -> TIMES;
            case "^" -> POWER;
            default -> OPERATOR;
        };
    }

    private static int ofSyntax(FuncCall c) {
        return switch (c.funcname().get(c.funcname().size() - 1)) {
            case "timezone" -> AT;
            case "is_normalized", "overlaps" -> IS;
            default -> PRIMARY;
        };
    }
}
