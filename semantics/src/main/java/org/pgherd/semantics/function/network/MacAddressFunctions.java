package org.pgherd.semantics.function.network;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.MacAddress;

/// Bits and forms of hardware addresses (mac.c, mac8.c).
public final class MacAddressFunctions {
    private static final int SHORT = 6;
    private static final int LONG = 8;
    private static final long SHORT_MASK = 0xFFFFFFFFFFFFL;

    private MacAddressFunctions() {}

    @PgFunction(oid = 3144)
    public static MacAddress macaddr_not(MacAddress a) {
        return new MacAddress(~a.value() & SHORT_MASK, SHORT);
    }

    @PgFunction(oid = 4120)
    public static MacAddress macaddr8_not(MacAddress a) {
        return new MacAddress(~a.value(), LONG);
    }

    @PgFunction(oid = {3145, 4121})
    public static MacAddress macaddr_and(MacAddress a, MacAddress b) {
        return new MacAddress(a.value() & b.value(), a.size());
    }

    @PgFunction(oid = {3146, 4122})
    public static MacAddress macaddr_or(MacAddress a, MacAddress b) {
        return new MacAddress(a.value() | b.value(), a.size());
    }

    @PgFunction(oid = 753)
    public static MacAddress macaddr_trunc(MacAddress a) {
        return new MacAddress(a.value() & 0xFFFFFF000000L, SHORT);
    }

    @PgFunction(oid = 4112)
    public static MacAddress macaddr8_trunc(MacAddress a) {
        return new MacAddress(a.value() & 0xFFFFFF0000000000L, LONG);
    }

    /// FF:FE comes between the manufacturer's and the device's bytes.
    @PgFunction(oid = 4123)
    public static MacAddress macaddrtomacaddr8(MacAddress a) {
        return new MacAddress((a.value() & 0xFFFFFF000000L) << 16 | 0xFFFE000000L | a.value() & 0xFFFFFF, LONG);
    }

    @PgFunction(oid = 4124)
    public static MacAddress macaddr8tomacaddr(MacAddress a) {
        if ((a.value() >> 24 & 0xFFFF) != 0xFFFE) {
            throw new SqlException(
                            SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "macaddr8 data out of range to convert to macaddr")
                    .withHint(
                            "Only addresses that have FF and FE as values in the 4th and 5th bytes from the left, for"
                                    + " example xx:xx:xx:ff:fe:xx:xx:xx, are eligible to be converted from macaddr8 to macaddr.");
        }
        return new MacAddress(a.value() >> 16 & 0xFFFFFF000000L | a.value() & 0xFFFFFF, SHORT);
    }

    @PgFunction(oid = 4125)
    public static MacAddress macaddr8_set7bit(MacAddress a) {
        return new MacAddress(a.value() | 0x0200000000000000L, LONG);
    }
}
