package org.pgherd.semantics.compare;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.BitString;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.MacAddress;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgEnum;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Tid;
import org.pgherd.semantics.value.TimeTz;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.Uuid;

/// The default btree order of every type that is compared here.
public final class Orderings {
    private Orderings() {}

    public static Ordering of(SqlType type, TypeLookup lookup) {
        return of(type.oid(), type.collation(), lookup);
    }

    /// Fails with FEATURE_NOT_SUPPORTED for a type, or collation, that only a server can order.
    public static Ordering of(int typeOid, int collation, TypeLookup lookup) {
        Ordering ordering = find(typeOid, collation, lookup);
        if (ordering == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "values of type " + TypeNames.name(typeOid, lookup) + " cannot be compared outside of a server");
        }
        return ordering;
    }

    /// As [#of], for the types of a session.
    public static Comparator<Object> boxed(SqlType type, FunctionContext context) {
        return of(type, context.types());
    }

    /// Compares two boxed values that are not NULL.
    public static int compare(int typeOid, int collation, Object a, Object b, TypeLookup lookup) {
        return of(typeOid, collation, lookup).compare(a, b);
    }

    /// Null if the type's values are not understood here; an unknown collation still fails.
    public static @Nullable Ordering find(int typeOid, int collation, TypeLookup lookup) {
        return switch (typeOid) {
            case TypeOids.BOOL -> PrimitiveOrderings.BOOLEAN;
            case TypeOids.INT2, TypeOids.INT4, TypeOids.DATE -> PrimitiveOrderings.INT;
            case TypeOids.OID,
                    TypeOids.XID,
                    TypeOids.CID,
                    TypeOids.REGPROC,
                    TypeOids.REGPROCEDURE,
                    TypeOids.REGOPER,
                    TypeOids.REGOPERATOR,
                    TypeOids.REGCLASS,
                    TypeOids.REGTYPE,
                    TypeOids.REGCONFIG,
                    TypeOids.REGDICTIONARY,
                    TypeOids.REGNAMESPACE,
                    TypeOids.REGROLE,
                    TypeOids.REGCOLLATION -> PrimitiveOrderings.UNSIGNED_INT;
            case TypeOids.INT8, TypeOids.TIME, TypeOids.TIMESTAMP, TypeOids.TIMESTAMPTZ, TypeOids.MONEY ->
                PrimitiveOrderings.LONG;
            case TypeOids.PG_LSN, TypeOids.XID8 -> PrimitiveOrderings.UNSIGNED_LONG;
            case TypeOids.FLOAT4 -> PrimitiveOrderings.FLOAT;
            case TypeOids.FLOAT8 -> PrimitiveOrderings.DOUBLE;
            case TypeOids.TEXT, TypeOids.VARCHAR -> text(CollationOrder.of(collation, lookup));
            case TypeOids.UNKNOWN -> text(CollationOrder.of(collation == 0 ? Collations.C : collation, lookup));
            case TypeOids.NAME -> text(CollationOrder.of(collation == 0 ? Collations.C : collation, lookup));
            case TypeOids.BPCHAR -> bpchar(CollationOrder.of(collation, lookup));
            case TypeOids.CHAR ->
                new ByComparator((a, b) -> Integer.compare(
                        CharacterLimits.byteOf((Text) a) & 0xFF, CharacterLimits.byteOf((Text) b) & 0xFF));
            case TypeOids.NUMERIC -> new ByComparator((a, b) -> ((Numeric) a).compareTo((Numeric) b));
            case TypeOids.BIT, TypeOids.VARBIT -> new ByComparator((a, b) -> ((BitString) a).compareTo((BitString) b));
            case TypeOids.INET, TypeOids.CIDR -> new ByComparator((a, b) -> ((Inet) a).compareTo((Inet) b));
            case TypeOids.MACADDR, TypeOids.MACADDR8 ->
                new ByComparator((a, b) -> ((MacAddress) a).compareTo((MacAddress) b));
            case TypeOids.BYTEA -> new ByComparator((a, b) -> ((Bytea) a).compareTo((Bytea) b));
            case TypeOids.UUID -> new ByComparator((a, b) -> ((Uuid) a).compareTo((Uuid) b));
            case TypeOids.INTERVAL -> new ByComparator((a, b) -> ((Interval) a).compareTo((Interval) b));
            case TypeOids.TIMETZ -> new ByComparator((a, b) -> ((TimeTz) a).compareTo((TimeTz) b));
            case TypeOids.TSVECTOR -> new ByComparator((a, b) -> ((TsVector) a).compareTo((TsVector) b));
            case TypeOids.TSQUERY -> new ByComparator((a, b) -> ((TsQuery) a).compareTo((TsQuery) b));
            case TypeOids.TID -> new ByComparator((a, b) -> ((Tid) a).compareTo((Tid) b));
            case TypeOids.JSONB -> new JsonbOrdering(CollationOrder.of(Collations.DEFAULT, lookup));
            case TypeOids.RECORD -> records(lookup);
            default -> userDefined(typeOid, collation, lookup);
        };
    }

    private static @Nullable Ordering userDefined(int typeOid, int collation, TypeLookup lookup) {
        TypeRow type = lookup.type(typeOid);
        if (type == null) {
            return null;
        }
        switch (type.kind()) {
            case 'd' -> {
                Ordering base = find(type.baseOid(), collation, lookup);
                // a domain's values are boxed, whatever carries those of its base type
                return base == null || Carrier.of(type.baseOid()) == Carrier.REF ? base : new ByComparator(base);
            }
            case 'c' -> {
                return records(lookup);
            }
            case 'r', 'm' -> {
                RangeRow range = lookup.range(typeOid);
                return range == null || find(range.subtype(), range.collation(), lookup) == null
                        ? null
                        : new RangeOrdering(range, lookup);
            }
            case 'e' -> {
                return new ByComparator((a, b) -> ((PgEnum) a).compareTo((PgEnum) b));
            }
            default -> {
                Ordering element = type.isTrueArray() ? find(type.elementOid(), collation, lookup) : null;
                return element == null
                        ? null
                        : new ByComparator((a, b) -> compareArrays((PgArray) a, (PgArray) b, element));
            }
        }
    }

    private static Ordering text(CollationOrder order) {
        return new TextOrdering(order, text -> text);
    }

    /// Blanks at the end do not count.
    private static Ordering bpchar(CollationOrder order) {
        return new TextOrdering(order, Orderings::trimmed);
    }

    private static Text trimmed(Text text) {
        int length = text.length();
        while (length > 0 && text.at(length - 1) == ' ') {
            length--;
        }
        return length == text.length() ? text : text.slice(0, length);
    }

    /// arrayfuncs.c:array_cmp: elements, NULLs last; then number of elements, dimensions, lower bounds.
    static int compareArrays(PgArray a, PgArray b, Ordering element) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int c = compareNullable(a.get(i), b.get(i), element);
            if (c != 0) {
                return c;
            }
        }
        int c = Integer.compare(a.size(), b.size());
        if (c == 0) {
            c = Integer.compare(a.ndims(), b.ndims());
        }
        for (int i = 0; c == 0 && i < a.ndims(); i++) {
            c = Integer.compare(a.dims()[i], b.dims()[i]);
        }
        for (int i = 0; c == 0 && i < a.ndims(); i++) {
            c = Integer.compare(a.lowerBounds()[i], b.lowerBounds()[i]);
        }
        return c;
    }

    private static int compareNullable(@Nullable Object a, @Nullable Object b, Ordering ordering) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return ordering.compare(a, b);
    }

    private static Ordering records(TypeLookup lookup) {
        return new ByComparator((a, b) -> compareRecords((PgRecord) a, (PgRecord) b, lookup));
    }

    private static final String COMPARISON = "a comparison function";
    private static final String EQUALITY = "an equality operator";

    /// rowtypes.c:record_cmp.
    static int compareRecords(PgRecord a, PgRecord b, TypeLookup lookup) {
        return compareRecords(a, b, COMPARISON, lookup);
    }

    /// rowtypes.c:record_eq.
    public static boolean equalRecords(PgRecord a, PgRecord b, TypeLookup lookup) {
        return compareRecords(a, b, EQUALITY, lookup) == 0;
    }

    /// @param means what fields of PostgreSQL's own types are told to lack
    private static int compareRecords(PgRecord a, PgRecord b, String means, TypeLookup lookup) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int type = a.fieldOids()[i];
            if (type != b.fieldOids()[i]) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "cannot compare dissimilar column types " + TypeNames.name(type, lookup) + " and "
                                + TypeNames.name(b.fieldOids()[i], lookup) + " at record column " + (i + 1));
            }
            Ordering order = fieldOrder(type, means, lookup);
            if (order == null && BuiltinCatalog.instance().type(type) != null) {
                throw lacking(means, type, lookup);
            }
            int c = compareNullable(a.get(i), b.get(i), order == null ? of(type, 0, lookup) : order);
            if (c != 0) {
                return c;
            }
        }
        if (a.size() != b.size()) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "cannot compare record types with different numbers of columns");
        }
        return 0;
    }

    /// Null for fields that cannot be compared, a literal that nothing has given a type among them.
    private static @Nullable Ordering fieldOrder(int type, String means, TypeLookup lookup) {
        TypeRow row = lookup.type(type);
        // these two can be told apart, but have no order
        boolean unordered = (type == TypeOids.XID || type == TypeOids.CID) && means.equals(COMPARISON);
        return type == TypeOids.UNKNOWN || unordered ? null : find(type, row == null ? 0 : row.collation(), lookup);
    }

    /// The place of the first of a record's fields that cannot be compared; -1 if all can.
    public static int firstUnordered(int[] fieldOids, TypeLookup lookup) {
        for (int i = 0; i < fieldOids.length; i++) {
            if (BuiltinCatalog.instance().type(fieldOids[i]) != null
                    && fieldOrder(fieldOids[i], COMPARISON, lookup) == null) {
                return i;
            }
        }
        return -1;
    }

    /// What comparing two records' fields of such a type fails with.
    public static SqlException unordered(int type, TypeLookup lookup) {
        return lacking(COMPARISON, type, lookup);
    }

    private static SqlException lacking(String means, int type, TypeLookup lookup) {
        return new SqlException(
                SqlState.UNDEFINED_FUNCTION,
                "could not identify " + means + " for type " + TypeNames.name(type, lookup));
    }

    private static final class ByComparator extends Ordering {
        private final Comparator<Object> comparator;

        ByComparator(Comparator<Object> comparator) {
            this.comparator = comparator;
        }

        @Override
        public int compare(Object a, Object b) {
            return comparator.compare(a, b);
        }
    }
}
