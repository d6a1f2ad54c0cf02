package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.BoolText;
import org.pgherd.semantics.codec.FloatText;
import org.pgherd.semantics.codec.IntegerText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.jsonpath.PathItem;
import org.pgherd.semantics.jsonpath.PathItem.Kind;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// The item methods of jsonpath that take one value to another.
final class JsonPathMethods {
    private final JsonPathMoments moments;
    private final boolean useZone;

    JsonPathMethods(FunctionContext context, boolean useZone) {
        this.useZone = useZone;
        moments = new JsonPathMoments(context, this);
    }

    /// jsonpath_exec.c:checkTimezoneIsUsedForCast.
    void requireZone(String from, String to) {
        if (!useZone) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot convert value from " + from + " to " + to + " without time zone usage")
                    .withHint("Use *_tz() function for time zone support.");
        }
    }

    static Jsonb pair(Text key, Jsonb value, long id) {
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        builder.put(Text.of("key"), new Jsonb.Str(key));
        builder.put(Text.of("value"), value);
        builder.put(Text.of("id"), new Jsonb.Number(Numeric.of(id)));
        return builder.build();
    }

    private static PathFailure onlyTo(Kind kind, SqlState state, String what) {
        return new PathFailure(state, "jsonpath item method ." + kind.text + "() can only be applied to " + what);
    }

    private static PathFailure onlyToNumeric(Kind kind, String what) {
        return onlyTo(kind, SqlState.NON_NUMERIC_SQL_JSON_ITEM, what);
    }

    private static PathFailure invalid(Kind kind, String argument, String type) {
        return new PathFailure(
                SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                "argument \"" + argument + "\" of jsonpath item method ." + kind.text + "() is invalid for type "
                        + type);
    }

    Object apply(PathItem item, Object value) {
        Kind kind = item.kind();
        return switch (kind) {
            case TYPE ->
                new Jsonb.Str(
                        Text.of(value instanceof PathMoment m ? m.typeName() : JsonbAccess.typeName((Jsonb) value)));
            case ABS, FLOOR, CEILING -> {
                if (!(value instanceof Jsonb.Number n)) {
                    throw onlyToNumeric(kind, "a numeric value");
                }
                yield new Jsonb.Number(
                        kind == Kind.ABS
                                ? n.value().abs()
                                : kind == Kind.FLOOR
                                        ? n.value().floor()
                                        : n.value().ceil());
            }
            case DOUBLE -> doubleValue(kind, value);
            case BIGINT, INTEGER -> integer(kind, value);
            case NUMBER, DECIMAL -> decimal(item, value);
            case BOOLEAN -> bool(kind, value);
            case STRING_FUNC -> string(kind, value);
            default -> {
                if (!(value instanceof Jsonb.Str s)) {
                    throw onlyTo(kind, SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION, "a string");
                }
                yield moments.read(item, s.value().toString());
            }
        };
    }

    /// The text of a string or number.
    private static String stringOrNumber(Kind kind, Object value) {
        return switch (value) {
            case Jsonb.Str s -> s.value().toString();
            case Jsonb.Number n -> n.value().toString();
            default -> throw onlyToNumeric(kind, "a string or numeric value");
        };
    }

    private static PathFailure notFinite(Kind kind) {
        return new PathFailure(
                SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                "NaN or Infinity is not allowed for jsonpath item method ." + kind.text + "()");
    }

    private static Object doubleValue(Kind kind, Object value) {
        String text = stringOrNumber(kind, value);
        double d;
        try {
            d = FloatText.parseFloat8(text);
        } catch (SqlException e) {
            throw invalid(kind, text, "double precision");
        }
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            throw notFinite(kind);
        }
        return value instanceof Jsonb.Number ? value : new Jsonb.Number(Numeric.ofDouble(d));
    }

    private static Object integer(Kind kind, Object value) {
        boolean big = kind == Kind.BIGINT;
        String text = stringOrNumber(kind, value);
        try {
            if (value instanceof Jsonb.Number n) {
                return new Jsonb.Number(
                        Numeric.of(big ? n.value().toInt8() : n.value().toInt4()));
            }
            return new Jsonb.Number(Numeric.of(big ? IntegerText.parseInt8(text) : IntegerText.parseInt4(text)));
        } catch (SqlException e) {
            throw invalid(kind, text, big ? "bigint" : "integer");
        }
    }

    private static Object decimal(PathItem item, Object value) {
        Kind kind = item.kind();
        String text = stringOrNumber(kind, value);
        Numeric number;
        try {
            number = value instanceof Jsonb.Number n ? n.value() : Numeric.parse(text);
        } catch (SqlException e) {
            throw invalid(kind, text, "numeric");
        }
        if (!number.isFinite()) {
            throw notFinite(kind);
        }
        if (item.arguments().isEmpty()) {
            return new Jsonb.Number(number);
        }
        int precision = argument(item, 0, "precision");
        int scale = item.arguments().size() > 1 ? argument(item, 1, "scale") : 0;
        if (precision < 1 || precision > Numeric.MAX_DISPLAY_SCALE) {
            throw new PathFailure(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "NUMERIC precision " + precision + " must be between 1 and " + Numeric.MAX_DISPLAY_SCALE);
        }
        if (scale < -Numeric.MAX_DISPLAY_SCALE || scale > Numeric.MAX_DISPLAY_SCALE) {
            throw new PathFailure(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "NUMERIC scale " + scale + " must be between -1000 and " + Numeric.MAX_DISPLAY_SCALE);
        }
        try {
            return new Jsonb.Number(number.applyTypmod((precision << 16 | scale & 0x7FF) + 4));
        } catch (SqlException e) {
            throw invalid(kind, text, "numeric");
        }
    }

    private static int argument(PathItem item, int index, String name) {
        try {
            return item.argument(index).number().toInt4();
        } catch (SqlException e) {
            throw new PathFailure(
                    SqlState.NON_NUMERIC_SQL_JSON_ITEM,
                    name + " of jsonpath item method ." + item.kind().text + "() is out of range for type integer");
        }
    }

    private static Object bool(Kind kind, Object value) {
        switch (value) {
            case Jsonb.Bool b -> {
                return b;
            }
            case Jsonb.Number n -> {
                String text = n.value().toString();
                try {
                    return Jsonb.of(IntegerText.parseInt4(text) != 0);
                } catch (SqlException e) {
                    throw invalid(kind, text, "boolean");
                }
            }
            case Jsonb.Str s -> {
                @Nullable Boolean b = parsed(s.value().toString());
                if (b == null) {
                    throw invalid(kind, s.value().toString(), "boolean");
                }
                return Jsonb.of(b);
            }
            default -> throw onlyToNumeric(kind, "a boolean, string, or numeric value");
        }
    }

    private static @Nullable Boolean parsed(String text) {
        if (!text.strip().equals(text)) {
            return null;
        }
        try {
            return BoolText.parse(text);
        } catch (SqlException e) {
            return null;
        }
    }

    private static Object string(Kind kind, Object value) {
        String text = switch (value) {
            case Jsonb.Str s -> s.value().toString();
            case Jsonb.Number n -> n.value().toString();
            case Jsonb.Bool b -> b.value() ? "true" : "false";
            case PathMoment m -> m.text();
            default -> throw onlyToNumeric(kind, "a boolean, string, numeric, or datetime value");
        };
        return new Jsonb.Str(Text.of(text));
    }
}
