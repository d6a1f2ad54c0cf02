package org.pgherd.semantics.function.integer;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;

/// Casts between integers (int.c, int8.c).
public final class IntegerConversions {
    private IntegerConversions() {}

    @PgFunction(oid = 313)
    public static int i2toi4(int a) {
        return a;
    }

    @PgFunction(oid = 314)
    public static int i4toi2(int a) {
        return IntegerRange.smallint(a);
    }

    @PgFunction(oid = 754)
    public static long int28(int a) {
        return a;
    }

    @PgFunction(oid = 481)
    public static long int48(int a) {
        return a;
    }

    @PgFunction(oid = 714)
    public static int int82(long a) {
        if (a != (short) a) {
            throw IntegerRange.smallintOutOfRange();
        }
        return (int) a;
    }

    @PgFunction(oid = 480)
    public static int int84(long a) {
        return IntegerRange.integer(a);
    }

    @PgFunction(oid = 1287)
    public static int i8tooid(long a) {
        if (a != (a & 0xFFFF_FFFFL)) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "OID out of range");
        }
        return (int) a;
    }

    @PgFunction(oid = 1288)
    public static long oidtoi8(int a) {
        return a & 0xFFFF_FFFFL;
    }
}
