package org.pgherd.analyzer.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.JsonEncoding;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonFormatType;
import org.pgherd.grammar.ast.JsonValueExpr;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// Values that go into SQL/JSON functions and come out of them (transformJsonValueExpr, coerceJsonFuncExpr of
/// parse_expr.c). FORMAT JSON is not kept: the cast that it stands for is.
final class JsonValues {
    private static final int TO_JSON = 3176;
    private static final int TO_JSONB = 3787;
    private static final int CONVERT_FROM = 1714;
    private static final int CONVERT_TO = 1717;

    private JsonValues() {}

    /// What a value is taken for without FORMAT.
    enum Default {
        PLAIN,
        JSON,
        JSONB
    }

    /// @param target json or jsonb, to which it is cast; 0 if only its format decides
    static Expr transform(ParseState p, String construct, JsonValueExpr raw, Default byDefault, int target) {
        Expr expr = typed(p, ExpressionAnalysis.recurse(p, raw.rawExpr()), construct);
        return formatted(p, expr, raw.format(), byDefault, target, false);
    }

    /// A value of PASSING: most types are known to paths as they are.
    static Expr passing(ParseState p, String construct, JsonValueExpr raw) {
        Expr expr = typed(p, ExpressionAnalysis.recurse(p, raw.rawExpr()), construct);
        boolean given = raw.format() != null && raw.format().formatType() != JsonFormatType.DEFAULT;
        if (!given && isPathValue(p, expr.type().oid())) {
            return expr;
        }
        return formatted(p, expr, raw.format(), Default.JSONB, 0, true);
    }

    static Expr typed(ParseState p, Expr expr, String construct) {
        return expr.type().oid() == TypeOids.UNKNOWN ? Coercion.toSpecific(p, expr, TypeOids.TEXT, construct) : expr;
    }

    private static boolean isPathValue(ParseState p, int type) {
        return switch (type) {
            case TypeOids.BOOL,
                    TypeOids.NUMERIC,
                    TypeOids.INT2,
                    TypeOids.INT4,
                    TypeOids.INT8,
                    TypeOids.FLOAT4,
                    TypeOids.FLOAT8,
                    TypeOids.DATE,
                    TypeOids.TIME,
                    TypeOids.TIMETZ,
                    TypeOids.TIMESTAMP,
                    TypeOids.TIMESTAMPTZ -> true;
            default -> Coercion.category(p.catalog(), type) == 'S';
        };
    }

    static Expr formatted(
            ParseState p, Expr expr, @Nullable JsonFormat format, Default byDefault, int target, boolean passing) {
        int type = expr.type().oid();
        Position at = ExprLocation.of(expr);
        JsonFormat written = format == null || format.formatType() == JsonFormatType.DEFAULT ? null : format;
        boolean given = written != null;
        if (written != null && written.encoding() != JsonEncoding.DEFAULT && type != TypeOids.BYTEA) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "JSON ENCODING clause is only allowed for bytea input type",
                    written.location());
        }
        boolean isJson = type == TypeOids.JSON || type == TypeOids.JSONB;
        Default used = isJson && !passing || isJson && given ? Default.PLAIN : given ? Default.JSON : byDefault;
        if (used == Default.PLAIN && (target == 0 || type == target)) {
            return expr;
        }
        if (!passing && target == 0 && type != TypeOids.BYTEA && Coercion.category(p.catalog(), type) != 'S') {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot use non-string types with " + (given ? "explicit" : "implicit") + " FORMAT JSON clause",
                    written == null ? at : written.location());
        }
        Expr input = expr;
        if (used == Default.JSON && type == TypeOids.BYTEA) {
            input = fromBytes(p, expr, format);
        }
        int wanted = target != 0 ? target : used == Default.JSONB ? TypeOids.JSONB : TypeOids.JSON;
        Expr cast = Coercion.toTarget(p, input, SqlType.of(wanted), Context.EXPLICIT, CoercionForm.EXPLICIT_CAST, at);
        if (cast != null) {
            return cast;
        }
        if (target != 0) {
            throw cannotCast(p, input.type().oid(), target, at);
        }
        boolean binary = wanted == TypeOids.JSONB;
        return call(binary ? TO_JSONB : TO_JSON, binary ? "to_jsonb" : "to_json", List.of(input), wanted, at);
    }

    static SqlException cannotCast(ParseState p, int from, int to, Position at) {
        return new SqlException(
                SqlState.CANNOT_COERCE,
                "cannot cast type " + p.catalog().formatType(from) + " to "
                        + p.catalog().formatType(to),
                at);
    }

    /// makeJsonByteaToTextConversion.
    static Expr fromBytes(ParseState p, Expr expr, @Nullable JsonFormat format) {
        JsonEncoding encoding =
                format == null || format.encoding() == JsonEncoding.DEFAULT ? JsonEncoding.UTF8 : format.encoding();
        return call(
                CONVERT_FROM,
                "convert_from",
                List.of(expr, encodingName(p, encoding.name())),
                TypeOids.TEXT,
                ExprLocation.of(expr));
    }

    private static Const encodingName(ParseState p, String name) {
        return new Const(p.catalog().typed(TypeOids.NAME), Text.of(name), Position.NONE);
    }

    /// to_json() or to_jsonb() of a value.
    static Expr toJson(Expr expr, boolean binary, Position at) {
        return call(
                binary ? TO_JSONB : TO_JSON,
                binary ? "to_jsonb" : "to_json",
                List.of(expr),
                binary ? TypeOids.JSONB : TypeOids.JSON,
                at);
    }

    private static FuncExpr call(int oid, String name, List<Expr> args, int type, Position at) {
        return new FuncExpr(oid, name, args, false, false, CoercionForm.EXPLICIT_CALL, SqlType.of(type), 0, at);
    }

    /// A constructor's json or jsonb as what RETURNING names.
    static Expr returned(ParseState p, Expr expr, JsonReturning returning) {
        SqlType wanted = returning.required();
        int type = expr.type().oid();
        if (wanted.oid() == type) {
            return expr;
        }
        Position at = returning.formatAt();
        if (returning.json() && wanted.oid() == TypeOids.BYTEA) {
            Expr text = Coercion.toSpecific(p, expr, TypeOids.TEXT, "JSON_FUNCTION");
            return call(CONVERT_TO, "convert_to", List.of(text, encodingName(p, "UTF8")), TypeOids.BYTEA, at);
        }
        Expr cast = Coercion.toTarget(p, expr, wanted, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, at);
        if (cast == null) {
            throw cannotCast(p, type, wanted.oid(), at);
        }
        return cast;
    }
}
