package org.pgherd.semantics.function.enums;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgEnum;

/// Order of enum values, by sort order (enum.c).
public final class EnumComparisons {
    private EnumComparisons() {}

    @PgFunction(oid = 3508)
    public static boolean enum_eq(PgEnum a, PgEnum b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 3509)
    public static boolean enum_ne(PgEnum a, PgEnum b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 3510)
    public static boolean enum_lt(PgEnum a, PgEnum b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 3512)
    public static boolean enum_le(PgEnum a, PgEnum b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 3511)
    public static boolean enum_gt(PgEnum a, PgEnum b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 3513)
    public static boolean enum_ge(PgEnum a, PgEnum b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 3514)
    public static int enum_cmp(PgEnum a, PgEnum b) {
        return a.compareTo(b);
    }

    @PgFunction(oid = 3525)
    public static PgEnum enum_larger(PgEnum a, PgEnum b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 3524)
    public static PgEnum enum_smaller(PgEnum a, PgEnum b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
