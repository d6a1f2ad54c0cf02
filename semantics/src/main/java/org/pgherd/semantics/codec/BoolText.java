package org.pgherd.semantics.codec;

import java.util.Locale;

/// Text of booleans (bool.c:parse_bool_with_len): any unique prefix of true, false, yes, no, on, off, or 1, 0.
public final class BoolText {
    private BoolText() {}

    public static boolean parse(String text) {
        Boolean value = lenient(text.strip());
        if (value == null) {
            throw TypeCodec.invalidSyntax("boolean", text);
        }
        return value;
    }

    /// Null if the word is no boolean.
    @org.jspecify.annotations.Nullable
    public static Boolean lenient(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (w.isEmpty()) {
            return null;
        }
        if ("true".startsWith(w) || "yes".startsWith(w) || w.equals("on") || w.equals("1")) {
            return true;
        }
        if ("false".startsWith(w) || "no".startsWith(w) || "off".startsWith(w) && w.length() >= 2 || w.equals("0")) {
            return false;
        }
        return null;
    }
}
