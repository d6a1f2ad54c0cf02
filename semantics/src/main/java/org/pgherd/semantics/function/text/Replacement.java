package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Exchanging parts or characters, and characters by their number (varlena.c, oracle_compat.c).
public final class Replacement {
    private Replacement() {}

    @PgFunction(oid = 2087)
    public static Text replace_text(Text a, Text from, Text to) {
        if (from.isEmpty()) {
            return a;
        }
        int at = CodePoints.indexOf(a, from, 0);
        if (at < 0) {
            return a;
        }
        ByteSink out = new ByteSink(a.length() + to.length());
        int copied = 0;
        while (at >= 0) {
            out.putText(a.slice(copied, at));
            out.putText(to);
            copied = at + from.length();
            at = CodePoints.indexOf(a, from, copied);
        }
        out.putText(a.slice(copied, a.length()));
        return Text.of(out.bytes(), 0, out.length());
    }

    @PgFunction(oid = 878)
    public static Text translate(Text a, Text from, Text to) {
        int[] source = CodePoints.array(from);
        int[] target = CodePoints.array(to);
        int[] points = CodePoints.array(a);
        int n = 0;
        for (int point : points) {
            int i = 0;
            while (i < source.length && source[i] != point) {
                i++;
            }
            if (i == source.length) {
                points[n++] = point;
            } else if (i < target.length) {
                points[n++] = target[i];
            }
        }
        return CodePoints.text(points, 0, n);
    }

    @PgFunction(oid = 1620)
    public static int ascii(Text a) {
        return a.isEmpty() ? 0 : CodePoints.at(a, 0);
    }

    @PgFunction(oid = 1621)
    public static Text chr(int codePoint) {
        if (codePoint < 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "character number must be positive");
        }
        if (codePoint == 0) {
            throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "null character not permitted");
        }
        if (codePoint > 0x10FFFF) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED, "requested character too large for encoding: " + codePoint);
        }
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED, "requested character not valid for encoding: " + codePoint);
        }
        return Text.of(Character.toString(codePoint));
    }
}
