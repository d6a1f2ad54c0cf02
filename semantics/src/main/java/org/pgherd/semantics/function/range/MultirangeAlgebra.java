package org.pgherd.semantics.function.range;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.MultirangeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;

/// Containment, position and set arithmetic of multiranges (multirangetypes.c), over the bounds of their ranges.
final class MultirangeAlgebra {
    private final int typeOid;
    private final RangeAlgebra ranges;
    private final MultirangeCodec codec;

    MultirangeAlgebra(FunctionContext context, int multirangeOid) {
        RangeRow row = context.types().range(multirangeOid);
        if (row == null || !(Codecs.forType(row.multirangeType(), context.types()) instanceof MultirangeCodec found)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "multiranges of this type are not supported outside of a server");
        }
        typeOid = row.multirangeType();
        codec = found;
        ranges = new RangeAlgebra(context, row.rangeType());
    }

    RangeAlgebra ranges() {
        return ranges;
    }

    PgMultirange of(List<PgRange> parts) {
        return codec.make(parts);
    }

    PgMultirange empty() {
        return new PgMultirange(typeOid, List.of());
    }

    static boolean isEmpty(PgMultirange a) {
        return a.ranges().isEmpty();
    }

    static PgRange first(PgMultirange a) {
        return a.ranges().getFirst();
    }

    static PgRange last(PgMultirange a) {
        return a.ranges().getLast();
    }

    boolean contains(PgMultirange a, PgRange b) {
        if (b.empty()) {
            return true;
        }
        for (PgRange part : a.ranges()) {
            if (ranges.contains(part, b)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(PgMultirange a, PgMultirange b) {
        for (PgRange part : b.ranges()) {
            if (!contains(a, part)) {
                return false;
            }
        }
        return true;
    }

    boolean containsElement(PgMultirange a, Object value) {
        for (PgRange part : a.ranges()) {
            if (ranges.containsElement(part, value)) {
                return true;
            }
        }
        return false;
    }

    /// From the beginning of the first range to the end of the last; empty of an empty multirange.
    PgRange hull(PgMultirange a) {
        if (isEmpty(a)) {
            return ranges.empty();
        }
        return a.ranges().size() == 1
                ? first(a)
                : ranges.range(RangeAlgebra.lower(first(a)), RangeAlgebra.upper(last(a)));
    }

    boolean overlaps(PgMultirange a, PgRange b) {
        for (PgRange part : a.ranges()) {
            if (ranges.overlaps(part, b)) {
                return true;
            }
        }
        return false;
    }

    boolean overlaps(PgMultirange a, PgMultirange b) {
        for (PgRange part : b.ranges()) {
            if (overlaps(a, part)) {
                return true;
            }
        }
        return false;
    }

    /// Only the outer ends count.
    boolean adjacent(PgRange a, PgRange b) {
        return !a.empty()
                && !b.empty()
                && (ranges.adjacent(RangeAlgebra.upper(a), RangeAlgebra.lower(b))
                        || ranges.adjacent(RangeAlgebra.upper(b), RangeAlgebra.lower(a)));
    }

    boolean before(PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && ranges.compare(RangeAlgebra.upper(a), RangeAlgebra.lower(b)) < 0;
    }

    boolean overleft(PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && ranges.compare(RangeAlgebra.upper(a), RangeAlgebra.upper(b)) <= 0;
    }

    boolean overright(PgRange a, PgRange b) {
        return !a.empty() && !b.empty() && ranges.compare(RangeAlgebra.lower(a), RangeAlgebra.lower(b)) >= 0;
    }

    PgMultirange union(PgMultirange a, PgMultirange b) {
        List<PgRange> parts = new ArrayList<>(a.ranges());
        parts.addAll(b.ranges());
        return of(parts);
    }

    PgMultirange intersect(PgMultirange a, PgMultirange b) {
        List<PgRange> parts = new ArrayList<>();
        for (PgRange x : a.ranges()) {
            for (PgRange y : b.ranges()) {
                if (ranges.overlaps(x, y)) {
                    parts.add(ranges.intersect(x, y));
                }
            }
        }
        return of(parts);
    }

    PgMultirange minus(PgMultirange a, PgMultirange b) {
        List<PgRange> left = new ArrayList<>(a.ranges());
        for (PgRange y : b.ranges()) {
            List<PgRange> next = new ArrayList<>(left.size() + 1);
            for (PgRange x : left) {
                if (!ranges.overlaps(x, y)) {
                    next.add(x);
                    continue;
                }
                if (ranges.compare(RangeAlgebra.lower(x), RangeAlgebra.lower(y)) < 0) {
                    next.add(ranges.range(
                            RangeAlgebra.lower(x), RangeAlgebra.lower(y).flipped()));
                }
                if (ranges.compare(RangeAlgebra.upper(x), RangeAlgebra.upper(y)) > 0) {
                    next.add(ranges.range(RangeAlgebra.upper(y).flipped(), RangeAlgebra.upper(x)));
                }
            }
            left = next;
        }
        return of(left);
    }
}
