package org.pgherd.semantics.function.hashing;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.hash.TypeHash;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;
import org.pgherd.semantics.value.PgRecord;

/// Hashes of ranges, multiranges and rows, by their parts' (rangetypes.c, multirangetypes.c, rowtypes.c).
public final class PolymorphicHashes {
    private PolymorphicHashes() {}

    private static TypeHash of(FunctionContext context, int type) {
        TypeHash hash = TypeHash.forType(type, context.types());
        if (hash == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify a hash function for type " + TypeNames.name(type, context.types()));
        }
        return hash;
    }

    @PgFunction(oid = 3902)
    public static int hash_range(FunctionContext context, PgRange a) {
        return of(context, a.typeOid()).plain(a);
    }

    @PgFunction(oid = 3417)
    public static long hash_range_extended(FunctionContext context, PgRange a, long seed) {
        return of(context, a.typeOid()).extended(a, seed);
    }

    @PgFunction(oid = 4278)
    public static int hash_multirange(FunctionContext context, PgMultirange a) {
        return of(context, a.typeOid()).plain(a);
    }

    @PgFunction(oid = 4279)
    public static long hash_multirange_extended(FunctionContext context, PgMultirange a, long seed) {
        return of(context, a.typeOid()).extended(a, seed);
    }

    @PgFunction(oid = 6192)
    public static int hash_record(FunctionContext context, PgRecord a) {
        return of(context, a.typeOid()).plain(a);
    }

    @PgFunction(oid = 6193)
    public static long hash_record_extended(FunctionContext context, PgRecord a, long seed) {
        return of(context, a.typeOid()).extended(a, seed);
    }
}
