package org.pgherd.semantics.function.text;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Removing characters of a set from the ends (oracle_compat.c:dotrim).
public final class Trimming {
    private static final Text BLANK = Text.of(" ");

    private Trimming() {}

    @PgFunction(oid = 884)
    public static Text btrim(Text a, Text set) {
        return trim(a, set, true, true);
    }

    @PgFunction(oid = 885)
    public static Text btrim1(Text a) {
        return trim(a, BLANK, true, true);
    }

    @PgFunction(oid = 875)
    public static Text ltrim(Text a, Text set) {
        return trim(a, set, true, false);
    }

    @PgFunction(oid = 881)
    public static Text ltrim1(Text a) {
        return trim(a, BLANK, true, false);
    }

    @PgFunction(oid = 876)
    public static Text rtrim(Text a, Text set) {
        return trim(a, set, false, true);
    }

    @PgFunction(oid = {401, 882})
    public static Text rtrim1(Text a) {
        return trim(a, BLANK, false, true);
    }

    private static Text trim(Text a, Text set, boolean left, boolean right) {
        int[] points = CodePoints.array(set);
        int start = 0;
        int end = a.length();
        if (left) {
            while (start < end && contains(points, CodePoints.at(a, start))) {
                start += CodePoints.length(a.at(start));
            }
        }
        if (right) {
            while (start < end) {
                int at = CodePoints.before(a, end);
                if (!contains(points, CodePoints.at(a, at))) {
                    break;
                }
                end = at;
            }
        }
        return a.slice(start, end);
    }

    private static boolean contains(int[] points, int point) {
        for (int p : points) {
            if (p == point) {
                return true;
            }
        }
        return false;
    }
}
