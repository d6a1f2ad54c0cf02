package org.pgherd.semantics.function.regexp;

import org.jspecify.annotations.Nullable;

/// Escapes that are one character (regc_lex.c:lexescape).
final class EscapeReader {
    private final int[] text;
    private int at;

    /// @param at of the character behind the backslash
    EscapeReader(int[] text, int at) {
        this.text = text;
        this.at = at;
    }

    int end() {
        return at;
    }

    /// The class of `\d`, `\w`, `\s` and their complements; null of others.
    static CharacterSet.@Nullable Builder classOf(int letter, boolean asciiOnly) {
        String name = switch (letter) {
            case 'd', 'D' -> "digit";
            case 'w', 'W' -> "word";
            case 's', 'S' -> "space";
            default -> null;
        };
        if (name == null) {
            return null;
        }
        CharacterSet.Builder set = new CharacterSet.Builder();
        java.util.function.IntPredicate p = java.util.Objects.requireNonNull(CharacterClass.named(name, asciiOnly));
        set.add(letter < 'a' ? p.negate() : p);
        return set;
    }

    int read() {
        int c = text[at++];
        switch (c) {
            case 'a' -> {
                return 7;
            }
            case 'b' -> {
                return '\b';
            }
            case 'B' -> {
                return '\\';
            }
            case 'c' -> {
                if (at >= text.length) {
                    throw invalid();
                }
                return text[at++] & 0x1F;
            }
            case 'e' -> {
                return 27;
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'v' -> {
                return 11;
            }
            case 'u' -> {
                return digits(16, 4, 4);
            }
            case 'U' -> {
                return digits(16, 8, 8);
            }
            case 'x' -> {
                return digits(16, 1, 255);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                int value = digits(8, 1, 3);
                if (value > 0xFF) {
                    at--;
                    value >>= 3;
                }
                return value;
            }
            default -> throw invalid();
        }
    }

    private static org.pgherd.errors.SqlException invalid() {
        return RegexParser.error("invalid escape \\ sequence");
    }

    private int digits(int base, int least, int most) {
        long value = 0;
        int n = 0;
        while (n < most && at < text.length && text[at] < 128 && Character.digit(text[at], base) >= 0) {
            value = Math.min(value * base + Character.digit(text[at], base), 0xFFFFFFFFL);
            at++;
            n++;
        }
        if (n < least || value > 0x7FFFFFFEL) {
            throw invalid();
        }
        return (int) value;
    }
}
