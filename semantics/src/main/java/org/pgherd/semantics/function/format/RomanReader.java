package org.pgherd.semantics.function.format;

/// Roman numerals from 1 to 3999 (formatting.c:roman_to_int).
final class RomanReader {
    private static final int MAX_LENGTH = 15;

    private RomanReader() {}

    static int value(int c) {
        return switch (c) {
            case 'I', 'i' -> 1;
            case 'V', 'v' -> 5;
            case 'X', 'x' -> 10;
            case 'L', 'l' -> 50;
            case 'C', 'c' -> 100;
            case 'D', 'd' -> 500;
            case 'M', 'm' -> 1000;
            default -> 0;
        };
    }

    /// How many bytes from there on are numerals.
    static int length(byte[] text, int from) {
        int n = 0;
        while (n < MAX_LENGTH && from + n < text.length && value(text[from + n]) != 0) {
            n++;
        }
        return n;
    }

    /// -1 if it is not well formed.
    static int read(byte[] text, int from, int length) {
        int result = 0;
        int repeats = 1;
        int lastSubtracted = Integer.MAX_VALUE;
        int fives = 0;
        for (int i = 0; i < length; i++) {
            int value = value(text[from + i]);
            int next = i + 1 < length ? value(text[from + i + 1]) : 0;
            if (value >= lastSubtracted) {
                return -1;
            }
            if (isFive(value)) {
                if ((fives & bit(value)) != 0) {
                    return -1;
                }
                fives |= bit(value);
            }
            if (value < next) {
                if (next != value * 5 && next != value * 10 || isFive(value) || repeats > 1) {
                    return -1;
                }
                // VIV: the five has been counted already
                if (isFive(next)) {
                    if ((fives & bit(next)) != 0) {
                        return -1;
                    }
                    fives |= bit(next);
                }
                i++;
                repeats = 1;
                lastSubtracted = value;
                result += next - value;
            } else {
                if (value == next) {
                    if (++repeats > 3) {
                        return -1;
                    }
                } else {
                    repeats = 1;
                }
                result += value;
            }
        }
        return result;
    }

    private static boolean isFive(int value) {
        return value == 5 || value == 50 || value == 500;
    }

    private static int bit(int five) {
        return five == 5 ? 1 : five == 50 ? 2 : 4;
    }
}
