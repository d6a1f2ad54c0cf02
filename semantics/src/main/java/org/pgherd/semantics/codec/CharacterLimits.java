package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// Lengths of char(n), varchar(n) and name (varchar.c, name.c). Modifiers are n + 4.
public final class CharacterLimits {
    private static final int HEADER = 4;
    /// NAMEDATALEN - 1.
    private static final int NAME_BYTES = 63;

    private CharacterLimits() {}

    /// Blank-padded to the length; too long is an error unless only blanks are lost, or the cast is explicit.
    public static Text bpchar(Text text, int typmod, boolean explicit) {
        if (typmod < HEADER) {
            return text;
        }
        int max = typmod - HEADER;
        int length = text.codePoints();
        if (length == max) {
            return text;
        }
        if (length > max) {
            return cut(text, max, explicit, "character");
        }
        byte[] padded = Arrays.copyOfRange(text.bytes(), text.offset(), text.offset() + text.length() + (max - length));
        Arrays.fill(padded, text.length(), padded.length, (byte) ' ');
        return Text.of(padded);
    }

    public static Text varchar(Text text, int typmod, boolean explicit) {
        int max = typmod - HEADER;
        return typmod < HEADER || text.length() <= max || text.codePoints() <= max
                ? text
                : cut(text, max, explicit, "character varying");
    }

    private static Text cut(Text text, int max, boolean explicit, String type) {
        int end = prefix(text, max);
        if (!explicit) {
            for (int i = end; i < text.length(); i++) {
                if (text.at(i) != ' ') {
                    throw new SqlException(
                            SqlState.STRING_DATA_RIGHT_TRUNCATION, "value too long for type " + type + "(" + max + ")");
                }
            }
        }
        return text.slice(0, end);
    }

    /// Bytes of the first `count` code points.
    private static int prefix(Text text, int count) {
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            if ((text.at(i) & 0xC0) != 0x80 && n++ == count) {
                return i;
            }
        }
        return text.length();
    }

    /// At most 63 bytes, whole characters.
    public static Text name(Text text) {
        if (text.length() <= NAME_BYTES) {
            return text;
        }
        int end = NAME_BYTES;
        while (end > 0 && (text.at(end) & 0xC0) == 0x80) {
            end--;
        }
        return text.slice(0, end);
    }

    /// "char": one byte, `\ooo` for one beyond ASCII (char.c:charin). The zero byte is the empty text.
    public static Text singleByte(Text text) {
        if (text.length() == 4
                && text.at(0) == '\\'
                && isOctal(text.at(1))
                && isOctal(text.at(2))
                && isOctal(text.at(3))) {
            int b = (text.at(1) - '0' << 6) + (text.at(2) - '0' << 3) + (text.at(3) - '0');
            return singleByte(b);
        }
        return text.length() <= 1 ? text : singleByte(text.at(0));
    }

    /// The text form of a "char": high bytes are kept as `\ooo`, so that it stays UTF-8.
    public static Text singleByte(int value) {
        int b = value & 0xFF;
        if (b == 0) {
            return Text.EMPTY;
        }
        return b < 0x80
                ? Text.of(new byte[] {(byte) b})
                : Text.of(new byte[] {'\\', (byte) ('0' + (b >> 6)), (byte) ('0' + (b >> 3 & 7)), (byte) ('0' + (b & 7))
                });
    }

    /// The byte that a "char" value stands for.
    public static byte byteOf(Text text) {
        if (text.length() == 4) {
            return (byte) ((text.at(1) - '0' << 6) + (text.at(2) - '0' << 3) + (text.at(3) - '0'));
        }
        return text.isEmpty() ? 0 : text.at(0);
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }
}
