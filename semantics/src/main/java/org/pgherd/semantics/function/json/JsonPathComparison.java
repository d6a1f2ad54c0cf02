package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.datetime.DateTimeConversions;
import org.pgherd.semantics.function.datetime.MixedDateTimeComparisons;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.TimeTz;

/// Order of scalars within jsonpath (jsonpath_exec.c: compareItems, compareDatetime).
final class JsonPathComparison {
    private JsonPathComparison() {}

    /// Null if they do not compare.
    static @Nullable Integer compare(FunctionContext context, JsonPathMethods methods, Object a, Object b) {
        if (a instanceof PathMoment x && b instanceof PathMoment y) {
            return moments(context, methods, x, y);
        }
        return switch (a) {
            case Jsonb.Null _ when b instanceof Jsonb.Null -> 0;
            case Jsonb.Bool x when b instanceof Jsonb.Bool y -> Boolean.compare(x.value(), y.value());
            case Jsonb.Number x when b instanceof Jsonb.Number y -> x.value().compareTo(y.value());
            case Jsonb.Str x when b instanceof Jsonb.Str y -> x.value().compareTo(y.value());
            default -> null;
        };
    }

    private static @Nullable Integer moments(
            FunctionContext context, JsonPathMethods methods, PathMoment a, PathMoment b) {
        boolean clockA = a.typeOid() == TypeOids.TIME || a.typeOid() == TypeOids.TIMETZ;
        boolean clockB = b.typeOid() == TypeOids.TIME || b.typeOid() == TypeOids.TIMETZ;
        if (clockA != clockB) {
            return null;
        }
        if (a.typeOid() == b.typeOid()) {
            return switch (a.typeOid()) {
                case TypeOids.DATE -> Integer.compare((Integer) a.value(), (Integer) b.value());
                case TypeOids.TIMETZ -> ((TimeTz) a.value()).compareTo((TimeTz) b.value());
                default -> Long.compare((Long) a.value(), (Long) b.value());
            };
        }
        if (clockA) {
            methods.requireZone("time", "timetz");
            return zoned(context, a).compareTo(zoned(context, b));
        }
        // the one with less comes first
        if (rank(a) > rank(b)) {
            Integer c = moments(context, methods, b, a);
            return c == null ? null : -c;
        }
        if (a.typeOid() == TypeOids.DATE && b.typeOid() == TypeOids.TIMESTAMP) {
            return MixedDateTimeComparisons.date_cmp_timestamp((Integer) a.value(), (Long) b.value());
        }
        if (a.typeOid() == TypeOids.DATE) {
            methods.requireZone("date", "timestamptz");
            return MixedDateTimeComparisons.date_cmp_timestamptz(context, (Integer) a.value(), (Long) b.value());
        }
        methods.requireZone("timestamp", "timestamptz");
        return MixedDateTimeComparisons.timestamp_cmp_timestamptz(context, (Long) a.value(), (Long) b.value());
    }

    private static int rank(PathMoment m) {
        return m.typeOid() == TypeOids.DATE ? 0 : m.typeOid() == TypeOids.TIMESTAMP ? 1 : 2;
    }

    private static TimeTz zoned(FunctionContext context, PathMoment m) {
        return m.value() instanceof TimeTz t ? t : DateTimeConversions.time_timetz(context, (Long) m.value());
    }
}
