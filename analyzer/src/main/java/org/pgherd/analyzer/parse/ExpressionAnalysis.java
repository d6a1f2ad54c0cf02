package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.MergeSupportFunc;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AArrayExpr;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AExprKind;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.BitStringConst;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.CurrentOfExpr;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.MultiAssignRef;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Expressions (parse_expr.c).
final class ExpressionAnalysis {
    private static final int MAX_ROW = 1664;

    private ExpressionAnalysis() {}

    /// An expression of a clause. Collations are assigned later, over the whole query.
    static Expr transform(ParseState p, org.pgherd.grammar.ast.Expr raw, ExprKind kind) {
        ExprKind before = p.exprKind;
        p.exprKind = kind;
        try {
            return recurse(p, raw);
        } finally {
            p.exprKind = before;
        }
    }

    static Expr recurse(ParseState p, org.pgherd.grammar.ast.Expr raw) {
        return switch (raw) {
            case ColumnRef e -> ColumnReferences.transform(p, e);
            case ParamRef e -> param(p, e);
            case AConst e -> constant(p, e);
            case AIndirection e -> IndirectionAnalysis.transform(p, e);
            case AArrayExpr e -> array(p, e, 0, 0, -1);
            case TypeCast e -> cast(p, e);
            case CollateClause e -> collate(p, e);
            case AExpr e -> operator(p, e);
            case org.pgherd.grammar.ast.BoolExpr e -> bool(p, e);
            case FuncCall e -> function(p, e);
            case NamedArgExpr e -> recurse(p, e.arg());
            case MultiAssignRef e -> UpdateAnalysis.multiAssign(p, e);
            case org.pgherd.grammar.ast.GroupingFunc e -> Aggregates.grouping(p, e);
            case SubLink e -> SubLinkAnalysis.transform(p, e);
            case org.pgherd.grammar.ast.CaseExpr e -> caseExpr(p, e);
            case org.pgherd.grammar.ast.RowExpr e -> row(p, e);
            case org.pgherd.grammar.ast.CoalesceExpr e -> coalesce(p, e);
            case org.pgherd.grammar.ast.MinMaxExpr e -> minMax(p, e);
            case org.pgherd.grammar.ast.SqlValueFunction e -> valueFunction(p, e);
            case org.pgherd.grammar.ast.NullTest e -> {
                Expr arg = recurse(p, e.arg());
                yield new NullTest(
                        arg,
                        e.nulltesttype() == org.pgherd.grammar.ast.NullTestType.IS_NULL,
                        p.catalog().isRowType(arg.type().oid()),
                        e.location());
            }
            case org.pgherd.grammar.ast.BooleanTest e -> booleanTest(p, e);
            case CurrentOfExpr e -> currentOf(p, e);
            case org.pgherd.grammar.ast.SetToDefault e ->
                throw new SqlException(SqlState.SYNTAX_ERROR, "DEFAULT is not allowed in this context", e.location());
            case org.pgherd.grammar.ast.MergeSupportFunc e -> mergeAction(p, e);
            case org.pgherd.grammar.ast.XmlExpr e -> XmlExpressions.transform(p, e);
            case org.pgherd.grammar.ast.XmlSerialize e -> XmlExpressions.serialize(p, e);
            case org.pgherd.grammar.ast.JsonFuncExpr e -> JsonQueries.transform(p, e);
            case org.pgherd.grammar.ast.JsonObjectConstructor e -> JsonConstructors.object(p, e);
            case org.pgherd.grammar.ast.JsonArrayConstructor e -> JsonConstructors.array(p, e);
            case org.pgherd.grammar.ast.JsonArrayQueryConstructor e -> JsonConstructors.arrayOfQuery(p, e);
            case org.pgherd.grammar.ast.JsonObjectAgg e -> JsonConstructors.objectAggregate(p, e);
            case org.pgherd.grammar.ast.JsonArrayAgg e -> JsonConstructors.arrayAggregate(p, e);
            case org.pgherd.grammar.ast.JsonIsPredicate e -> JsonConstructors.isJson(p, e);
            case org.pgherd.grammar.ast.JsonParseExpr e -> JsonConstructors.parse(p, e);
            case org.pgherd.grammar.ast.JsonScalarExpr e -> JsonConstructors.scalar(p, e);
            case org.pgherd.grammar.ast.JsonSerializeExpr e -> JsonConstructors.serialize(p, e);
        };
    }

