package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Order of char(n): trailing blanks do not count (varchar.c).
public final class BpcharComparisons {
    private BpcharComparisons() {}

    @PgFunction(oid = 1048)
    public static boolean bpchareq(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.areEqual(context, site, Bpchar.trim(a), Bpchar.trim(b));
    }

    @PgFunction(oid = 1053)
    public static boolean bpcharne(FunctionContext context, CallSite site, Text a, Text b) {
        return !TextOrder.areEqual(context, site, Bpchar.trim(a), Bpchar.trim(b));
    }

    @PgFunction(oid = 1049)
    public static boolean bpcharlt(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 2174)
    public static boolean bpchar_pattern_lt(Text a, Text b) {
        return Bpchar.trim(a).compareTo(Bpchar.trim(b)) < 0;
    }

    @PgFunction(oid = 1050)
    public static boolean bpcharle(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 2175)
    public static boolean bpchar_pattern_le(Text a, Text b) {
        return Bpchar.trim(a).compareTo(Bpchar.trim(b)) <= 0;
    }

    @PgFunction(oid = 1051)
    public static boolean bpchargt(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 2178)
    public static boolean bpchar_pattern_gt(Text a, Text b) {
        return Bpchar.trim(a).compareTo(Bpchar.trim(b)) > 0;
    }

    @PgFunction(oid = 1052)
    public static boolean bpcharge(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 2177)
    public static boolean bpchar_pattern_ge(Text a, Text b) {
        return Bpchar.trim(a).compareTo(Bpchar.trim(b)) >= 0;
    }

    @PgFunction(oid = 2180)
    public static int btbpchar_pattern_cmp(Text a, Text b) {
        return TextOrder.difference(Bpchar.trim(a), Bpchar.trim(b));
    }

    @PgFunction(oid = 1078)
    public static int bpcharcmp(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.difference(context, site, Bpchar.trim(a), Bpchar.trim(b));
    }

    @PgFunction(oid = 1063)
    public static Text bpchar_larger(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) >= 0 ? a : b;
    }

    @PgFunction(oid = 1064)
    public static Text bpchar_smaller(FunctionContext context, CallSite site, Text a, Text b) {
        return compare(context, site, a, b) <= 0 ? a : b;
    }

    private static int compare(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, Bpchar.trim(a), Bpchar.trim(b));
    }
}
