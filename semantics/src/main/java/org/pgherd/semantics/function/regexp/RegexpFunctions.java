package org.pgherd.semantics.function.regexp;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.function.text.CodePoints;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// regexp_match(), regexp_matches(), regexp_split_*(), regexp_count(), regexp_instr(), regexp_substr() and
/// substring() with an expression (regexp.c).
public final class RegexpFunctions {
    private RegexpFunctions() {}

    static RegexOptions withoutGlobal(@Nullable Text flags, String function) {
        RegexOptions options = RegexOptions.parse(flags);
        if (options.global()) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, function + " does not support the \"global\" option");
        }
        return options;
    }

    private static RegexMatcher matcher(CallSite site, int[] points, Text pattern, RegexOptions options) {
        return new RegexMatcher(Regex.of(pattern, RegexpMatching.collated(site, options)), points);
    }

    private static int captures(CallSite site, Text pattern, RegexOptions options) {
        return Regex.of(pattern, RegexpMatching.collated(site, options)).captures();
    }

    private static @Nullable Text group(RegexMatcher m, int[] points, int group) {
        return m.start(group) < 0 ? null : CodePoints.text(points, m.start(group), m.end(group));
    }

    private static PgArray groups(RegexMatcher m, int[] points, int captures) {
        if (captures == 0) {
            return PgArray.of(TypeOids.TEXT, group(m, points, 0));
        }
        @Nullable Object[] all = new Object[captures];
        for (int i = 0; i < captures; i++) {
            all[i] = group(m, points, i + 1);
        }
        return PgArray.of(TypeOids.TEXT, all);
    }

    @PgFunction(oid = 3396)
    public static @Nullable PgArray regexp_match_no_flags(CallSite site, Text a, Text pattern) {
        return match(site, a, pattern, RegexOptions.DEFAULT);
    }

    @PgFunction(oid = 3397)
    public static @Nullable PgArray regexp_match(CallSite site, Text a, Text pattern, Text flags) {
        RegexOptions options = RegexOptions.parse(flags);
        if (options.global()) {
            throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE, "regexp_match() does not support the \"global\" option")
                    .withHint("Use the regexp_matches function instead.");
        }
        return match(site, a, pattern, options);
    }

    private static @Nullable PgArray match(CallSite site, Text a, Text pattern, RegexOptions options) {
        int[] points = CodePoints.array(a);
        RegexMatcher m = matcher(site, points, pattern, options);
        return m.find(0) ? groups(m, points, captures(site, pattern, options)) : null;
    }

    /// Where the search goes on behind a match: an empty one moves by a character.
    private static int after(RegexMatcher m) {
        return m.end(0) > m.start(0) ? m.end(0) : m.end(0) + 1;
    }

    @PgFunction(oid = 2763)
    public static RowIterator regexp_matches_no_flags(CallSite site, Text a, Text pattern) {
        return allMatches(site, a, pattern, RegexOptions.DEFAULT);
    }

    @PgFunction(oid = 2764)
    public static RowIterator regexp_matches(CallSite site, Text a, Text pattern, Text flags) {
        return allMatches(site, a, pattern, RegexOptions.parse(flags));
    }

    private static RowIterator allMatches(CallSite site, Text a, Text pattern, RegexOptions options) {
        int[] points = CodePoints.array(a);
        RegexOptions local = options.withGlobal(false);
        RegexMatcher m = matcher(site, points, pattern, local);
        int captures = captures(site, pattern, local);
        return RowIterator.ofValues(new Iterator<@Nullable Object>() {
            private int from;
            private boolean done;
            private boolean ready;

            @Override
            public boolean hasNext() {
                if (!ready && !done) {
                    ready = m.find(from);
                    done = !ready || !options.global();
                    if (ready) {
                        from = after(m);
                    }
                }
                return ready;
            }

            @Override
            public Object next() {
                ready = false;
                return groups(m, points, captures);
            }
        });
    }

    @PgFunction(oid = 2765)
    public static RowIterator regexp_split_to_table_no_flags(CallSite site, Text a, Text pattern) {
        return RowIterator.ofValues(
                split(site, a, pattern, RegexOptions.DEFAULT).iterator());
    }

    @PgFunction(oid = 2766)
    public static RowIterator regexp_split_to_table(CallSite site, Text a, Text pattern, Text flags) {
        RegexOptions options = withoutGlobal(flags, "regexp_split_to_table()");
        return RowIterator.ofValues(split(site, a, pattern, options).iterator());
    }

    @PgFunction(oid = 2767)
    public static PgArray regexp_split_to_array_no_flags(CallSite site, Text a, Text pattern) {
        return PgArray.of(
                TypeOids.TEXT, split(site, a, pattern, RegexOptions.DEFAULT).toArray());
    }

    @PgFunction(oid = 2768)
    public static PgArray regexp_split_to_array(CallSite site, Text a, Text pattern, Text flags) {
        RegexOptions options = withoutGlobal(flags, "regexp_split_to_array()");
        return PgArray.of(TypeOids.TEXT, split(site, a, pattern, options).toArray());
    }

    /// Empty matches at the ends, or right behind another match, do not split.
    private static List<Text> split(CallSite site, Text a, Text pattern, RegexOptions options) {
        int[] points = CodePoints.array(a);
        RegexMatcher m = matcher(site, points, pattern, options);
        List<Text> parts = new ArrayList<>();
        int begin = 0;
        for (int from = 0; m.find(from); from = after(m)) {
            int start = m.start(0);
            int end = m.end(0);
            if (start < points.length && end > begin) {
                parts.add(CodePoints.text(points, begin, start));
                begin = end;
            }
        }
        parts.add(CodePoints.text(points, begin, points.length));
        return parts;
    }

    @PgFunction(oid = 2073)
    public static @Nullable Text textregexsubstr(CallSite site, Text a, Text pattern) {
        int[] points = CodePoints.array(a);
        RegexMatcher m = matcher(site, points, pattern, RegexOptions.DEFAULT);
        if (!m.find(0)) {
            return null;
        }
        return group(m, points, captures(site, pattern, RegexOptions.DEFAULT) > 0 ? 1 : 0);
    }

    private static int positive(int value, String name) {
        if (value <= 0) {
            throw invalid(name, value);
        }
        return value;
    }

    private static SqlException invalid(String name, int value) {
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"" + name + "\": " + value);
    }

    @PgFunction(oid = 6254)
    public static int regexp_count_no_start(CallSite site, Text a, Text pattern) {
        return count(site, a, pattern, 1, RegexOptions.DEFAULT);
    }

    @PgFunction(oid = 6255)
    public static int regexp_count_no_flags(CallSite site, Text a, Text pattern, int start) {
        return count(site, a, pattern, positive(start, "start"), RegexOptions.DEFAULT);
    }

    @PgFunction(oid = 6256)
    public static int regexp_count(CallSite site, Text a, Text pattern, int start, Text flags) {
        positive(start, "start");
        return count(site, a, pattern, start, withoutGlobal(flags, "regexp_count()"));
    }

    private static int count(CallSite site, Text a, Text pattern, int start, RegexOptions options) {
        RegexMatcher m = matcher(site, CodePoints.array(a), pattern, options);
        int n = 0;
        for (int from = start - 1; m.find(from); from = after(m)) {
            n++;
        }
        return n;
    }

    @PgFunction(oid = 6257)
    public static int regexp_instr_no_start(CallSite site, Text a, Text pattern) {
        return instr(site, a, pattern, 1, 1, 0, null, 0);
    }

    @PgFunction(oid = 6258)
    public static int regexp_instr_no_n(CallSite site, Text a, Text pattern, int start) {
        return instr(site, a, pattern, start, 1, 0, null, 0);
    }

    @PgFunction(oid = 6259)
    public static int regexp_instr_no_endoption(CallSite site, Text a, Text pattern, int start, int n) {
        return instr(site, a, pattern, start, n, 0, null, 0);
    }

    @PgFunction(oid = 6260)
    public static int regexp_instr_no_flags(CallSite site, Text a, Text pattern, int start, int n, int end) {
        return instr(site, a, pattern, start, n, end, null, 0);
    }

    @PgFunction(oid = 6261)
    public static int regexp_instr_no_subexpr(
            CallSite site, Text a, Text pattern, int start, int n, int end, Text flags) {
        return instr(site, a, pattern, start, n, end, flags, 0);
    }

    @PgFunction(oid = 6262)
    public static int regexp_instr(
            CallSite site, Text a, Text pattern, int start, int n, int end, Text flags, int group) {
        return instr(site, a, pattern, start, n, end, flags, group);
    }

    private static int instr(
            CallSite site, Text a, Text pattern, int start, int n, int end, @Nullable Text flags, int group) {
        positive(start, "start");
        positive(n, "n");
        if (end != 0 && end != 1) {
            throw invalid("endoption", end);
        }
        if (group < 0) {
            throw invalid("subexpr", group);
        }
        RegexOptions options = withoutGlobal(flags, "regexp_instr()");
        RegexMatcher m = nth(site, CodePoints.array(a), pattern, start, n, options);
        if (m == null || group > captures(site, pattern, options) || m.start(group) < 0) {
            return 0;
        }
        return (end == 1 ? m.end(group) : m.start(group)) + 1;
    }

    private static @Nullable RegexMatcher nth(
            CallSite site, int[] points, Text pattern, int start, int n, RegexOptions options) {
        RegexMatcher m = matcher(site, points, pattern, options);
        int from = start - 1;
        for (int i = 0; i < n; i++) {
            if (!m.find(from)) {
                return null;
            }
            from = after(m);
        }
        return m;
    }

    @PgFunction(oid = 6265)
    public static @Nullable Text regexp_substr_no_start(CallSite site, Text a, Text pattern) {
        return substr(site, a, pattern, 1, 1, null, 0);
    }

    @PgFunction(oid = 6266)
    public static @Nullable Text regexp_substr_no_n(CallSite site, Text a, Text pattern, int start) {
        return substr(site, a, pattern, start, 1, null, 0);
    }

    @PgFunction(oid = 6267)
    public static @Nullable Text regexp_substr_no_flags(CallSite site, Text a, Text pattern, int start, int n) {
        return substr(site, a, pattern, start, n, null, 0);
    }

    @PgFunction(oid = 6268)
    public static @Nullable Text regexp_substr_no_subexpr(
            CallSite site, Text a, Text pattern, int start, int n, Text flags) {
        return substr(site, a, pattern, start, n, flags, 0);
    }

    @PgFunction(oid = 6269)
    public static @Nullable Text regexp_substr(
            CallSite site, Text a, Text pattern, int start, int n, Text flags, int group) {
        return substr(site, a, pattern, start, n, flags, group);
    }

    private static @Nullable Text substr(
            CallSite site, Text a, Text pattern, int start, int n, @Nullable Text flags, int group) {
        positive(start, "start");
        positive(n, "n");
        if (group < 0) {
            throw invalid("subexpr", group);
        }
        RegexOptions options = withoutGlobal(flags, "regexp_substr()");
        int[] points = CodePoints.array(a);
        RegexMatcher m = nth(site, points, pattern, start, n, options);
        return m == null || group > captures(site, pattern, options) ? null : group(m, points, group);
    }
}
