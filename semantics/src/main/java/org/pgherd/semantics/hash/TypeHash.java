package org.pgherd.semantics.hash;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.codec.RangeCodec;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.MacAddress;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Tid;
import org.pgherd.semantics.value.TimeTz;
import org.pgherd.semantics.value.Uuid;

/// The hash function of one type's default hash operator class, over boxed values.
public abstract class TypeHash {
    /// 64 bits with a seed (support function 2).
    public abstract long extended(Object value, long seed);

    /// 32 bits (support function 1).
    public int plain(Object value) {
        return (int) extended(value, 0);
    }

    /// Null if the type has no hash function, or none that can be computed here: of enums it depends on each
    /// server's oids.
    public static @Nullable TypeHash forType(int typeOid, TypeLookup lookup) {
        return switch (typeOid) {
            case TypeOids.BOOL -> new Simple((v, seed) -> HashFunctions.int4((Boolean) v ? 1 : 0, seed));
            case TypeOids.CHAR -> new Simple((v, seed) -> HashFunctions.int4(CharacterLimits.byteOf((Text) v), seed));
            case TypeOids.INT2,
                    TypeOids.INT4,
                    TypeOids.OID,
                    TypeOids.XID,
                    TypeOids.CID,
                    TypeOids.DATE,
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
                    TypeOids.REGCOLLATION -> new Simple((v, seed) -> HashFunctions.int4((Integer) v, seed));
            case TypeOids.INT8,
                    TypeOids.TIME,
                    TypeOids.TIMESTAMP,
                    TypeOids.TIMESTAMPTZ,
                    TypeOids.PG_LSN,
                    TypeOids.XID8 -> new Simple((v, seed) -> HashFunctions.int8((Long) v, seed));
            case TypeOids.FLOAT4 -> new Simple((v, seed) -> HashFunctions.float8((Float) v, seed));
            case TypeOids.FLOAT8 -> new Simple((v, seed) -> HashFunctions.float8((Double) v, seed));
            case TypeOids.NUMERIC -> new Simple((v, seed) -> HashFunctions.numeric((Numeric) v, seed));
            case TypeOids.TEXT, TypeOids.VARCHAR, TypeOids.NAME, TypeOids.UNKNOWN ->
                new Simple((v, seed) -> HashFunctions.text((Text) v, seed));
            case TypeOids.BPCHAR -> new Simple((v, seed) -> HashFunctions.bpchar((Text) v, seed));
            case TypeOids.BYTEA -> new Simple((v, seed) -> HashFunctions.bytea((Bytea) v, seed));
            case TypeOids.INET, TypeOids.CIDR -> new Simple((v, seed) -> HashFunctions.inet((Inet) v, seed));
            case TypeOids.MACADDR, TypeOids.MACADDR8 ->
                new Simple((v, seed) -> HashFunctions.macAddress((MacAddress) v, seed));
            case TypeOids.UUID -> new Simple((v, seed) -> HashFunctions.uuid((Uuid) v, seed));
            case TypeOids.INTERVAL -> new Simple((v, seed) -> HashFunctions.interval((Interval) v, seed));
            case TypeOids.TIMETZ -> new Simple((v, seed) -> HashFunctions.timeTz((TimeTz) v, seed));
            case TypeOids.TID -> new Simple((v, seed) -> HashFunctions.tid((Tid) v, seed));
            case TypeOids.INT2VECTOR -> new OfArray(new Simple((v, seed) -> HashFunctions.int4((Integer) v, seed)));
            case TypeOids.OIDVECTOR -> new Simple((v, seed) -> HashFunctions.oidVector((PgArray) v, seed));
            case TypeOids.JSONB -> new OfJsonb();
            case TypeOids.RECORD -> new OfRecord(lookup);
            default -> userDefined(typeOid, lookup);
        };
    }

    private static @Nullable TypeHash userDefined(int typeOid, TypeLookup lookup) {
        TypeRow type = lookup.type(typeOid);
        if (type == null) {
            return null;
        }
        if (type.kind() == 'd') {
            return forType(type.baseOid(), lookup);
        }
        if (type.kind() == 'c') {
            return new OfRecord(lookup);
        }
        if (type.kind() == 'r' || type.kind() == 'm') {
            RangeRow range = lookup.range(typeOid);
            TypeHash bound = range == null ? null : forType(range.subtype(), lookup);
            return bound == null ? null : new OfRange(bound);
        }
        if (type.isTrueArray() && type.storage() != 'p') {
            TypeHash element = forType(type.elementOid(), lookup);
            return element == null ? null : new OfArray(element);
        }
        return null;
    }

