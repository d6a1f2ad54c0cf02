package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JsonBehavior;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.JsonBehaviorType;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;

/// ON EMPTY and ON ERROR of SQL/JSON functions (transformJsonBehavior of parse_expr.c).
final class JsonDefaults {
    private JsonDefaults() {}

    static JsonBehavior behavior(
            ParseState p,
            org.pgherd.grammar.ast.@Nullable JsonBehavior raw,
            JsonBehaviorType otherwise,
            SqlType type,
            int collation) {
        JsonBehavior.Kind kind = JsonBehavior.Kind.valueOf((raw == null ? otherwise : raw.btype()).name());
        Position at = raw == null ? Position.NONE : raw.location();
        if (kind == JsonBehavior.Kind.ERROR) {
            return new JsonBehavior(kind, null, false);
        }
        Expr expr = raw != null && kind == JsonBehavior.Kind.DEFAULT
                ? defaultValue(p, ExpressionAnalysis.nonNull(raw.expr()), collation)
                : constant(kind, at);
        if (expr.type().oid() == type.oid()) {
            return new JsonBehavior(kind, expr, false);
        }
        boolean isNull = expr instanceof Const c && c.isNull();
        boolean toInt = p.catalog().baseType(type.oid()) == TypeOids.INT4;
        boolean isBool = expr.type().oid() == TypeOids.BOOL;
        if (isNull || expr.type().oid() == TypeOids.JSONB || isBool && !toInt) {
            Expr json = isBool ? new Const(SqlType.JSONB, Jsonb.of(kind == JsonBehavior.Kind.TRUE), at) : expr;
            return new JsonBehavior(kind, json, true);
        }
        return new JsonBehavior(kind, cast(p, expr, type, kind), false);
    }

    private static Expr cast(ParseState p, Expr expr, SqlType type, JsonBehavior.Kind kind) {
        char category = Coercion.category(p.catalog(), type.oid());
        Expr cast = Coercion.toTarget(
                p,
                expr,
                type,
                category == 'S' || category == 'V' ? Context.ASSIGNMENT : Context.EXPLICIT,
                CoercionForm.EXPLICIT_CAST,
                ExprLocation.of(expr));
        if (cast != null) {
            return cast;
        }
        String target = p.catalog().formatType(type.oid());
        SqlException error = new SqlException(
                SqlState.CANNOT_COERCE,
                "cannot cast behavior expression of type "
                        + p.catalog().formatType(expr.type().oid()) + " to " + target,
                ExprLocation.of(expr));
        throw kind == JsonBehavior.Kind.DEFAULT
                ? error.withHint("You will need to explicitly cast the expression to type " + target + ".")
                : error;
    }

    private static Expr defaultValue(ParseState p, org.pgherd.grammar.ast.Expr raw, int collation) {
        Expr expr = ExpressionAnalysis.recurse(p, raw);
        Position at = ExprLocation.of(expr);
        if (!isValid(expr)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "can only specify a constant, non-aggregate function, or operator expression for DEFAULT",
                    at);
        }
        if (ExprWalk.any(expr, e -> e instanceof Var v && v.levelsUp() == 0)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "DEFAULT expression must not contain column references", at);
        }
        if (Coercion.returnsSet(expr)) {
            throw new SqlException(SqlState.DATATYPE_MISMATCH, "DEFAULT expression must not return a set", at);
        }
        int own = expr.collation() != 0
                ? expr.collation()
                : p.catalog().typeCollation(expr.type().oid());
        if (collation != 0 && own != 0 && own != collation) {
            throw new SqlException(
                            SqlState.COLLATION_MISMATCH,
                            "collation of DEFAULT expression conflicts with RETURNING clause",
                            at)
                    .withDetail("\"" + p.catalog().collationName(own) + "\" versus \""
                            + p.catalog().collationName(collation) + "\"");
        }
        return expr;
    }

    private static boolean isValid(Expr expr) {
        return switch (expr) {
            case Const _, FuncExpr _, OpExpr _ -> true;
            case CoerceViaIO e -> isValid(e.arg());
            case CoerceToDomain e -> isValid(e.arg());
            case ArrayCoerceExpr e -> isValid(e.arg());
            case ConvertRowtypeExpr e -> isValid(e.arg());
            case RelabelType e -> isValid(e.arg());
            case CollateExpr e -> isValid(e.arg());
            default -> false;
        };
    }

    private static Const constant(JsonBehavior.Kind kind, Position at) {
        return switch (kind) {
            case EMPTY_ARRAY -> new Const(SqlType.JSONB, Jsonb.Array.EMPTY, at);
            case EMPTY_OBJECT -> new Const(SqlType.JSONB, Jsonb.Object.EMPTY, at);
            case TRUE -> Const.ofBoolean(true, at);
            case FALSE -> Const.ofBoolean(false, at);
            case NULL, UNKNOWN, EMPTY -> Const.ofNull(SqlType.INT4, at);
            case DEFAULT, ERROR -> throw new AssertionError("no constant for " + kind);
        };
    }
}
