package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Putting strings together, padding and repeating them (varlena.c, oracle_compat.c).
public final class Concatenation {
    /// MaxAllocSize less the header.
    private static final long MAX_BYTES = 0x3FFF_FFFFL - 4;

    private Concatenation() {}

    @PgFunction(oid = 1258)
    public static Text textcat(Text a, Text b) {
        return join(a, b);
    }

    public static Text join(Text... parts) {
        int length = 0;
        for (Text part : parts) {
            length += part.length();
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Text part : parts) {
            System.arraycopy(part.bytes(), part.offset(), all, at, part.length());
            at += part.length();
        }
        return Text.of(all);
    }

    @PgFunction(oid = 1622)
    public static Text repeat(Text a, int count) {
        if (count <= 0 || a.isEmpty()) {
            return Text.EMPTY;
        }
        long length = (long) a.length() * count;
        if (length > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] all = new byte[(int) length];
        for (int at = 0; at < all.length; at += a.length()) {
            System.arraycopy(a.bytes(), a.offset(), all, at, a.length());
        }
        return Text.of(all);
    }

    static SqlException tooLarge() {
        return new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "requested length too large");
    }

    @PgFunction(oid = 873)
    public static Text lpad(Text a, int length, Text fill) {
        return pad(a, length, fill, true);
    }

    @PgFunction(oid = 874)
    public static Text rpad(Text a, int length, Text fill) {
        return pad(a, length, fill, false);
    }

    @PgFunction(oid = 879)
    public static Text lpadBlank(Text a, int length) {
        return pad(a, length, BLANK, true);
    }

    @PgFunction(oid = 880)
    public static Text rpadBlank(Text a, int length) {
        return pad(a, length, BLANK, false);
    }

    private static final Text BLANK = Text.of(" ");

    private static Text pad(Text a, int length, Text fill, boolean left) {
        int target = Math.max(length, 0);
        int has = a.codePoints();
        int padding = fill.isEmpty() ? 0 : target - has;
        if (padding <= 0) {
            return a.slice(0, CodePoints.advance(a, 0, target));
        }
        // PostgreSQL reserves four bytes a character before it looks
        if ((long) target * 4 + 4 > 0x3FFF_FFFFL) {
            throw tooLarge();
        }
        Text padded = padding(fill, padding);
        return left ? join(padded, a) : join(a, padded);
    }

    private static Text padding(Text fill, int count) {
        int points = fill.codePoints();
        Text whole = repeat(fill, count / points);
        int rest = count % points;
        return rest == 0 ? whole : join(whole, fill.slice(0, CodePoints.advance(fill, 0, rest)));
    }
}
