package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JsonConstructorExpr;
import org.pgherd.analyzer.query.JsonIsPredicate;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.Alias;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.JsonAggConstructor;
import org.pgherd.grammar.ast.JsonArrayAgg;
import org.pgherd.grammar.ast.JsonArrayConstructor;
import org.pgherd.grammar.ast.JsonArrayQueryConstructor;
import org.pgherd.grammar.ast.JsonEncoding;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonKeyValue;
import org.pgherd.grammar.ast.JsonObjectAgg;
import org.pgherd.grammar.ast.JsonObjectConstructor;
import org.pgherd.grammar.ast.JsonParseExpr;
import org.pgherd.grammar.ast.JsonScalarExpr;
import org.pgherd.grammar.ast.JsonSerializeExpr;
import org.pgherd.grammar.ast.JsonValueExpr;
import org.pgherd.grammar.ast.LimitOption;
import org.pgherd.grammar.ast.RangeSubselect;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.SubLinkType;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// JSON_OBJECT, JSON_ARRAY and their aggregates, JSON, JSON_SCALAR, JSON_SERIALIZE, IS JSON (parse_expr.c). The
/// aggregates become json_agg(), json_object_agg() and their kin.
final class JsonConstructors {
    private JsonConstructors() {}

    static Expr object(ParseState p, JsonObjectConstructor raw) {
        List<Expr> args = new ArrayList<>();
        for (JsonKeyValue pair : raw.exprs()) {
            args.add(ExpressionAnalysis.recurse(p, pair.key()));
            args.add(JsonValues.transform(p, "JSON_OBJECT()", pair.value(), JsonValues.Default.PLAIN, 0));
        }
        return constructor(
                p,
                JsonConstructorExpr.Kind.OBJECT,
                args,
                raw.output(),
                raw.absentOnNull(),
                raw.unique(),
                raw.location());
    }

    static Expr array(ParseState p, JsonArrayConstructor raw) {
        List<Expr> args = new ArrayList<>();
        for (JsonValueExpr value : raw.exprs()) {
            args.add(JsonValues.transform(p, "JSON_ARRAY()", value, JsonValues.Default.PLAIN, 0));
        }
        return constructor(
                p, JsonConstructorExpr.Kind.ARRAY, args, raw.output(), raw.absentOnNull(), false, raw.location());
    }

    private static Expr constructor(
            ParseState p,
            JsonConstructorExpr.Kind kind,
            List<Expr> args,
            org.pgherd.grammar.ast.@Nullable JsonOutput output,
            boolean absentOnNull,
            boolean unique,
            Position at) {
        JsonReturning returning = JsonReturning.ofConstructor(p, output, hasJsonb(args));
        List<Expr> typed = new ArrayList<>(args.size());
        for (Expr arg : args) {
            typed.add(XmlExpressions.literalAsText(p, arg));
        }
        SqlType type = returning.binary() ? SqlType.JSONB : SqlType.of(TypeOids.JSON);
        return JsonValues.returned(p, new JsonConstructorExpr(kind, typed, absentOnNull, unique, type, at), returning);
    }

    private static boolean hasJsonb(List<Expr> args) {
        return args.stream().anyMatch(arg -> arg.type().oid() == TypeOids.JSONB);
    }

