package org.pgherd.engine.session;

import java.util.Locale;

/// Values of settings that are amounts of memory (guc.c: parse_int with GUC_UNIT_KB): a number of kB, or one with a
/// unit; -1 for no limit.
final class MemorySize {
    static final long UNLIMITED = -1;
    static final String HINT = "Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\".";
    private static final long INVALID = -2;

    private MemorySize() {}

    /// In bytes; below -1 if it is none.
    static long parse(String value) {
        String text = value.strip();
        if (text.equals("-1")) {
            return UNLIMITED;
        }
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || end > 15) {
            return INVALID;
        }
        int shift = switch (text.substring(end).strip().toLowerCase(Locale.ROOT)) {
            case "b" -> 0;
            case "", "kb" -> 10;
            case "mb" -> 20;
            case "gb" -> 30;
            case "tb" -> 40;
            default -> -1;
        };
        long number = Long.parseLong(text.substring(0, end));
        return shift < 0 || number > Long.MAX_VALUE >> shift ? INVALID : number << shift;
    }
}
