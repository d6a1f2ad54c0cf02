package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Order of jsonb, containment and existence of keys (jsonb_op.c).
public final class JsonbComparisons {
    private JsonbComparisons() {}

    private static int compare(FunctionContext context, Jsonb a, Jsonb b) {
        return Orderings.compare(TypeOids.JSONB, Collations.DEFAULT, a, b, context.types());
    }

    @PgFunction(oid = 4039)
    public static boolean jsonb_lt(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) < 0;
    }

    @PgFunction(oid = 4041)
    public static boolean jsonb_le(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) <= 0;
    }

    @PgFunction(oid = 4040)
    public static boolean jsonb_gt(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) > 0;
    }

    @PgFunction(oid = 4042)
    public static boolean jsonb_ge(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) >= 0;
    }

    @PgFunction(oid = 4043)
    public static boolean jsonb_eq(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) == 0;
    }

    @PgFunction(oid = 4038)
    public static boolean jsonb_ne(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b) != 0;
    }

    @PgFunction(oid = 4044)
    public static int jsonb_cmp(FunctionContext context, Jsonb a, Jsonb b) {
        return compare(context, a, b);
    }

    private static boolean isScalar(Jsonb a) {
        return !(a instanceof Jsonb.Array || a instanceof Jsonb.Object);
    }

    @PgFunction(oid = 4046)
    public static boolean jsonb_contains(Jsonb a, Jsonb b) {
        if (isScalar(b) && a instanceof Jsonb.Array array) {
            return has(array, b);
        }
        return contains(a, b);
    }

    private static boolean has(Jsonb.Array array, Jsonb scalar) {
        for (Jsonb e : array.elements()) {
            if (e.equals(scalar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Jsonb a, Jsonb b) {
        if (a instanceof Jsonb.Object o && b instanceof Jsonb.Object parts) {
            for (int i = 0; i < parts.size(); i++) {
                Jsonb value = o.get(parts.keys()[i]);
                if (value == null || !contains(value, parts.values()[i])) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Jsonb.Array array && b instanceof Jsonb.Array parts) {
            for (Jsonb part : parts.elements()) {
                if (isScalar(part) ? !has(array, part) : !hasContainer(array, part)) {
                    return false;
                }
            }
            return true;
        }
        return isScalar(a) && a.equals(b);
    }

    private static boolean hasContainer(Jsonb.Array array, Jsonb part) {
        for (Jsonb e : array.elements()) {
            if (!isScalar(e) && contains(e, part)) {
                return true;
            }
        }
        return false;
    }

    @PgFunction(oid = 4050)
    public static boolean jsonb_contained(Jsonb a, Jsonb b) {
        return jsonb_contains(b, a);
    }

    @PgFunction(oid = 4047)
    public static boolean jsonb_exists(Jsonb a, Text key) {
        return switch (a) {
            case Jsonb.Object o -> o.indexOf(key) >= 0;
            case Jsonb.Array array -> has(array, new Jsonb.Str(key));
            case Jsonb.Str s -> s.value().equals(key);
            default -> false;
        };
    }

    @PgFunction(oid = 4048)
    public static boolean jsonb_exists_any(Jsonb a, PgArray keys) {
        for (@Nullable Object key : keys.elements()) {
            if (key != null && jsonb_exists(a, (Text) key)) {
                return true;
            }
        }
        return false;
    }

    @PgFunction(oid = 4049)
    public static boolean jsonb_exists_all(Jsonb a, PgArray keys) {
        for (@Nullable Object key : keys.elements()) {
            if (key != null && !jsonb_exists(a, (Text) key)) {
                return false;
            }
        }
        return true;
    }
}