    /// `JSON_ARRAY(query)` is `(SELECT JSON_ARRAYAGG(a) FROM (query) AS q(a))`.
    static Expr arrayOfQuery(ParseState p, JsonArrayQueryConstructor raw) {
        Position at = raw.location();
        Query counted = SelectAnalysis.sub(p, raw.query(), null, null, true);
        if (counted.outputColumns().size() != 1) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "subquery must return only one column", at);
        }
        JsonArrayAgg aggregate = new JsonArrayAgg(
                new JsonAggConstructor(raw.output(), null, List.of(), null, at),
                new JsonValueExpr(new ColumnRef(List.of("q", "a"), false, at), raw.format(), at),
                raw.absentOnNull(),
                at);
        SelectStmt select = new SelectStmt(
                false,
                List.of(),
                null,
                List.of(new ResTarget(null, List.of(), aggregate, at)),
                List.of(new RangeSubselect(false, raw.query(), new Alias("q", List.of("a"), at), at)),
                null,
                List.of(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                LimitOption.COUNT,
                List.of(),
                null,
                SetOperation.NONE,
                false,
                null,
                null,
                at);
        return ExpressionAnalysis.recurse(p, new SubLink(SubLinkType.EXPR, null, List.of(), select, at, at));
    }

    static Expr objectAggregate(ParseState p, JsonObjectAgg raw) {
        Expr key = ExpressionAnalysis.recurse(p, raw.arg().key());
        Expr value = JsonValues.transform(p, "JSON_OBJECTAGG()", raw.arg().value(), JsonValues.Default.PLAIN, 0);
        String name = "object_agg" + (raw.unique() ? "_unique" : "") + (raw.absentOnNull() ? "_strict" : "");
        return aggregate(p, raw.constructor(), List.of(key, value), name);
    }

    static Expr arrayAggregate(ParseState p, JsonArrayAgg raw) {
        Expr value = JsonValues.transform(p, "JSON_ARRAYAGG()", raw.arg(), JsonValues.Default.PLAIN, 0);
        return aggregate(p, raw.constructor(), List.of(value), "agg" + (raw.absentOnNull() ? "_strict" : ""));
    }

    private static Expr aggregate(ParseState p, JsonAggConstructor raw, List<Expr> args, String suffix) {
        JsonReturning returning = JsonReturning.ofConstructor(p, raw.output(), hasJsonb(args));
        String name = (returning.binary() ? "jsonb_" : "json_") + suffix;
        ProcRow row = p.catalog().functions("pg_catalog", name).getFirst();
        AggregateRow aggregate = p.catalog().catalog().aggregate(row.oid());
        if (aggregate == null) {
            throw new AssertionError("no aggregate " + name);
        }
        List<Expr> typed = new ArrayList<>();
        for (Expr arg : args) {
            typed.add(XmlExpressions.literalAsText(p, arg));
        }
        Expr filter = Clauses.optionalWhere(p, raw.aggFilter(), ExprKind.FILTER, "FILTER");
        FuncCall call = new FuncCall(
                List.of(name),
                List.of(),
                raw.aggOrder(),
                null,
                raw.over(),
                false,
                false,
                false,
                false,
                CoercionForm.EXPLICIT_CALL,
                raw.location(),
                raw.at());
        SqlType type = returning.binary() ? SqlType.JSONB : SqlType.of(TypeOids.JSON);
        Expr result = raw.over() == null
                ? Aggregates.aggregate(p, call, row, aggregate, typed, filter, false, type, raw.location())
                : Windows.function(p, call, row, typed, filter, type, raw.location());
        return JsonValues.returned(p, result, returning);
    }

    static Expr isJson(ParseState p, org.pgherd.grammar.ast.JsonIsPredicate raw) {
        Expr arg = document(p, raw.expr(), raw.format());
        int type = arg.type().oid();
        if (type != TypeOids.TEXT && type != TypeOids.JSON && type != TypeOids.JSONB) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot use type " + p.catalog().formatType(type) + " in IS JSON predicate");
        }
        Expr test = new JsonIsPredicate(
                arg, JsonIsPredicate.ItemType.valueOf(raw.itemType().name()), raw.uniqueKeys(), raw.location());
        return raw.negated() ? new BoolExpr(BoolExpr.Kind.NOT, List.of(test), raw.location()) : test;
    }

    /// transformJsonParseArg.
    private static Expr document(ParseState p, org.pgherd.grammar.ast.Expr raw, @Nullable JsonFormat format) {
        Expr expr = ExpressionAnalysis.recurse(p, raw);
        int type = expr.type().oid();
        if (type == TypeOids.BYTEA) {
            return JsonValues.fromBytes(p, expr, format);
        }
        if (type == TypeOids.UNKNOWN || Coercion.category(p.catalog(), type) == 'S') {
            expr = ExpressionAnalysis.nonNull(Coercion.toTarget(
                    p,
                    expr,
                    SqlType.TEXT,
                    CoercionPathway.Context.IMPLICIT,
                    org.pgherd.analyzer.query.CoercionForm.IMPLICIT_CAST,
                    Position.NONE));
        }
        if (format != null && format.encoding() != JsonEncoding.DEFAULT) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot use JSON FORMAT ENCODING clause for non-bytea input types",
                    format.location());
        }
        return expr;
    }

    static Expr parse(ParseState p, JsonParseExpr raw) {
        JsonReturning returning = JsonReturning.ofParse(p, raw.output(), "JSON()");
        if (!raw.uniqueKeys()) {
            return JsonValues.transform(
                    p,
                    "JSON()",
                    raw.expr(),
                    JsonValues.Default.JSON,
                    returning.required().oid());
        }
        Expr arg = document(p, raw.expr().rawExpr(), raw.expr().format());
        if (arg.type().oid() != TypeOids.TEXT) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot use non-string types with WITH UNIQUE KEYS clause",
                    raw.location());
        }
        return new JsonConstructorExpr(
                JsonConstructorExpr.Kind.PARSE, List.of(arg), false, true, returning.required(), raw.location());
    }

    static Expr scalar(ParseState p, JsonScalarExpr raw) {
        Expr arg = ExpressionAnalysis.recurse(p, raw.expr());
        JsonReturning returning = JsonReturning.ofParse(p, raw.output(), "JSON_SCALAR()");
        arg = JsonValues.typed(p, arg, "JSON_SCALAR");
        return JsonValues.toJson(arg, returning.binary(), raw.location());
    }

    static Expr serialize(ParseState p, JsonSerializeExpr raw) {
        Expr arg = JsonValues.transform(p, "JSON_SERIALIZE()", raw.expr(), JsonValues.Default.JSON, 0);
        JsonReturning returning;
        if (raw.output() == null) {
            returning = new JsonReturning(SqlType.TEXT, false, true, Position.NONE);
        } else {
            returning = JsonReturning.of(p, raw.output(), true);
            int type = returning.required().oid();
            if (type != TypeOids.BYTEA && Coercion.category(p.catalog(), type) != 'S') {
                throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "cannot use type " + p.catalog().formatType(type)
                                        + " in RETURNING clause of JSON_SERIALIZE()")
                        .withHint("Try returning a string type or bytea.");
            }
        }
        return JsonValues.returned(p, arg, returning);
    }
}
