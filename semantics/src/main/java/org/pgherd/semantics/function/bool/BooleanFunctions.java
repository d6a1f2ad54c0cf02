package org.pgherd.semantics.function.bool;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Order and conversions of boolean (bool.c).
public final class BooleanFunctions {
    private static final Text TRUE = Text.of("true");
    private static final Text FALSE = Text.of("false");

    private BooleanFunctions() {}

    @PgFunction(oid = 60)
    public static boolean booleq(boolean a, boolean b) {
        return a == b;
    }

    @PgFunction(oid = 84)
    public static boolean boolne(boolean a, boolean b) {
        return a != b;
    }

    @PgFunction(oid = 56)
    public static boolean boollt(boolean a, boolean b) {
        return !a && b;
    }

    @PgFunction(oid = 1691)
    public static boolean boolle(boolean a, boolean b) {
        return !a || b;
    }

    @PgFunction(oid = 57)
    public static boolean boolgt(boolean a, boolean b) {
        return a && !b;
    }

    @PgFunction(oid = 1692)
    public static boolean boolge(boolean a, boolean b) {
        return a || !b;
    }

    @PgFunction(oid = 1693)
    public static int btboolcmp(boolean a, boolean b) {
        return Boolean.compare(a, b);
    }

    @PgFunction(oid = 2515)
    public static boolean booland_statefunc(boolean a, boolean b) {
        return a && b;
    }

    @PgFunction(oid = 2516)
    public static boolean boolor_statefunc(boolean a, boolean b) {
        return a || b;
    }

    @PgFunction(oid = 2558)
    public static int bool_int4(boolean a) {
        return a ? 1 : 0;
    }

    @PgFunction(oid = 2557)
    public static boolean int4_bool(int a) {
        return a != 0;
    }

    @PgFunction(oid = 2971)
    public static Text booltext(boolean a) {
        return a ? TRUE : FALSE;
    }
}