    static List<Expr> all(ParseState p, List<org.pgherd.grammar.ast.Expr> list, ExprKind kind) {
        List<Expr> result = new ArrayList<>(list.size());
        for (org.pgherd.grammar.ast.Expr raw : list) {
            result.add(transform(p, raw, kind));
        }
        return result;
    }

    private static Expr param(ParseState p, ParamRef ref) {
        VariableScope variables = p.context.variables();
        if (variables != null) {
            VariableScope.Variable variable = variables.parameter(ref.number());
            if (variable != null) {
                return ColumnReferences.variable(p, variable, ref.location());
            }
        }
        return p.context.parameters().reference(ref.number(), ref.location(), p);
    }

    static Const constant(ParseState p, AConst raw) {
        Position at = raw.location();
        return switch (raw) {
            case IntegerConst c -> Const.ofInt(c.ival(), at);
            case FloatConst c -> number(p, c);
            case BooleanConst c -> Const.ofBoolean(c.boolval(), at);
            case StringConst c -> Literals.unknown(c.sval(), at);
            case BitStringConst c -> Literals.of(p, SqlType.of(TypeOids.BIT), -1, c.bsval(), at);
            case NullConst _ -> new Const(SqlType.UNKNOWN, null, at);
        };
    }

    private static Const number(ParseState p, FloatConst c) {
        String text = c.fval();
        try {
            long value;
            if (text.length() > 2 && text.charAt(0) == '0' && Character.isLetter(text.charAt(1))) {
                int radix = switch (Character.toLowerCase(text.charAt(1))) {
                    case 'x' -> 16;
                    case 'o' -> 8;
                    default -> 2;
                };
                value = Long.parseLong(text.substring(2), radix);
            } else {
                value = Long.parseLong(text);
            }
            return value == (int) value
                    ? Const.ofInt((int) value, c.location())
                    : new Const(SqlType.INT8, value, c.location());
        } catch (NumberFormatException _) {
            return Literals.of(p, SqlType.NUMERIC, -1, text, c.location());
        }
    }

    // operators

    private static Expr operator(ParseState p, AExpr a) {
        return switch (a.kind()) {
            case OP, LIKE, ILIKE, SIMILAR -> simpleOperator(p, a);
            case OP_ANY ->
                OperatorResolution.applyToArray(p, a.name(), true, left(p, a), recurse(p, right(a)), a.location());
            case OP_ALL ->
                OperatorResolution.applyToArray(p, a.name(), false, left(p, a), recurse(p, right(a)), a.location());
            case DISTINCT, NOT_DISTINCT -> distinct(p, a);
            case NULLIF -> nullIf(p, a);
            case IN -> in(p, a);
            case BETWEEN, NOT_BETWEEN, BETWEEN_SYM, NOT_BETWEEN_SYM -> between(p, a);
        };
    }

    private static Expr left(ParseState p, AExpr a) {
        return recurse(p, rawLeft(a));
    }

    private static org.pgherd.grammar.ast.Expr rawLeft(AExpr a) {
        if (a.lexpr() == null) {
            throw new AssertionError("operator " + a.name() + " without left operand");
        }
        return a.lexpr();
    }

    private static org.pgherd.grammar.ast.Expr right(AExpr a) {
        if (a.rexpr() instanceof org.pgherd.grammar.ast.Expr e) {
            return e;
        }
        throw new AssertionError("operator " + a.name() + " without right operand");
    }

    private static Expr simpleOperator(ParseState p, AExpr a) {
        org.pgherd.grammar.ast.Expr rawRight = right(a);
        if (a.lexpr() instanceof org.pgherd.grammar.ast.RowExpr
                && rawRight instanceof SubLink s
                && s.subLinkType() == org.pgherd.grammar.ast.SubLinkType.EXPR) {
            return SubLinkAnalysis.rowCompare(p, s, a);
        }
        Expr srfBefore = p.lastSrf;
        if (a.lexpr() instanceof org.pgherd.grammar.ast.RowExpr && rawRight instanceof org.pgherd.grammar.ast.RowExpr) {
            Expr l = left(p, a);
            Expr r = recurse(p, rawRight);
            return RowComparison.compare(p, a.name(), ((RowExpr) l).args(), ((RowExpr) r).args(), a.location());
        }
        Expr left = a.lexpr() == null ? null : recurse(p, a.lexpr());
        Expr right = recurse(p, rawRight);
        return OperatorResolution.apply(p, a.name(), left, right, srfBefore, a.location());
    }

