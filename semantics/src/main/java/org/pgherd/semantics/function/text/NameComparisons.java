package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Order of name, also against text (name.c, varlena.c).
public final class NameComparisons {
    private NameComparisons() {}

    @PgFunction(oid = 62)
    public static boolean nameeq(Text a, Text b) {
        return a.equals(b);
    }

    @PgFunction(oid = 659)
    public static boolean namene(Text a, Text b) {
        return !a.equals(b);
    }

    @PgFunction(oid = 655)
    public static boolean namelt(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 656)
    public static boolean namele(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 657)
    public static boolean namegt(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 658)
    public static boolean namege(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 359)
    public static int btnamecmp(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.difference(context, site, a, b);
    }

    @PgFunction(oid = 240)
    public static boolean nameeqtext(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 245)
    public static boolean namenetext(FunctionContext context, CallSite site, Text a, Text b) {
        return !TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 241)
    public static boolean namelttext(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 242)
    public static boolean nameletext(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 244)
    public static boolean namegttext(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 243)
    public static boolean namegetext(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 246)
    public static int btnametextcmp(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.difference(context, site, a, b);
    }

    @PgFunction(oid = 247)
    public static boolean texteqname(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 252)
    public static boolean textnename(FunctionContext context, CallSite site, Text a, Text b) {
        return !TextOrder.areEqual(context, site, a, b);
    }

    @PgFunction(oid = 248)
    public static boolean textltname(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 249)
    public static boolean textlename(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 251)
    public static boolean textgtname(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 250)
    public static boolean textgename(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 253)
    public static int bttextnamecmp(FunctionContext context, CallSite site, Text a, Text b) {
        return TextOrder.difference(context, site, a, b);
    }
}
