package org.pgherd.semantics.compare;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;

/// The btree order of ranges and multiranges (rangetypes.c:range_cmp, multirangetypes.c:multirange_cmp):
/// empty first, then by lower bound, then by upper bound.
public final class RangeOrdering extends Ordering {
    private final Ordering subtype;

    public RangeOrdering(RangeRow row, TypeLookup lookup) {
        subtype = Orderings.of(row.subtype(), row.collation(), lookup);
    }

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof PgMultirange x && b instanceof PgMultirange y) {
            int common = Math.min(x.ranges().size(), y.ranges().size());
            for (int i = 0; i < common; i++) {
                int c = compareRanges(x.ranges().get(i), y.ranges().get(i));
                if (c != 0) {
                    return c;
                }
            }
            return Integer.compare(x.ranges().size(), y.ranges().size());
        }
        return compareRanges((PgRange) a, (PgRange) b);
    }

    private int compareRanges(PgRange a, PgRange b) {
        if (a.empty() || b.empty()) {
            return Boolean.compare(b.empty(), a.empty());
        }
        int c = compareLower(a, b);
        return c != 0 ? c : compareUpper(a, b);
    }

    /// Of two ranges that are not empty, which begins later.
    public int compareLower(PgRange a, PgRange b) {
        if (a.lower() == null || b.lower() == null) {
            return Boolean.compare(a.lower() != null, b.lower() != null);
        }
        int c = subtype.compare(a.lower(), b.lower());
        return c != 0 ? c : Boolean.compare(b.lowerInclusive(), a.lowerInclusive());
    }

    /// Of two ranges that are not empty, which ends later.
    public int compareUpper(PgRange a, PgRange b) {
        if (a.upper() == null || b.upper() == null) {
            return Boolean.compare(a.upper() == null, b.upper() == null);
        }
        int c = subtype.compare(a.upper(), b.upper());
        return c != 0 ? c : Boolean.compare(a.upperInclusive(), b.upperInclusive());
    }

    /// Whether the second, which does not begin before the first, overlaps or adjoins it.
    public boolean touches(PgRange first, PgRange second) {
        @Nullable Object end = first.upper();
        @Nullable Object begin = second.lower();
        if (end == null || begin == null) {
            return true;
        }
        int c = subtype.compare(end, begin);
        return c > 0 || c == 0 && (first.upperInclusive() || second.lowerInclusive());
    }
}