    private interface Function {
        long apply(Object value, long seed);
    }

    private static final class Simple extends TypeHash {
        private final Function function;

        Simple(Function function) {
            this.function = function;
        }

        @Override
        public long extended(Object value, long seed) {
            return function.apply(value, seed);
        }
    }

    private static final class OfJsonb extends TypeHash {
        @Override
        public long extended(Object value, long seed) {
            return JsonbHash.extended((Jsonb) value, seed);
        }

        @Override
        public int plain(Object value) {
            return JsonbHash.plain((Jsonb) value);
        }
    }

    /// hash_array: elements only, neither dimensions nor bounds.
    private static final class OfArray extends TypeHash {
        private final TypeHash element;

        OfArray(TypeHash element) {
            this.element = element;
        }

        @Override
        public long extended(Object value, long seed) {
            long result = 1;
            for (Object item : ((PgArray) value).elements()) {
                result = result * 31 + (item == null ? 0 : element.extended(item, seed));
            }
            return result;
        }

        @Override
        public int plain(Object value) {
            int result = 1;
            for (Object item : ((PgArray) value).elements()) {
                result = result * 31 + (item == null ? 0 : element.plain(item));
            }
            return result;
        }
    }

    /// hash_range, hash_multirange.
    private static final class OfRange extends TypeHash {
        private final TypeHash bound;

        OfRange(TypeHash bound) {
            this.bound = bound;
        }

        @Override
        public long extended(Object value, long seed) {
            if (value instanceof PgMultirange multirange) {
                long result = 1;
                for (PgRange range : multirange.ranges()) {
                    result = result * 31 + extended(range, seed);
                }
                return result;
            }
            PgRange range = (PgRange) value;
            long result = JenkinsHash.uint32(RangeCodec.flags(range), seed);
            result ^= range.lower() == null ? 0 : bound.extended(range.lower(), seed);
            result = JsonbHash.rotate(result);
            return result ^ (range.upper() == null ? 0 : bound.extended(range.upper(), seed));
        }

        @Override
        public int plain(Object value) {
            if (value instanceof PgMultirange multirange) {
                int result = 1;
                for (PgRange range : multirange.ranges()) {
                    result = result * 31 + plain(range);
                }
                return result;
            }
            PgRange range = (PgRange) value;
            int result = JenkinsHash.uint32(RangeCodec.flags(range));
            result ^= range.lower() == null ? 0 : bound.plain(range.lower());
            result = Integer.rotateLeft(result, 1);
            return result ^ (range.upper() == null ? 0 : bound.plain(range.upper()));
        }
    }

    /// hash_record.
    private static final class OfRecord extends TypeHash {
        private final TypeLookup lookup;

        OfRecord(TypeLookup lookup) {
            this.lookup = lookup;
        }

        @Override
        public long extended(Object value, long seed) {
            PgRecord row = (PgRecord) value;
            long result = 0;
            for (int i = 0; i < row.size(); i++) {
                Object field = row.get(i);
                result = result * 31 + (field == null ? 0 : hash(row, i).extended(field, seed));
            }
            return result;
        }

        @Override
        public int plain(Object value) {
            PgRecord row = (PgRecord) value;
            int result = 0;
            for (int i = 0; i < row.size(); i++) {
                Object field = row.get(i);
                result = result * 31 + (field == null ? 0 : hash(row, i).plain(field));
            }
            return result;
        }

        private TypeHash hash(PgRecord row, int column) {
            TypeHash hash = forType(row.fieldOids()[column], lookup);
            if (hash == null) {
                throw new org.pgherd.errors.SqlException(
                        org.pgherd.errors.SqlState.UNDEFINED_FUNCTION,
                        "could not identify a hash function for type "
                                + org.pgherd.semantics.catalog.TypeNames.name(row.fieldOids()[column], lookup));
            }
            return hash;
        }
    }
}
