package org.pgherd.semantics.function.identity;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Tid;

/// Comparing row addresses (tid.c).
public final class RowAddresses {
    private RowAddresses() {}

    @PgFunction(oid = 1292)
    public static boolean tideq(Tid a, Tid b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 1265)
    public static boolean tidne(Tid a, Tid b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 2791)
    public static boolean tidlt(Tid a, Tid b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 2793)
    public static boolean tidle(Tid a, Tid b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 2790)
    public static boolean tidgt(Tid a, Tid b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 2792)
    public static boolean tidge(Tid a, Tid b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 2794)
    public static int bttidcmp(Tid a, Tid b) {
        return a.compareTo(b);
    }

    @PgFunction(oid = 2795)
    public static Tid tidlarger(Tid a, Tid b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    @PgFunction(oid = 2796)
    public static Tid tidsmaller(Tid a, Tid b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
