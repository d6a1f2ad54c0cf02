package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.CallSite;
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
    public static boolean namelt(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) < 0;
    }

    @PgFunction(oid = 656)
    public static boolean namele(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) <= 0;
    }

    @PgFunction(oid = 657)
    public static boolean namegt(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) > 0;
    }

    @PgFunction(oid = 658)
    public static boolean namege(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) >= 0;
    }

    @PgFunction(oid = 359)
    public static int btnamecmp(CallSite site, Text a, Text b) {
        return TextOrder.difference(site, a, b);
    }

    @PgFunction(oid = 240)
    public static boolean nameeqtext(Text a, Text b) {
        return a.equals(b);
    }

    @PgFunction(oid = 245)
    public static boolean namenetext(Text a, Text b) {
        return !a.equals(b);
    }

    @PgFunction(oid = 241)
    public static boolean namelttext(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) < 0;
    }

    @PgFunction(oid = 242)
    public static boolean nameletext(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) <= 0;
    }

    @PgFunction(oid = 244)
    public static boolean namegttext(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) > 0;
    }

    @PgFunction(oid = 243)
    public static boolean namegetext(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) >= 0;
    }

    @PgFunction(oid = 246)
    public static int btnametextcmp(CallSite site, Text a, Text b) {
        return TextOrder.difference(site, a, b);
    }

    @PgFunction(oid = 247)
    public static boolean texteqname(Text a, Text b) {
        return a.equals(b);
    }

    @PgFunction(oid = 252)
    public static boolean textnename(Text a, Text b) {
        return !a.equals(b);
    }

    @PgFunction(oid = 248)
    public static boolean textltname(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) < 0;
    }

    @PgFunction(oid = 249)
    public static boolean textlename(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) <= 0;
    }

    @PgFunction(oid = 251)
    public static boolean textgtname(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) > 0;
    }

    @PgFunction(oid = 250)
    public static boolean textgename(CallSite site, Text a, Text b) {
        return TextOrder.compare(site, a, b) >= 0;
    }

    @PgFunction(oid = 253)
    public static int bttextnamecmp(CallSite site, Text a, Text b) {
        return TextOrder.difference(site, a, b);
    }
}
