package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRange;

/// Ranges (rangetypes.c): brings discrete ones into canonical form.
public final class RangeCodec extends TypeCodec {
    private static final int EMPTY = 1;
    private static final int LOWER_INCLUSIVE = 2;
    private static final int UPPER_INCLUSIVE = 4;
    private static final int LOWER_INFINITE = 8;
    private static final int UPPER_INFINITE = 16;

    private final RangeRow row;
    private final TypeCodec subtype;
    private final Ordering ordering;

    RangeCodec(RangeRow row, TypeLookup lookup) {
        super(row.rangeType(), org.pgherd.semantics.type.Carrier.REF);
        this.row = row;
        subtype = Codecs.forType(row.subtype(), lookup);
        ordering = Orderings.of(row.subtype(), row.collation(), lookup);
    }

    /// Whether ranges over the subtype are understood here.
    static boolean supports(RangeRow row, TypeLookup lookup) {
        return Orderings.find(row.subtype(), row.collation(), lookup) != null;
    }

    @Override
    public Object input(String text, int typmod, FunctionContext context) {
        RangeText range = RangeText.parse(text);
        if (range.empty()) {
            return PgRange.empty(typeOid());
        }
        String lower = range.lower();
        String upper = range.upper();
        return make(
                lower == null ? null : subtype.input(lower, typmod, context),
                range.lowerInclusive(),
                upper == null ? null : subtype.input(upper, typmod, context),
                range.upperInclusive());
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        RangeText range = RangeText.parse(text);
        if (range.empty()) {
            return PgRange.empty(typeOid());
        }
        return make(
                range.lower() == null ? null : subtype.decodeText(range.lower(), typmod, context),
                range.lowerInclusive(),
                range.upper() == null ? null : subtype.decodeText(range.upper(), typmod, context),
                range.upperInclusive());
    }

    /// A range from its bounds, null for none; canonical (make_range).
    public PgRange make(
            @Nullable Object lower, boolean lowerInclusive, @Nullable Object upper, boolean upperInclusive) {
        if (lower != null && upper != null) {
            int c = ordering.compare(lower, upper);
            if (c > 0) {
                throw new SqlException(
                        SqlState.DATA_EXCEPTION, "range lower bound must be less than or equal to range upper bound");
            }
            if (c == 0 && !(lowerInclusive && upperInclusive)) {
                return PgRange.empty(typeOid());
            }
        }
        Object from = lower;
        Object to = upper;
        boolean fromInclusive = lowerInclusive;
        boolean toInclusive = upperInclusive;
        if (isDiscrete()) {
            if (from != null && !fromInclusive && isFinite(from)) {
                from = successor(from);
                fromInclusive = true;
            }
            if (to != null && toInclusive && isFinite(to)) {
                to = successor(to);
                toInclusive = false;
            }
            if (from != null && to != null && ordering.compare(from, to) >= 0 && !(fromInclusive && toInclusive)) {
                return PgRange.empty(typeOid());
            }
        }
        return new PgRange(typeOid(), false, from, fromInclusive, to, toInclusive);
    }

    private boolean isDiscrete() {
        return switch (row.subtype()) {
            case TypeOids.INT4, TypeOids.INT8, TypeOids.DATE -> row.canonicalOid() != 0;
            default -> false;
        };
    }

    /// Infinite dates stay as they are.
    private boolean isFinite(Object bound) {
        return row.subtype() != TypeOids.DATE
                || (Integer) bound != Integer.MAX_VALUE && (Integer) bound != Integer.MIN_VALUE;
    }

    private Object successor(Object bound) {
        return switch (row.subtype()) {
            case TypeOids.INT8 -> {
                long v = (Long) bound;
                if (v == Long.MAX_VALUE) {
                    throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
                }
                yield v + 1;
            }
            case TypeOids.DATE -> {
                int v = (Integer) bound;
                if (!org.pgherd.semantics.datetime.Calendar.isValidDate(v + 1)) {
                    throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range");
                }
                yield v + 1;
            }
            default -> {
                int v = (Integer) bound;
                if (v == Integer.MAX_VALUE) {
                    throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
                }
                yield v + 1;
            }
        };
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        PgRange range = (PgRange) value;
        return new RangeText(
                        range.empty(),
                        range.lower() == null ? null : subtype.encodeText(range.lower(), context),
                        range.lowerInclusive(),
                        range.upper() == null ? null : subtype.encodeText(range.upper(), context),
                        range.upperInclusive())
                .format();
    }

    @Override
    public boolean hasBinary() {
        return subtype.hasBinary();
    }

    /// The flags byte as stored and sent.
    public static int flags(PgRange range) {
        return range.empty()
                ? EMPTY
                : (range.lowerInclusive() ? LOWER_INCLUSIVE : 0)
                        | (range.upperInclusive() ? UPPER_INCLUSIVE : 0)
                        | (range.lower() == null ? LOWER_INFINITE : 0)
                        | (range.upper() == null ? UPPER_INFINITE : 0);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 1) {
            throw badBinary();
        }
        int flags = bytes[offset];
        if ((flags & EMPTY) != 0) {
            return PgRange.empty(typeOid());
        }
        int at = offset + 1;
        Object lower = null;
        Object upper = null;
        if ((flags & LOWER_INFINITE) == 0) {
            int size = boundSize(bytes, at, offset + length);
            lower = subtype.decodeBinary(bytes, at + 4, size);
            at += 4 + size;
        }
        if ((flags & UPPER_INFINITE) == 0) {
            int size = boundSize(bytes, at, offset + length);
            upper = subtype.decodeBinary(bytes, at + 4, size);
            at += 4 + size;
        }
        if (at != offset + length) {
            throw badBinary();
        }
        return make(
                lower,
                lower != null && (flags & LOWER_INCLUSIVE) != 0,
                upper,
                upper != null && (flags & UPPER_INCLUSIVE) != 0);
    }

    private static int boundSize(byte[] bytes, int at, int end) {
        int size = at + 4 <= end ? BigEndian.getInt(bytes, at) : -1;
        if (size < 0 || at + 4 + size > end) {
            throw badBinary();
        }
        return size;
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        PgRange range = (PgRange) value;
        out.putByte(flags(range));
        bound(range.lower(), out);
        bound(range.upper(), out);
    }

    private void bound(@Nullable Object bound, ByteSink out) {
        if (bound != null) {
            int at = out.length();
            out.putInt(0);
            subtype.encodeBinary(bound, out);
            out.setInt(at, out.length() - at - 4);
        }
    }
}
