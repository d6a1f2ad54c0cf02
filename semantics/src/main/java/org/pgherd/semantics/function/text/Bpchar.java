package org.pgherd.semantics.function.text;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Length coercions of char(n) and varchar(n), and what else differs for blank-padded strings (varchar.c).
public final class Bpchar {
    private static final int HEADER = 4;
    private static final int NAME_LENGTH = 63;

    private Bpchar() {}

    /// Without trailing blanks.
    public static Text trim(Text a) {
        int end = a.length();
        while (end > 0 && a.at(end - 1) == ' ') {
            end--;
        }
        return end == a.length() ? a : a.slice(0, end);
    }

    @PgFunction(oid = 668)
    public static Text bpchar(Text a, int typmod, boolean explicit) {
        if (typmod < HEADER) {
            return a;
        }
        int limit = typmod - HEADER;
        int length = a.codePoints();
        if (length == limit) {
            return a;
        }
        if (length > limit) {
            int cut = CodePoints.advance(a, 0, limit);
            checkBlank(a, cut, explicit, "character(" + limit + ")");
            return a.slice(0, cut);
        }
        byte[] padded = Arrays.copyOfRange(a.bytes(), a.offset(), a.offset() + a.length() + limit - length);
        Arrays.fill(padded, a.length(), padded.length, (byte) ' ');
        return Text.of(padded);
    }

    @PgFunction(oid = 669)
    public static Text varchar(Text a, int typmod, boolean explicit) {
        int limit = typmod - HEADER;
        if (limit < 0 || a.length() <= limit || a.codePoints() <= limit) {
            return a;
        }
        int cut = CodePoints.advance(a, 0, limit);
        checkBlank(a, cut, explicit, "character varying(" + limit + ")");
        return a.slice(0, cut);
    }

    /// An implicit coercion cuts blanks only.
    private static void checkBlank(Text a, int from, boolean explicit, String type) {
        if (!explicit) {
            for (int i = from; i < a.length(); i++) {
                if (a.at(i) != ' ') {
                    throw new SqlException(SqlState.STRING_DATA_RIGHT_TRUNCATION, "value too long for type " + type);
                }
            }
        }
    }

    @PgFunction(oid = {1318, 1367, 1372})
    public static int bpcharlen(Text a) {
        return trim(a).codePoints();
    }

    @PgFunction(oid = 1375)
    public static int bpcharoctetlen(Text a) {
        return a.length();
    }

    @PgFunction(oid = 860)
    public static Text char_bpchar(Text a) {
        return a.isEmpty() ? a : Text.of(new byte[] {(byte) InternalChar.unsigned(a)});
    }

    @PgFunction(oid = 409)
    public static Text bpchar_name(Text a) {
        return trim(cutToName(a));
    }

    @PgFunction(oid = 408)
    public static Text name_bpchar(Text a) {
        return a;
    }

    @PgFunction(oid = {406, 1401})
    public static Text name_text(Text a) {
        return a;
    }

    @PgFunction(oid = {407, 1400})
    public static Text text_name(Text a) {
        return cutToName(a);
    }

    /// At most 63 bytes, at a character's boundary.
    static Text cutToName(Text a) {
        if (a.length() <= NAME_LENGTH) {
            return a;
        }
        int end = NAME_LENGTH;
        while (end > 0 && (a.at(end) & 0xC0) == 0x80) {
            end--;
        }
        return a.slice(0, end);
    }

    @PgFunction(oid = 266)
    public static Text nameconcatoid(Text a, int oid) {
        String suffix = "_" + Integer.toUnsignedString(oid);
        int room = NAME_LENGTH - suffix.length();
        Text head = a;
        if (a.length() > room) {
            int end = room;
            while (end > 0 && (a.at(end) & 0xC0) == 0x80) {
                end--;
            }
            head = a.slice(0, end);
        }
        return Text.of(head + suffix);
    }
}
