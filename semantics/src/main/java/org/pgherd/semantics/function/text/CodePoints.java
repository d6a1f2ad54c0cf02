package org.pgherd.semantics.function.text;

import org.pgherd.semantics.value.Text;

/// Walking UTF-8 by code points.
public final class CodePoints {
    private CodePoints() {}

    /// Bytes of the code point that starts with the byte.
    public static int length(byte first) {
        if (first >= 0) {
            return 1;
        }
        int b = first & 0xFF;
        return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    /// Byte index of the code point with the number, counted from `from`; the length if there are fewer.
    public static int advance(Text text, int from, long count) {
        int at = from;
        int end = text.length();
        for (long i = 0; i < count && at < end; i++) {
            at += length(text.at(at));
        }
        return Math.min(at, end);
    }

    /// The code point that starts at the byte.
    public static int at(Text text, int index) {
        byte b = text.at(index);
        return switch (length(b)) {
            case 1 -> b;
            case 2 -> (b & 0x1F) << 6 | text.at(index + 1) & 0x3F;
            case 3 -> (b & 0x0F) << 12 | (text.at(index + 1) & 0x3F) << 6 | text.at(index + 2) & 0x3F;
            default ->
                (b & 0x07) << 18
                        | (text.at(index + 1) & 0x3F) << 12
                        | (text.at(index + 2) & 0x3F) << 6
                        | text.at(index + 3) & 0x3F;
        };
    }

    /// Byte index of the start of the code point before `index`, which is above 0.
    public static int before(Text text, int index) {
        int at = index - 1;
        while (at > 0 && (text.at(at) & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    public static int[] array(Text text) {
        int[] points = new int[text.codePoints()];
        int n = 0;
        for (int at = 0; at < text.length(); at += length(text.at(at))) {
            points[n++] = at(text, at);
        }
        return points;
    }

    /// Text of an array's part.
    public static Text text(int[] points, int from, int to) {
        return Text.of(new String(points, from, to - from));
    }

    /// Byte index of the first occurrence at or after `from`, or -1.
    public static int indexOf(Text text, Text part, int from) {
        int last = text.length() - part.length();
        if (part.isEmpty()) {
            return from <= text.length() ? from : -1;
        }
        byte first = part.at(0);
        for (int i = from; i <= last; i++) {
            if (text.at(i) == first && matches(text, part, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(Text text, Text part, int at) {
        for (int j = 1; j < part.length(); j++) {
            if (text.at(at + j) != part.at(j)) {
                return false;
            }
        }
        return true;
    }

    /// Number of code points in a range of bytes.
    public static int count(Text text, int from, int to) {
        return text.slice(from, to).codePoints();
    }
}