    private static Expr distinct(ParseState p, AExpr a) {
        boolean negated = a.kind() == AExprKind.NOT_DISTINCT;
        org.pgherd.grammar.ast.Expr rawLeft = rawLeft(a);
        org.pgherd.grammar.ast.Expr rawRight = right(a);
        if (rawRight instanceof NullConst || rawLeft instanceof NullConst) {
            Expr arg = recurse(p, rawRight instanceof NullConst ? rawLeft : rawRight);
            return new NullTest(arg, negated, p.catalog().isRowType(arg.type().oid()), a.location());
        }
        Expr left = recurse(p, rawLeft);
        Expr right = recurse(p, rawRight);
        Expr result;
        if (left instanceof RowExpr l && right instanceof RowExpr r) {
            if (l.args().size() != r.args().size()) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions", a.location());
            }
            Expr all = null;
            for (int i = 0; i < l.args().size(); i++) {
                Expr one =
                        distinctOperator(p, a.name(), l.args().get(i), r.args().get(i), a.location());
                all = all == null ? one : new BoolExpr(BoolExpr.Kind.OR, List.of(all, one), a.location());
            }
            result = all == null ? Const.ofBoolean(false, a.location()) : all;
        } else {
            result = distinctOperator(p, a.name(), left, right, a.location());
        }
        return negated ? new BoolExpr(BoolExpr.Kind.NOT, List.of(result), a.location()) : result;
    }

    private static Expr distinctOperator(ParseState p, List<String> name, Expr left, Expr right, Position at) {
        OpExpr op = (OpExpr) OperatorResolution.apply(p, name, left, right, p.lastSrf, at);
        if (op.type().oid() != TypeOids.BOOL) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "IS DISTINCT FROM requires = operator to yield boolean", at);
        }
        if (op.retset()) {
            throw new SqlException(SqlState.DATATYPE_MISMATCH, "IS DISTINCT FROM must not return a set", at);
        }
        return new DistinctExpr(op.opNo(), op.opFuncId(), op.name(), op.args(), op.type(), 0, at);
    }

    private static Expr nullIf(ParseState p, AExpr a) {
        Expr left = left(p, a);
        Expr right = recurse(p, right(a));
        OpExpr op = (OpExpr) OperatorResolution.apply(p, a.name(), left, right, p.lastSrf, a.location());
        if (op.type().oid() != TypeOids.BOOL) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "NULLIF requires = operator to yield boolean", a.location());
        }
        if (op.retset()) {
            throw new SqlException(SqlState.DATATYPE_MISMATCH, "NULLIF must not return a set", a.location());
        }
        return new NullIfExpr(
                op.opNo(), op.opFuncId(), op.name(), op.args(), op.left().type(), 0, a.location());
    }

    private static Expr in(ParseState p, AExpr a) {
        boolean useOr = !a.name().getLast().equals("<>");
        Expr left = left(p, a);
        List<Expr> all = new ArrayList<>();
        List<Expr> withVars = new ArrayList<>();
        List<Expr> without = new ArrayList<>();
        List<org.pgherd.grammar.ast.Expr> items = ((ExprList) nonNull(a.rexpr())).items();
        for (org.pgherd.grammar.ast.Expr raw : items) {
            Expr right = recurse(p, raw);
            all.add(right);
            boolean hasVars = ExprWalk.anyDeep(right, 0, (e, depth) -> e instanceof Var v && v.levelsUp() == depth);
            (hasVars ? withVars : without).add(right);
        }
        Expr result = null;
        List<Expr> rest = all;
        if (without.size() > 1) {
            List<Expr> typed = new ArrayList<>();
            typed.add(left);
            typed.addAll(without);
            int scalar = CommonType.select(p, typed, null);
            if (scalar != 0 && !CommonType.fits(p, scalar, typed)) {
                scalar = 0;
            }
            int array = scalar != 0 && scalar != TypeOids.RECORD ? p.catalog().arrayType(scalar) : 0;
            if (array != 0) {
                List<Expr> elements = CommonType.coerceAll(p, without, scalar, "IN");
                Position listAt = items.getFirst().at().to(items.getLast().at());
                ArrayExpr list = new ArrayExpr(elements, scalar, false, SqlType.of(array), listAt);
                result = OperatorResolution.applyToArray(p, a.name(), useOr, left, list, a.location());
                rest = withVars;
            }
        }
        for (Expr right : rest) {
            Expr one;
            if (left instanceof RowExpr l && right instanceof RowExpr r) {
                one = RowComparison.compare(p, a.name(), l.args(), r.args(), a.location());
            } else {
                one = OperatorResolution.apply(p, a.name(), left, right, p.lastSrf, a.location());
            }
            one = Coercion.toBoolean(p, one, "IN");
            result = result == null
                    ? one
                    : flattened(useOr ? BoolExpr.Kind.OR : BoolExpr.Kind.AND, result, one, a.location());
        }
        return nonNull(result);
    }

    private static Expr flattened(BoolExpr.Kind kind, Expr left, Expr right, Position at) {
        List<Expr> args = new ArrayList<>();
        if (left instanceof BoolExpr b && b.kind() == kind && b.at().equals(at)) {
            args.addAll(b.args());
        } else {
            args.add(left);
        }
        args.add(right);
        return new BoolExpr(kind, args, at);
    }

    private static Expr between(ParseState p, AExpr a) {
        List<org.pgherd.grammar.ast.Expr> bounds = ((ExprList) nonNull(a.rexpr())).items();
        org.pgherd.grammar.ast.Expr low = bounds.get(0);
        org.pgherd.grammar.ast.Expr high = bounds.get(1);
        return switch (a.kind()) {
            case BETWEEN -> recurse(p, pair(a, org.pgherd.grammar.ast.BoolExprType.AND, ">=", low, "<=", high));
            case NOT_BETWEEN -> recurse(p, pair(a, org.pgherd.grammar.ast.BoolExprType.OR, "<", low, ">", high));
            case BETWEEN_SYM ->
                recurse(
                        p,
                        new org.pgherd.grammar.ast.BoolExpr(
                                org.pgherd.grammar.ast.BoolExprType.OR,
                                List.of(
                                        pair(a, org.pgherd.grammar.ast.BoolExprType.AND, ">=", low, "<=", high),
                                        pair(a, org.pgherd.grammar.ast.BoolExprType.AND, ">=", high, "<=", low)),
                                a.location(),
                                a.at()));
            default ->
                recurse(
                        p,
                        new org.pgherd.grammar.ast.BoolExpr(
                                org.pgherd.grammar.ast.BoolExprType.AND,
                                List.of(
                                        pair(a, org.pgherd.grammar.ast.BoolExprType.OR, "<", low, ">", high),
                                        pair(a, org.pgherd.grammar.ast.BoolExprType.OR, "<", high, ">", low)),
                                a.location(),
                                a.at()));
        };
    }

    private static org.pgherd.grammar.ast.BoolExpr pair(
            AExpr a,
            org.pgherd.grammar.ast.BoolExprType kind,
            String first,
            org.pgherd.grammar.ast.Expr low,
            String second,
            org.pgherd.grammar.ast.Expr high) {
        return new org.pgherd.grammar.ast.BoolExpr(
                kind,
                List.of(
                        new AExpr(AExprKind.OP, List.of(first), a.lexpr(), low, a.location(), a.at()),
                        new AExpr(AExprKind.OP, List.of(second), a.lexpr(), high, a.location(), a.at())),
                a.location(),
                a.at());
    }

    private static Expr bool(ParseState p, org.pgherd.grammar.ast.BoolExpr raw) {
        BoolExpr.Kind kind = BoolExpr.Kind.valueOf(raw.boolop().name());
        List<Expr> args = new ArrayList<>(raw.args().size());
        for (org.pgherd.grammar.ast.Expr arg : raw.args()) {
            args.add(Coercion.toBoolean(p, recurse(p, arg), kind.name()));
        }
        return new BoolExpr(kind, args, raw.location());
    }

    // calls

    private static Expr function(ParseState p, FuncCall call) {
        Expr srfBefore = p.lastSrf;
        List<Expr> args = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (org.pgherd.grammar.ast.Expr raw : call.args()) {
            if (raw instanceof NamedArgExpr named) {
                if (!seen.add(named.name())) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "argument name \"" + named.name() + "\" used more than once",
                            named.location());
                }
                names.add(named.name());
            } else if (!names.isEmpty()) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "positional argument cannot follow named argument", raw.at());
            }
            args.add(recurse(p, raw));
        }
        if (call.aggWithinGroup()) {
            for (var sort : call.aggOrder()) {
                args.add(transform(p, sort.node(), ExprKind.ORDER_BY));
            }
        }
        return nonNull(FunctionCalls.call(p, call.funcname(), args, names, call, srfBefore, false, call.location()));
    }

    private static Expr cast(ParseState p, TypeCast raw) {
        SqlType target = TypeReferences.resolve(p.catalog(), raw.typeName());
        Expr arg;
        if (raw.arg() instanceof AArrayExpr array) {
            SqlType base = p.catalog().baseType(target);
            int element = p.catalog().elementType(base.oid());
            arg = element == 0
                    ? recurse(p, array)
                    : array(
                            p,
                            array,
                            base.oid(),
                            element,
                            base.oid() == target.oid() ? target.typmod() : base.typmod());
        } else {
            arg = recurse(p, raw.arg());
        }
        Position at = raw.location().isKnown() ? raw.location() : raw.typeName().at();
        Expr result = Coercion.toTarget(p, arg, target, Context.EXPLICIT, CoercionForm.EXPLICIT_CAST, at);
        if (result == null) {
            throw new SqlException(
                    SqlState.CANNOT_COERCE,
                    "cannot cast type " + p.catalog().formatType(arg.type().oid()) + " to "
                            + p.catalog().formatType(target.oid()),
                    at);
        }
        return result;
    }

    private static Expr collate(ParseState p, CollateClause raw) {
        Expr arg = recurse(p, nonNull(raw.arg()));
        int type = arg.type().oid();
        if (p.catalog().typeCollation(type) == 0 && type != TypeOids.UNKNOWN) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "collations are not supported by type " + p.catalog().formatType(type),
                    raw.location());
        }
        return new CollateExpr(arg, collation(p, raw.collname(), raw.location()), raw.location());
    }

    static int collation(ParseState p, List<String> name, Position at) {
        if (name.size() > 1 && !p.catalog().catalog().hasSchema(name.get(name.size() - 2))) {
            throw new SqlException(
                    SqlState.INVALID_SCHEMA_NAME, "schema \"" + name.get(name.size() - 2) + "\" does not exist", at);
        }
        CollationRow row = p.catalog().collation(name);
        if (row == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_OBJECT,
                    "collation \"" + String.join(".", name) + "\" for encoding \"UTF8\" does not exist",
                    at);
        }
        return row.oid();
    }

    // constructors

    private static Expr array(ParseState p, AArrayExpr raw, int wantedArray, int wantedElement, int typmod) {
        List<Expr> elements = new ArrayList<>();
        boolean multiDims = false;
        int arrayType = wantedArray;
        int elementType = wantedElement;
        for (org.pgherd.grammar.ast.Expr rawElement : raw.elements()) {
            Expr element;
            if (rawElement instanceof AArrayExpr nested) {
                element = array(p, nested, wantedArray, wantedElement, typmod);
                multiDims = true;
            } else {
                element = recurse(p, rawElement);
                int type = element.type().oid();
                if (!multiDims
                        && p.catalog().elementType(type) != 0
                        && type != TypeOids.INT2VECTOR
                        && type != TypeOids.OIDVECTOR) {
                    multiDims = true;
                }
            }
            elements.add(element);
        }
        int coerceType;
        boolean hard;
        if (wantedArray != 0) {
            coerceType = multiDims ? wantedArray : wantedElement;
            hard = true;
        } else {
            if (elements.isEmpty()) {
                throw new SqlException(
                                SqlState.INDETERMINATE_DATATYPE, "cannot determine type of empty array", raw.location())
                        .withHint("Explicitly cast to the desired type, for example ARRAY[]::integer[].");
            }
            coerceType = CommonType.select(p, elements, "ARRAY");
            hard = false;
            if (multiDims) {
                arrayType = coerceType;
                elementType = p.catalog().elementType(arrayType);
                if (elementType == 0) {
                    throw new SqlException(
                            SqlState.UNDEFINED_OBJECT,
                            "could not find element type for data type "
                                    + p.catalog().formatType(arrayType),
                            raw.location());
                }
            } else {
                elementType = coerceType;
                arrayType = p.catalog().arrayType(elementType);
                if (arrayType == 0) {
                    throw new SqlException(
                            SqlState.UNDEFINED_OBJECT,
                            "could not find array type for data type "
                                    + p.catalog().formatType(elementType),
                            raw.location());
                }
            }
        }
        List<Expr> cast = new ArrayList<>(elements.size());
        for (Expr element : elements) {
            if (hard) {
                Expr target = Coercion.toTarget(
                        p,
                        element,
                        p.catalog().typed(coerceType).withTypmod(typmod),
                        Context.EXPLICIT,
                        CoercionForm.EXPLICIT_CAST,
                        Position.NONE);
                if (target == null) {
                    throw new SqlException(
                            SqlState.CANNOT_COERCE,
                            "cannot cast type "
                                    + p.catalog().formatType(element.type().oid()) + " to "
                                    + p.catalog().formatType(coerceType),
                            ExprLocation.of(element));
                }
                cast.add(target);
            } else {
                cast.add(CommonType.coerce(p, element, coerceType, "ARRAY"));
            }
        }
        int commonTypmod = cast.isEmpty()
                ? -1
                : CommonType.typmod(cast, cast.getFirst().type().oid());
        return new ArrayExpr(cast, elementType, multiDims, new SqlType(arrayType, commonTypmod, 0), raw.location());
    }

    private static Expr row(ParseState p, org.pgherd.grammar.ast.RowExpr raw) {
        List<Expr> args = TargetList.expandedExpressions(p, raw.args(), p.exprKind);
        if (args.size() > MAX_ROW) {
            throw new SqlException(
                    SqlState.TOO_MANY_COLUMNS,
                    "ROW expressions can have at most " + MAX_ROW + " entries",
                    raw.location());
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= args.size(); i++) {
            names.add("f" + i);
        }
        return new RowExpr(args, names, CoercionForm.valueOf(raw.rowFormat().name()), SqlType.RECORD, raw.location());
    }

    private static Expr caseExpr(ParseState p, org.pgherd.grammar.ast.CaseExpr raw) {
        Expr srfBefore = p.lastSrf;
        Expr arg = raw.arg() == null ? null : recurse(p, raw.arg());
        CaseTestExpr placeholder = null;
        if (arg != null) {
            if (arg.type().oid() == TypeOids.UNKNOWN) {
                arg = CommonType.coerce(p, arg, TypeOids.TEXT, "CASE");
            }
            arg = CollationAssignment.expression(p, arg);
            placeholder = new CaseTestExpr(arg.type());
        }
        List<Expr> conditions = new ArrayList<>();
        List<Expr> results = new ArrayList<>();
        for (var when : raw.args()) {
            Expr condition = recurse(p, when.expr());
            if (placeholder != null) {
                condition =
                        OperatorResolution.apply(p, List.of("="), placeholder, condition, p.lastSrf, when.location());
            }
            conditions.add(Coercion.toBoolean(p, condition, "CASE/WHEN"));
            results.add(recurse(p, when.result()));
        }
        Expr orElse =
                raw.defresult() == null ? new Const(SqlType.UNKNOWN, null, Position.NONE) : recurse(p, raw.defresult());
        List<Expr> all = new ArrayList<>();
        all.add(orElse);
        all.addAll(results);
        int type = CommonType.select(p, all, "CASE");
        orElse = CommonType.coerce(p, orElse, type, "CASE/ELSE");
        List<CaseWhen> whens = new ArrayList<>();
        List<Expr> cast = new ArrayList<>();
        cast.add(orElse);
        for (int i = 0; i < results.size(); i++) {
            Expr result = CommonType.coerce(p, results.get(i), type, "CASE/WHEN");
            cast.add(result);
            whens.add(new CaseWhen(conditions.get(i), result, raw.args().get(i).location()));
        }
        noSets(p, srfBefore, "CASE");
        return new CaseExpr(arg, whens, orElse, new SqlType(type, CommonType.typmod(cast, type), 0), raw.location());
    }

    private static void noSets(ParseState p, @Nullable Expr srfBefore, String construct) {
        Expr srf = p.lastSrf;
        if (srf != null && srf != srfBefore) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "set-returning functions are not allowed in " + construct,
                            ExprLocation.of(srf))
                    .withHint("You might be able to move the set-returning function into a LATERAL FROM item.");
        }
    }

    private static Expr coalesce(ParseState p, org.pgherd.grammar.ast.CoalesceExpr raw) {
        Expr srfBefore = p.lastSrf;
        List<Expr> args = new ArrayList<>();
        raw.args().forEach(arg -> args.add(recurse(p, arg)));
        int type = CommonType.select(p, args, "COALESCE");
        List<Expr> cast = CommonType.coerceAll(p, args, type, "COALESCE");
        noSets(p, srfBefore, "COALESCE");
        return new CoalesceExpr(cast, new SqlType(type, CommonType.typmod(cast, type), 0), raw.location());
    }

    private static Expr minMax(ParseState p, org.pgherd.grammar.ast.MinMaxExpr raw) {
        String name = raw.op().name();
        List<Expr> args = new ArrayList<>();
        raw.args().forEach(arg -> args.add(recurse(p, arg)));
        int type = CommonType.select(p, args, name);
        List<Expr> cast = CommonType.coerceAll(p, args, type, name);
        return new MinMaxExpr(
                MinMaxExpr.Kind.valueOf(name),
                cast,
                new SqlType(type, CommonType.typmod(cast, type), 0),
                0,
                raw.location());
    }

    private static Expr valueFunction(ParseState p, org.pgherd.grammar.ast.SqlValueFunction raw) {
        int precision = Math.min(raw.typmod(), 6);
        Position at = raw.location();
        return switch (raw.op()) {
            case CURRENT_DATE -> new SqlValueFunction(SqlValueFunction.Op.CURRENT_DATE, SqlType.DATE, at);
            case CURRENT_TIME, CURRENT_TIME_N ->
                new SqlValueFunction(SqlValueFunction.Op.CURRENT_TIME, new SqlType(TypeOids.TIMETZ, precision, 0), at);
            case CURRENT_TIMESTAMP, CURRENT_TIMESTAMP_N ->
                new SqlValueFunction(
                        SqlValueFunction.Op.CURRENT_TIMESTAMP, new SqlType(TypeOids.TIMESTAMPTZ, precision, 0), at);
            case LOCALTIME, LOCALTIME_N ->
                new SqlValueFunction(SqlValueFunction.Op.LOCALTIME, new SqlType(TypeOids.TIME, precision, 0), at);
            case LOCALTIMESTAMP, LOCALTIMESTAMP_N ->
                new SqlValueFunction(
                        SqlValueFunction.Op.LOCALTIMESTAMP, new SqlType(TypeOids.TIMESTAMP, precision, 0), at);
            case CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, CURRENT_CATALOG, CURRENT_SCHEMA ->
                new SqlValueFunction(
                        SqlValueFunction.Op.valueOf(raw.op().name()),
                        p.catalog().typed(TypeOids.NAME),
                        at);
        };
    }

    private static Expr booleanTest(ParseState p, org.pgherd.grammar.ast.BooleanTest raw) {
        BooleanTest.Kind kind = BooleanTest.Kind.valueOf(raw.booltesttype().name());
        Expr arg = Coercion.toBoolean(p, recurse(p, raw.arg()), kind.name().replace('_', ' '));
        return new BooleanTest(arg, kind, raw.location());
    }

    private static Expr currentOf(ParseState p, CurrentOfExpr raw) {
        NamespaceItem target = p.target;
        String cursor = raw.cursorName();
        if (target == null || cursor == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "WHERE CURRENT OF is not supported here", raw.location());
        }
        return new CurrentOf(target.rtindex, cursor, raw.location());
    }

    private static Expr mergeAction(ParseState p, org.pgherd.grammar.ast.MergeSupportFunc raw) {
        for (ParseState state = p; state != null; state = state.parent) {
            if (state.exprKind == ExprKind.MERGE_RETURNING) {
                return new MergeSupportFunc(raw.location());
            }
        }
        throw new SqlException(
                SqlState.SYNTAX_ERROR,
                "MERGE_ACTION() can only be used in the RETURNING list of a MERGE command",
                raw.location());
    }

    static Param sublinkParam(int number, SqlType type) {
        return new Param(Param.Kind.SUBLINK, number, type, Position.NONE);
    }

    static <T> T nonNull(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("a part of the raw tree is missing");
        }
        return value;
    }
}
