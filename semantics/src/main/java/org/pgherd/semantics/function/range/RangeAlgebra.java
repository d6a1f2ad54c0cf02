package org.pgherd.semantics.function.range;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.RangeCodec;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgRange;

/// Bounds of one range type: their order and the ranges made of them (rangetypes.c).
final class RangeAlgebra {
    /// One end of a range.
    ///
    /// @param value null for no bound
    record Bound(@Nullable Object value, boolean inclusive, boolean lower) {
        /// The same place seen from the other side.
        Bound flipped() {
            return new Bound(value, !inclusive, !lower);
        }
    }

    private final int typeOid;
    private final boolean discrete;
    private final RangeCodec codec;
    private final Ordering order;

    RangeAlgebra(FunctionContext context, int typeOid) {
        RangeRow row = context.types().range(typeOid);
        if (row == null || !(Codecs.forType(typeOid, context.types()) instanceof RangeCodec found)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "ranges over a type that only a server can order cannot be computed here");
        }
        this.typeOid = typeOid;
        this.discrete = row.canonicalOid() != 0;
        this.codec = found;
        this.order = Orderings.of(row.subtype(), row.collation(), context.types());
    }

    static Bound lower(PgRange r) {
        return new Bound(r.lower(), r.lowerInclusive(), true);
    }

    static Bound upper(PgRange r) {
        return new Bound(r.upper(), r.upperInclusive(), false);
    }

    PgRange range(Bound lower, Bound upper) {
        return codec.make(lower.value, lower.inclusive, upper.value, upper.inclusive);
    }

    PgRange empty() {
        return PgRange.empty(typeOid);
    }

    /// rangetypes.c:range_cmp_bounds.
    int compare(Bound a, Bound b) {
        if (a.value == null || b.value == null) {
            int x = a.value != null ? 0 : a.lower ? -1 : 1;
            int y = b.value != null ? 0 : b.lower ? -1 : 1;
            return Integer.compare(x, y);
        }
        int c = order.compare(a.value, b.value);
        if (c != 0) {
            return c;
        }
        int x = a.inclusive ? 0 : a.lower ? 1 : -1;
        int y = b.inclusive ? 0 : b.lower ? 1 : -1;
        return Integer.compare(x, y);
    }

    /// Whether nothing is between an upper and a lower bound, and they do not overlap (bounds_adjacent).
    boolean adjacent(Bound upper, Bound lower) {
        if (upper.value == null || lower.value == null) {
            return false;
        }
        int c = order.compare(upper.value, lower.value);
        if (c < 0) {
            // over discrete subtypes both may be the same place
            PgRange between = range(
                    new Bound(upper.value, !upper.inclusive, true), new Bound(lower.value, !lower.inclusive, false));
            return between.empty() && discrete;
        }
        return c == 0 && upper.inclusive != lower.inclusive;
    }

    boolean overlaps(PgRange a, PgRange b) {
        if (a.empty() || b.empty()) {
            return false;
        }
        return compare(lower(a), lower(b)) >= 0 ? compare(lower(a), upper(b)) <= 0 : compare(lower(b), upper(a)) <= 0;
    }

    PgRange intersect(PgRange a, PgRange b) {
        if (!overlaps(a, b)) {
            return empty();
        }
        Bound lower = compare(lower(a), lower(b)) >= 0 ? lower(a) : lower(b);
        Bound upper = compare(upper(a), upper(b)) <= 0 ? upper(a) : upper(b);
        return range(lower, upper);
    }

    boolean adjacent(PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && (adjacent(upper(a), lower(b)) || adjacent(upper(b), lower(a)));
    }

    boolean contains(PgRange a, PgRange b) {
        if (b.empty() || a.empty()) {
            return b.empty();
        }
        return compare(lower(a), lower(b)) <= 0 && compare(upper(a), upper(b)) >= 0;
    }

    boolean containsElement(PgRange a, Object value) {
        if (a.empty()) {
            return false;
        }
        if (a.lower() != null) {
            int c = order.compare(a.lower(), value);
            if (c > 0 || c == 0 && !a.lowerInclusive()) {
                return false;
            }
        }
        if (a.upper() != null) {
            int c = order.compare(a.upper(), value);
            return c > 0 || c == 0 && a.upperInclusive();
        }
        return true;
    }
}
