package org.pgherd.semantics.hash;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// The hash that tells a row's shard: the key type's extended hash function under the seed of hash partitioning
/// (partbounds.c), nothing combined. A value compared with a key must be of the key column's type;
/// int2, int4 and int8 agree. NULL hashes to 0.
public final class ShardingHash {
    /// HASH_PARTITION_SEED.
    public static final long SEED = 0x7A5B22367996DCFDL;

    private static final Int2ObjectOpenHashMap<TypeHash> HASHES = new Int2ObjectOpenHashMap<>();

    static {
        for (TypeRow type : BuiltinCatalog.instance().types()) {
            TypeHash hash = type.oid() < TypeOids.FIRST_GENERATED
                            && type.oid() != TypeOids.RECORD
                            && functionOid(type.oid()) != 0
                    ? TypeHash.forType(type.oid(), BuiltinCatalog.instance())
                    : null;
            if (hash != null) {
                HASHES.put(type.oid(), hash);
            }
        }
    }

    private ShardingHash() {}

    /// Built-in types with an extended hash function that is computed here.
    public static boolean supports(int typeOid) {
        return HASHES.containsKey(typeOid);
    }

    private static int functionOid(int typeOid) {
        return BuiltinCatalog.instance().operatorClasses().extendedHashFunction(typeOid, BuiltinCatalog.instance());
    }

    public static long of(int typeOid, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        TypeHash hash = HASHES.get(typeOid);
        if (hash == null) {
            throw new AssertionError("no sharding hash for type " + typeOid);
        }
        return hash.extended(value, SEED);
    }

    /// Of types carried as int.
    public static long ofInt(int typeOid, int value) {
        return HashFunctions.int4(value, SEED);
    }

    /// Of types carried as long.
    public static long ofLong(int typeOid, long value) {
        return HashFunctions.int8(value, SEED);
    }

    /// Of text, varchar, name and char(n).
    public static long ofText(int typeOid, Text value) {
        return typeOid == TypeOids.BPCHAR ? HashFunctions.bpchar(value, SEED) : HashFunctions.text(value, SEED);
    }

    /// The qualified name of the SQL function that gives the same: `f(value, seed)`.
    public static String sqlFunction(int typeOid) {
        ProcRow proc = BuiltinCatalog.instance().proc(functionOid(typeOid));
        if (proc == null) {
            throw new AssertionError("no extended hash function for type " + typeOid);
        }
        return "pg_catalog." + proc.name();
    }
}
