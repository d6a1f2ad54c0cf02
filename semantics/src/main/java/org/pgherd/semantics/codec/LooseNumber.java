package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;

/// What C's strtoull makes of the beginning of a text: blanks, a sign, digits; nothing at all is 0. Old input functions
/// read
/// with it, so they accept what it accepts.
final class LooseNumber {
    private final String text;
    private int at;

    LooseNumber(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /// Where reading stopped.
    int end() {
        return at;
    }

    /// The character where reading stopped, NUL at the end.
    char next() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /// The number in 64 bits, null if it does not fit.
    @Nullable
    Long read() {
        int start = at;
        while (next() == ' ' || next() >= '\t' && next() <= '\r') {
            at++;
        }
        boolean negative = next() == '-';
        if (negative || next() == '+') {
            at++;
        }
        int digits = at;
        long value = 0;
        boolean overflow = false;
        for (; next() >= '0' && next() <= '9'; at++) {
            int digit = next() - '0';
            overflow |= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0;
            value = value * 10 + digit;
        }
        if (at == digits) {
            at = start;
            return 0L;
        }
        return overflow ? null : Long.valueOf(negative ? -value : value);
    }
}
