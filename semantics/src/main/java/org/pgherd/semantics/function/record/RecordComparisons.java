package org.pgherd.semantics.function.record;

import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// Order of row values, column by column (rowtypes.c).
public final class RecordComparisons {
    private RecordComparisons() {}

    private static int compare(FunctionContext context, PgRecord a, PgRecord b) {
        return Integer.signum(Orderings.compare(TypeOids.RECORD, 0, a, b, context.types()));
    }

    @PgFunction(oid = 2981)
    public static boolean record_eq(FunctionContext context, PgRecord a, PgRecord b) {
        return Orderings.equalRecords(a, b, context.types());
    }

    @PgFunction(oid = 2982)
    public static boolean record_ne(FunctionContext context, PgRecord a, PgRecord b) {
        return !Orderings.equalRecords(a, b, context.types());
    }

    @PgFunction(oid = 2983)
    public static boolean record_lt(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) < 0;
    }

    @PgFunction(oid = 2984)
    public static boolean record_gt(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) > 0;
    }

    @PgFunction(oid = 2985)
    public static boolean record_le(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) <= 0;
    }

    @PgFunction(oid = 2986)
    public static boolean record_ge(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) >= 0;
    }

    @PgFunction(oid = 2987)
    public static int btrecordcmp(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b);
    }

    @PgFunction(oid = 6375)
    public static PgRecord record_larger(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 6376)
    public static PgRecord record_smaller(FunctionContext context, PgRecord a, PgRecord b) {
        return compare(context, a, b) < 0 ? a : b;
    }
}
