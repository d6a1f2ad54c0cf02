package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Order of text under its collation, and by bytes for the pattern operators (varlena.c).
public final class TextComparisons {
    private TextComparisons() {}

    @PgFunction(oid = 67)
    public static boolean texteq(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 157)
    public static boolean textne(FunctionContext context, CallSite site, Text a, Text b) {
        return !TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 740)
    public static boolean text_lt(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 741)
    public static boolean text_le(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 742)
    public static boolean text_gt(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 743)
    public static boolean text_ge(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 360)
    public static int bttextcmp(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.difference(context, site, a, b);
    }

    @PgFunction(oid = 458)
    public static Text text_larger(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 459)
    public static Text text_smaller(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) < 0 ? a : b;
    }

    @PgFunction(oid = 2160)
    public static boolean text_pattern_lt(Text a, Text b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 2161)
    public static boolean text_pattern_le(Text a, Text b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 2164)
    public static boolean text_pattern_gt(Text a, Text b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 2163)
    public static boolean text_pattern_ge(Text a, Text b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 2166)
    public static int bttext_pattern_cmp(Text a, Text b) {
        return TextOrder.difference(a, b);
    }

    @PgFunction(oid = 3696)
    public static boolean text_starts_with(Text a, Text prefix) {
        return a.length() >= prefix.length() && a.slice(0, prefix.length()).equals(prefix);
    }
}
