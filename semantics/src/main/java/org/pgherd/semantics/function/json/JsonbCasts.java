package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.numeric.NumericConversions;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Numeric;

/// Casts from jsonb to boolean and numbers (jsonb.c). JSON's null becomes NULL.
public final class JsonbCasts {
    private JsonbCasts() {}

    private static SqlException cannotCast(Jsonb a, String type) {
        String kind = JsonbAccess.typeName(a);
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE,
                "cannot cast jsonb " + (kind.equals("number") ? "numeric" : kind) + " to type " + type);
    }

    private static @Nullable Numeric number(Jsonb a, String type) {
        return switch (a) {
            case Jsonb.Null _ -> null;
            case Jsonb.Number n -> n.value();
            default -> throw cannotCast(a, type);
        };
    }

    @PgFunction(oid = 3556)
    public static @Nullable Boolean jsonb_bool(Jsonb a) {
        return switch (a) {
            case Jsonb.Null _ -> null;
            case Jsonb.Bool b -> b.value();
            default -> throw cannotCast(a, "boolean");
        };
    }

    @PgFunction(oid = 3449)
    public static @Nullable Numeric jsonb_numeric(Jsonb a) {
        return number(a, "numeric");
    }

    @PgFunction(oid = 3450)
    public static @Nullable Integer jsonb_int2(Jsonb a) {
        Numeric n = number(a, "smallint");
        return n == null ? null : (Integer) n.toInt2();
    }

    @PgFunction(oid = 3451)
    public static @Nullable Integer jsonb_int4(Jsonb a) {
        Numeric n = number(a, "integer");
        return n == null ? null : (Integer) n.toInt4();
    }

    @PgFunction(oid = 3452)
    public static @Nullable Long jsonb_int8(Jsonb a) {
        Numeric n = number(a, "bigint");
        return n == null ? null : (Long) n.toInt8();
    }

    @PgFunction(oid = 3453)
    public static @Nullable Float jsonb_float4(Jsonb a) {
        Numeric n = number(a, "real");
        return n == null ? null : (Float) NumericConversions.numeric_float4(n);
    }

    @PgFunction(oid = 2580)
    public static @Nullable Double jsonb_float8(Jsonb a) {
        Numeric n = number(a, "double precision");
        return n == null ? null : (Double) NumericConversions.numeric_float8(n);
    }
}
