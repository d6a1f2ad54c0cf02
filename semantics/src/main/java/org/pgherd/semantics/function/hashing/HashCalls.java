package org.pgherd.semantics.function.hashing;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.hash.TypeHash;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TimeTz;
import org.pgherd.semantics.value.Uuid;

/// hashint4() and its kin: 32 bits plain, 64 bits with a seed (hashfunc.c and the types' own files).
public final class HashCalls {
    private HashCalls() {}

    private static TypeHash of(FunctionContext context, int type) {
        TypeHash hash = TypeHash.forType(type, context.types());
        if (hash == null) {
            throw new AssertionError("no hash of type " + type);
        }
        return hash;
    }

    @PgFunction(oid = 449)
    public static int hashint2(FunctionContext context, int a) {
        return of(context, TypeOids.INT2).plain(a);
    }

    @PgFunction(oid = 441)
    public static long hashint2extended(FunctionContext context, int a, long seed) {
        return of(context, TypeOids.INT2).extended(a, seed);
    }

    @PgFunction(oid = 450)
    public static int hashint4(FunctionContext context, int a) {
        return of(context, TypeOids.INT4).plain(a);
    }

    @PgFunction(oid = 425)
    public static long hashint4extended(FunctionContext context, int a, long seed) {
        return of(context, TypeOids.INT4).extended(a, seed);
    }

    @PgFunction(oid = 949)
    public static int hashint8(FunctionContext context, long a) {
        return of(context, TypeOids.INT8).plain(a);
    }

    @PgFunction(oid = 442)
    public static long hashint8extended(FunctionContext context, long a, long seed) {
        return of(context, TypeOids.INT8).extended(a, seed);
    }

    @PgFunction(oid = 451)
    public static int hashfloat4(FunctionContext context, float a) {
        return of(context, TypeOids.FLOAT4).plain(a);
    }

    @PgFunction(oid = 443)
    public static long hashfloat4extended(FunctionContext context, float a, long seed) {
        return of(context, TypeOids.FLOAT4).extended(a, seed);
    }

    @PgFunction(oid = 452)
    public static int hashfloat8(FunctionContext context, double a) {
        return of(context, TypeOids.FLOAT8).plain(a);
    }

    @PgFunction(oid = 444)
    public static long hashfloat8extended(FunctionContext context, double a, long seed) {
        return of(context, TypeOids.FLOAT8).extended(a, seed);
    }

    @PgFunction(oid = 453)
    public static int hashoid(FunctionContext context, int a) {
        return of(context, TypeOids.OID).plain(a);
    }

    @PgFunction(oid = 445)
    public static long hashoidextended(FunctionContext context, int a, long seed) {
        return of(context, TypeOids.OID).extended(a, seed);
    }

    @PgFunction(oid = 454)
    public static int hashchar(FunctionContext context, Text a) {
        return of(context, TypeOids.CHAR).plain(a);
    }

    @PgFunction(oid = 446)
    public static long hashcharextended(FunctionContext context, Text a, long seed) {
        return of(context, TypeOids.CHAR).extended(a, seed);
    }

    @PgFunction(oid = 455)
    public static int hashname(FunctionContext context, Text a) {
        return of(context, TypeOids.NAME).plain(a);
    }

    @PgFunction(oid = 447)
    public static long hashnameextended(FunctionContext context, Text a, long seed) {
        return of(context, TypeOids.NAME).extended(a, seed);
    }

