package org.pgherd.semantics.function.regexp;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.text.CodePoints;
import org.pgherd.semantics.value.Text;

/// regexp_replace() (regexp.c, varlena.c:replace_text_regexp).
public final class RegexpReplace {
    private RegexpReplace() {}

    @PgFunction(oid = 2284)
    public static Text textregexreplace_noopt(CallSite site, Text a, Text pattern, Text replacement) {
        return replace(site, a, pattern, replacement, 1, 1, RegexOptions.DEFAULT);
    }

    @PgFunction(oid = 2285)
    public static Text textregexreplace(CallSite site, Text a, Text pattern, Text replacement, Text flags) {
        if (!flags.isEmpty() && flags.at(0) >= '0' && flags.at(0) <= '9') {
            throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid regular expression option: \"" + (char) flags.at(0) + "\"")
                    .withHint("If you meant to use regexp_replace() with a start parameter, cast the fourth argument"
                            + " to integer explicitly.");
        }
        RegexOptions options = RegexOptions.parse(flags);
        return replace(site, a, pattern, replacement, 1, options.global() ? 0 : 1, options);
    }

    @PgFunction(oid = 6253)
    public static Text textregexreplace_extended_no_n(
            CallSite site, Text a, Text pattern, Text replacement, int start) {
        return extended(site, a, pattern, replacement, start, 1, null);
    }

    @PgFunction(oid = 6252)
    public static Text textregexreplace_extended_no_flags(
            CallSite site, Text a, Text pattern, Text replacement, int start, int n) {
        return extended(site, a, pattern, replacement, start, n, null);
    }

    @PgFunction(oid = 6251)
    public static Text textregexreplace_extended(
            CallSite site, Text a, Text pattern, Text replacement, int start, int n, Text flags) {
        return extended(site, a, pattern, replacement, start, n, flags);
    }

    private static Text extended(
            CallSite site, Text a, Text pattern, Text replacement, int start, int n, @Nullable Text flags) {
        if (start <= 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"start\": " + start);
        }
        if (n < 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"n\": " + n);
        }
        return replace(site, a, pattern, replacement, start, n, RegexOptions.parse(flags));
    }

    /// @param n which match to replace, 0 for all
    private static Text replace(
            CallSite site, Text a, Text pattern, Text replacement, int start, int n, RegexOptions options) {
        int[] points = CodePoints.array(a);
        Regex regex = Regex.of(pattern, RegexpMatching.collated(site, options.withGlobal(false)));
        RegexMatcher m = new RegexMatcher(regex, points);
        StringBuilder out = null;
        int copied = 0;
        int from = start - 1;
        String template = replacement.toString();
        for (int i = 1; m.find(from); i++) {
            if (n == 0 || i == n) {
                if (out == null) {
                    out = new StringBuilder();
                }
                append(out, points, copied, m.start(0));
                expand(out, template, m, points, regex.captures());
                copied = m.end(0);
                if (n != 0) {
                    break;
                }
            }
            from = m.end(0) > m.start(0) ? m.end(0) : m.end(0) + 1;
        }
        if (out == null) {
            return a;
        }
        append(out, points, copied, points.length);
        return Text.of(out.toString());
    }

    private static void append(StringBuilder out, int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            out.appendCodePoint(points[i]);
        }
    }

    private static void expand(StringBuilder out, String template, RegexMatcher m, int[] points, int captures) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '\\' || i + 1 == template.length()) {
                out.append(c);
                continue;
            }
            char d = template.charAt(++i);
            if (d >= '1' && d <= '9') {
                group(out, m, points, d - '0', captures);
            } else if (d == '&') {
                group(out, m, points, 0, captures);
            } else if (d == '\\') {
                out.append('\\');
            } else {
                // not an escape: the backslash stays, and so does what follows
                out.append('\\');
                i--;
            }
        }
    }

    private static void group(StringBuilder out, RegexMatcher m, int[] points, int group, int captures) {
        if (group <= captures && m.start(group) >= 0) {
            append(out, points, m.start(group), m.end(group));
        }
    }
}
