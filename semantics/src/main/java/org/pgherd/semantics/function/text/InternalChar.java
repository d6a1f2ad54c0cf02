package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// The type "char" of one byte (char.c).
public final class InternalChar {
    private InternalChar() {}

    @PgFunction(oid = 61)
    public static boolean chareq(Text a, Text b) {
        return unsigned(a) == unsigned(b);
    }

    @PgFunction(oid = 70)
    public static boolean charne(Text a, Text b) {
        return unsigned(a) != unsigned(b);
    }

    @PgFunction(oid = 1246)
    public static boolean charlt(Text a, Text b) {
        return unsigned(a) < unsigned(b);
    }

    @PgFunction(oid = 72)
    public static boolean charle(Text a, Text b) {
        return unsigned(a) <= unsigned(b);
    }

    @PgFunction(oid = 73)
    public static boolean chargt(Text a, Text b) {
        return unsigned(a) > unsigned(b);
    }

    @PgFunction(oid = 74)
    public static boolean charge(Text a, Text b) {
        return unsigned(a) >= unsigned(b);
    }

    @PgFunction(oid = 358)
    public static int btcharcmp(Text a, Text b) {
        return unsigned(a) - unsigned(b);
    }

    @PgFunction(oid = 77)
    public static int chartoi4(Text a) {
        return (byte) unsigned(a);
    }

    @PgFunction(oid = 78)
    public static Text i4tochar(int a) {
        if (a < -128 || a > 127) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"char\" out of range");
        }
        return of((byte) a);
    }

    @PgFunction(oid = 944)
    public static Text text_char(Text a) {
        if (a.length() == 4 && a.at(0) == '\\' && isOctal(a.at(1)) && isOctal(a.at(2)) && isOctal(a.at(3))) {
            return of((byte) (((a.at(1) - '0') << 6) + ((a.at(2) - '0') << 3) + (a.at(3) - '0')));
        }
        return a.isEmpty() ? Text.EMPTY : of(a.at(0));
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }

    @PgFunction(oid = 946)
    public static Text char_text(Text a) {
        return a; // the escape is how the value is held
    }

    private static Text of(byte b) {
        return CharacterLimits.singleByte(b);
    }

    /// The byte; an empty one is zero.
    static int unsigned(Text a) {
        return CharacterLimits.byteOf(a) & 0xFF;
    }
}
