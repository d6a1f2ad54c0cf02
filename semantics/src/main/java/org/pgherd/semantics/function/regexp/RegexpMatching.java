package org.pgherd.semantics.function.regexp;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// The operators `~`, `~*`, `!~`, `!~*` and regexp_like() (regexp.c).
public final class RegexpMatching {
    private RegexpMatching() {}

    /// With the collation's classes and case.
    static RegexOptions collated(CallSite site, RegexOptions options) {
        int collation = site.inputCollation();
        if (collation == 0) {
            throw new SqlException(
                            SqlState.INDETERMINATE_COLLATION,
                            "could not determine which collation to use for regular expression")
                    .withHint("Use the COLLATE clause to set the collation explicitly.");
        }
        return collation == Collations.C || collation == Collations.POSIX ? options.withAsciiOnly(true) : options;
    }

    private static boolean matches(CallSite site, Text a, Text pattern, boolean ignoreCase) {
        return Regex.of(pattern, collated(site, RegexOptions.DEFAULT.withCase(ignoreCase)))
                .occursIn(a);
    }

    @PgFunction(oid = {1254, 1658})
    public static boolean textregexeq(CallSite site, Text a, Text pattern) {
        return matches(site, a, pattern, false);
    }

    @PgFunction(oid = {1256, 1659})
    public static boolean textregexne(CallSite site, Text a, Text pattern) {
        return !matches(site, a, pattern, false);
    }

    @PgFunction(oid = {1238, 1656})
    public static boolean texticregexeq(CallSite site, Text a, Text pattern) {
        return matches(site, a, pattern, true);
    }

    @PgFunction(oid = {1239, 1657})
    public static boolean texticregexne(CallSite site, Text a, Text pattern) {
        return !matches(site, a, pattern, true);
    }

    @PgFunction(oid = 79)
    public static boolean nameregexeq(CallSite site, Text a, Text pattern) {
        return matches(site, a, pattern, false);
    }

    @PgFunction(oid = 1252)
    public static boolean nameregexne(CallSite site, Text a, Text pattern) {
        return !matches(site, a, pattern, false);
    }

    @PgFunction(oid = 1240)
    public static boolean nameicregexeq(CallSite site, Text a, Text pattern) {
        return matches(site, a, pattern, true);
    }

    @PgFunction(oid = 1241)
    public static boolean nameicregexne(CallSite site, Text a, Text pattern) {
        return !matches(site, a, pattern, true);
    }

    @PgFunction(oid = 6263)
    public static boolean regexp_like_no_flags(CallSite site, Text a, Text pattern) {
        return matches(site, a, pattern, false);
    }

    @PgFunction(oid = 6264)
    public static boolean regexp_like(CallSite site, Text a, Text pattern, Text flags) {
        RegexOptions options = RegexpFunctions.withoutGlobal(flags, "regexp_like()");
        return Regex.of(pattern, collated(site, options)).occursIn(a);
    }
}
