package org.pgherd.semantics.function.network;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Inet;
import org.pgherd.semantics.value.MacAddress;

/// Order of network addresses (network.c, mac.c, mac8.c).
public final class NetworkComparisons {
    private NetworkComparisons() {}

    @PgFunction(oid = 920)
    public static boolean network_eq(Inet a, Inet b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 925)
    public static boolean network_ne(Inet a, Inet b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 921)
    public static boolean network_lt(Inet a, Inet b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 922)
    public static boolean network_le(Inet a, Inet b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 923)
    public static boolean network_gt(Inet a, Inet b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 924)
    public static boolean network_ge(Inet a, Inet b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 830)
    public static boolean macaddr_eq(MacAddress a, MacAddress b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 835)
    public static boolean macaddr_ne(MacAddress a, MacAddress b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 831)
    public static boolean macaddr_lt(MacAddress a, MacAddress b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 832)
    public static boolean macaddr_le(MacAddress a, MacAddress b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 833)
    public static boolean macaddr_gt(MacAddress a, MacAddress b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 834)
    public static boolean macaddr_ge(MacAddress a, MacAddress b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 4113)
    public static boolean macaddr8_eq(MacAddress a, MacAddress b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 4118)
    public static boolean macaddr8_ne(MacAddress a, MacAddress b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 4114)
    public static boolean macaddr8_lt(MacAddress a, MacAddress b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 4115)
    public static boolean macaddr8_le(MacAddress a, MacAddress b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 4116)
    public static boolean macaddr8_gt(MacAddress a, MacAddress b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 4117)
    public static boolean macaddr8_ge(MacAddress a, MacAddress b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 3562)
    public static Inet network_larger(Inet a, Inet b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 3563)
    public static Inet network_smaller(Inet a, Inet b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @PgFunction(oid = 836)
    public static int macaddr_cmp(MacAddress a, MacAddress b) {
        return Integer.signum(a.compareTo(b));
    }

    @PgFunction(oid = 4119)
    public static int macaddr8_cmp(MacAddress a, MacAddress b) {
        return Integer.signum(a.compareTo(b));
    }
}
