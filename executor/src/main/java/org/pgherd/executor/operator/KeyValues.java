package org.pgherd.executor.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;

/// SQL equality as Java equality: values that `=` calls equal become equal objects. int2, int4 and int8 compare
/// with each other, as do float4 and float8; char(n) ignores its padding; NaN equals NaN and 0 equals -0.
final class KeyValues {
    private KeyValues() {}

    /// Several key columns as one.
    static final class Tuple {
        private final @Nullable Object[] values;
        private final int hash;

        Tuple(@Nullable Object[] values) {
            this.values = values;
            this.hash = Arrays.hashCode(values);
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Tuple t && hash == t.hash && Arrays.equals(values, t.values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /// @param order of texts whose collation calls some equal that differ; null if none is concerned
    /// @param lookup of the types that fields of records have
    static @Nullable Object normal(
            @Nullable Object value, int typeOid, @Nullable CollationOrder order, TypeLookup lookup) {
        return switch (value) {
            case null -> null;
            case Integer i -> (long) i;
            case Float f -> canonical(f);
            case Double d -> canonical(d);
            case Text t -> {
                Text text = typeOid == TypeOids.BPCHAR ? trimmed(t) : t;
                yield order == null ? text : order.key(text);
            }
            case PgArray a -> new ArrayKey(a.dims(), a.lowerBounds(), elements(a, order, lookup));
            case PgRecord r -> record(r, lookup);
            default -> value;
        };
    }

    /// The order that [#normal] needs for a type whose values are compared under its collation; null if equality is
    /// that of bytes.
    static @Nullable CollationOrder orderOf(SqlType type, TypeLookup lookup) {
        int base = type.oid();
        for (TypeRow row = lookup.type(base); row != null; row = lookup.type(base)) {
            if (row.kind() == 'd') {
                base = row.baseOid();
            } else if (row.isTrueArray()) {
                base = row.elementOid();
            } else {
                break;
            }
        }
        if (base != TypeOids.TEXT && base != TypeOids.VARCHAR && base != TypeOids.BPCHAR) {
            return null;
        }
        if (type.collation() == 0) {
            return CollationOrder.of(0, lookup);
        }
        CollationRow row = lookup.collation(type.collation());
        return row == null || row.deterministic() ? null : CollationOrder.of(type.collation(), lookup);
    }

    /// Whether values may be records of which nothing is known before they are there.
    static boolean isAnonymous(SqlType type) {
        return type.oid() == TypeOids.RECORD || type.oid() == TypeOids.RECORD_ARRAY;
    }

    private static Double canonical(double value) {
        // adding 0 turns -0 into 0; boxing compares all NaNs equal
        return value + 0.0;
    }

    private static Text trimmed(Text text) {
        int end = text.length();
        while (end > 0 && text.at(end - 1) == ' ') {
            end--;
        }
        return end == text.length() ? text : text.slice(0, end);
    }

    private static @Nullable Object[] elements(PgArray array, @Nullable CollationOrder order, TypeLookup lookup) {
        @Nullable Object[] normal = new Object[array.size()];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = normal(array.get(i), array.elementOid(), order, lookup);
        }
        return normal;
    }

    private static Object record(PgRecord record, TypeLookup lookup) {
        int unordered = Orderings.firstUnordered(record.fieldOids(), lookup);
        @Nullable Object[] normal = new Object[unordered < 0 ? record.size() : unordered + 1];
        for (int i = 0; i < normal.length; i++) {
            int type = record.fieldOids()[i];
            normal[i] = i == unordered ? new Unordered(type, lookup) : normal(record.get(i), type, null, lookup);
        }
        return new Tuple(normal);
    }

    /// A field that has no order: records are equal or not by those before it, else to compare them is an error, as it
    /// is in the merge joins that PostgreSQL makes over anonymous records (record_cmp of rowtypes.c).
    private record Unordered(int type, TypeLookup lookup) {
        @Override
        public boolean equals(@Nullable Object other) {
            throw Orderings.unordered(type, lookup);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private record ArrayKey(
            int[] dims, int[] lowerBounds, @Nullable Object[] elements) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof ArrayKey a
                    && Arrays.equals(dims, a.dims)
                    && Arrays.equals(lowerBounds, a.lowerBounds)
                    && Arrays.equals(elements, a.elements);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(elements);
        }
    }
}
