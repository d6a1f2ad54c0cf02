package org.pgherd.semantics.function.format;

/// Characters that pictures treat apart, in C's locale.
final class Blanks {
    private Blanks() {}

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// formatting.c:is_separator_char.
    static boolean isSeparator(char c) {
        return c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
    }
}
