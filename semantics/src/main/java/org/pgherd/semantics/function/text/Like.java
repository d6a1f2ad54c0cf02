package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// LIKE and ILIKE (like.c).
public final class Like {
    private Like() {}

    @PgFunction(oid = {850, 1569, 1631})
    public static boolean textlike(CallSite site, Text a, Text pattern) {
        TextOrder.requireCollation(site, "LIKE");
        return LikePattern.matches(a, pattern);
    }

    @PgFunction(oid = {851, 1570, 1632})
    public static boolean textnlike(CallSite site, Text a, Text pattern) {
        return !textlike(site, a, pattern);
    }

    @PgFunction(oid = {858, 1571})
    public static boolean namelike(CallSite site, Text a, Text pattern) {
        return textlike(site, a, pattern);
    }

    @PgFunction(oid = {859, 1572})
    public static boolean namenlike(CallSite site, Text a, Text pattern) {
        return !textlike(site, a, pattern);
    }

    @PgFunction(oid = {1633, 1660})
    public static boolean texticlike(FunctionContext context, CallSite site, Text a, Text pattern) {
        TextOrder.requireCollation(site, "ILIKE");
        return LikePattern.matches(LetterCase.lower(context, site, a), LetterCase.lower(context, site, pattern));
    }

    @PgFunction(oid = {1634, 1661})
    public static boolean texticnlike(FunctionContext context, CallSite site, Text a, Text pattern) {
        return !texticlike(context, site, a, pattern);
    }

    @PgFunction(oid = 1635)
    public static boolean nameiclike(FunctionContext context, CallSite site, Text a, Text pattern) {
        return texticlike(context, site, a, pattern);
    }

    @PgFunction(oid = 1636)
    public static boolean nameicnlike(FunctionContext context, CallSite site, Text a, Text pattern) {
        return !texticlike(context, site, a, pattern);
    }

    @PgFunction(oid = 1637)
    public static Text like_escape(Text pattern, Text escape) {
        return LikePattern.withEscape(pattern, escape, false);
    }
}
