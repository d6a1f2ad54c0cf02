package org.pgherd.semantics.function.identity;

import java.math.BigInteger;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;

/// Log positions and the bytes between them (pg_lsn.c, numeric.c:numeric_pg_lsn).
public final class LogDistances {
    private LogDistances() {}

    private static Numeric numeric(long position) {
        return Numeric.of(new BigInteger(Long.toUnsignedString(position)), 0);
    }

    /// pg_wal_lsn_diff() too.
    @PgFunction(oid = {3237, 3165})
    public static Numeric pg_lsn_mi(long a, long b) {
        return numeric(a).subtract(numeric(b));
    }

    @PgFunction(oid = 5022)
    public static long pg_lsn_pli(long position, Numeric bytes) {
        if (bytes.isNaN()) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot add NaN to pg_lsn");
        }
        return numeric_pg_lsn(numeric(position).add(bytes));
    }

    @PgFunction(oid = 5024)
    public static long pg_lsn_mii(long position, Numeric bytes) {
        if (bytes.isNaN()) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot subtract NaN from pg_lsn");
        }
        return numeric_pg_lsn(numeric(position).subtract(bytes));
    }

    @PgFunction(oid = 6103)
    public static long numeric_pg_lsn(Numeric a) {
        if (!a.isFinite()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot convert " + (a.isNaN() ? "NaN" : "infinity") + " to pg_lsn");
        }
        BigInteger rounded = a.round(0).unscaledValue();
        if (rounded.signum() < 0 || rounded.bitLength() > 64) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "pg_lsn out of range");
        }
        return rounded.longValue();
    }
}