    /// Texts that are equal without being the same hash by their sort keys, which are ICU's own affair.
    private static void requireDeterministic(FunctionContext context, CallSite site) {
        if (site.inputCollation() == 0) {
            throw new SqlException(
                            SqlState.INDETERMINATE_COLLATION,
                            "could not determine which collation to use for string hashing")
                    .withHint("Use the COLLATE clause to set the collation explicitly.");
        }
        CollationRow collation = context.types().collation(site.inputCollation());
        if (collation != null && !collation.deterministic()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "hashes under collation \"" + collation.name() + "\" can only be computed by a server");
        }
    }

    @PgFunction(oid = 400)
    public static int hashtext(FunctionContext context, CallSite site, Text a) {
        requireDeterministic(context, site);
        return of(context, TypeOids.TEXT).plain(a);
    }

    @PgFunction(oid = 448)
    public static long hashtextextended(FunctionContext context, CallSite site, Text a, long seed) {
        requireDeterministic(context, site);
        return of(context, TypeOids.TEXT).extended(a, seed);
    }

    @PgFunction(oid = 1080)
    public static int hashbpchar(FunctionContext context, CallSite site, Text a) {
        requireDeterministic(context, site);
        return of(context, TypeOids.BPCHAR).plain(a);
    }

    @PgFunction(oid = 972)
    public static long hashbpcharextended(FunctionContext context, CallSite site, Text a, long seed) {
        requireDeterministic(context, site);
        return of(context, TypeOids.BPCHAR).extended(a, seed);
    }

    @PgFunction(oid = 6413)
    public static int hashbytea(FunctionContext context, Bytea a) {
        return of(context, TypeOids.BYTEA).plain(a);
    }

    @PgFunction(oid = 6414)
    public static long hashbyteaextended(FunctionContext context, Bytea a, long seed) {
        return of(context, TypeOids.BYTEA).extended(a, seed);
    }

    @PgFunction(oid = 432)
    public static int hash_numeric(FunctionContext context, Numeric a) {
        return of(context, TypeOids.NUMERIC).plain(a);
    }

    @PgFunction(oid = 780)
    public static long hash_numeric_extended(FunctionContext context, Numeric a, long seed) {
        return of(context, TypeOids.NUMERIC).extended(a, seed);
    }

    @PgFunction(oid = 2963)
    public static int uuid_hash(FunctionContext context, Uuid a) {
        return of(context, TypeOids.UUID).plain(a);
    }

    @PgFunction(oid = 3412)
    public static long uuid_hash_extended(FunctionContext context, Uuid a, long seed) {
        return of(context, TypeOids.UUID).extended(a, seed);
    }

    @PgFunction(oid = 1697)
    public static int interval_hash(FunctionContext context, Interval a) {
        return of(context, TypeOids.INTERVAL).plain(a);
    }

    @PgFunction(oid = 3418)
    public static long interval_hash_extended(FunctionContext context, Interval a, long seed) {
        return of(context, TypeOids.INTERVAL).extended(a, seed);
    }

    @PgFunction(oid = 1688)
    public static int time_hash(FunctionContext context, long a) {
        return of(context, TypeOids.TIME).plain(a);
    }

    @PgFunction(oid = 3409)
    public static long time_hash_extended(FunctionContext context, long a, long seed) {
        return of(context, TypeOids.TIME).extended(a, seed);
    }

    @PgFunction(oid = 1696)
    public static int timetz_hash(FunctionContext context, TimeTz a) {
        return of(context, TypeOids.TIMETZ).plain(a);
    }

    @PgFunction(oid = 3410)
    public static long timetz_hash_extended(FunctionContext context, TimeTz a, long seed) {
        return of(context, TypeOids.TIMETZ).extended(a, seed);
    }

    @PgFunction(oid = 2039)
    public static int timestamp_hash(FunctionContext context, long a) {
        return of(context, TypeOids.TIMESTAMP).plain(a);
    }

    @PgFunction(oid = 3411)
    public static long timestamp_hash_extended(FunctionContext context, long a, long seed) {
        return of(context, TypeOids.TIMESTAMP).extended(a, seed);
    }

    @PgFunction(oid = 4045)
    public static int jsonb_hash(FunctionContext context, Jsonb a) {
        return of(context, TypeOids.JSONB).plain(a);
    }

    @PgFunction(oid = 3416)
    public static long jsonb_hash_extended(FunctionContext context, Jsonb a, long seed) {
        return of(context, TypeOids.JSONB).extended(a, seed);
    }

    @PgFunction(oid = 3252)
    public static int pg_lsn_hash(FunctionContext context, long a) {
        return of(context, TypeOids.PG_LSN).plain(a);
    }

    @PgFunction(oid = 3413)
    public static long pg_lsn_hash_extended(FunctionContext context, long a, long seed) {
        return of(context, TypeOids.PG_LSN).extended(a, seed);
    }

    @PgFunction(oid = 6417)
    public static int hashbool(FunctionContext context, boolean a) {
        return of(context, TypeOids.BOOL).plain(a);
    }

    @PgFunction(oid = 6418)
    public static long hashboolextended(FunctionContext context, boolean a, long seed) {
        return of(context, TypeOids.BOOL).extended(a, seed);
    }

    @PgFunction(oid = 6415)
    public static int hashdate(FunctionContext context, int a) {
        return of(context, TypeOids.DATE).plain(a);
    }

    @PgFunction(oid = 6416)
    public static long hashdateextended(FunctionContext context, int a, long seed) {
        return of(context, TypeOids.DATE).extended(a, seed);
    }

    @PgFunction(oid = 626)
    public static int hash_array(FunctionContext context, CallSite site, PgArray a) {
        return of(context, site.argumentOid(0)).plain(a);
    }

    @PgFunction(oid = 782)
    public static long hash_array_extended(FunctionContext context, CallSite site, PgArray a, long seed) {
        return of(context, site.argumentOid(0)).extended(a, seed);
    }
}
