package org.pgherd.semantics.function.regexp;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The named classes under the builtin C.UTF-8 locale (POSIX variants: only ASCII digits, symbols are punctuation);
/// under C nothing beyond ASCII is in any of them (regc_locale.c, regc_pg_locale.c).
final class CharacterClass {
    private static final int PUNCTUATION_OR_SYMBOL = bits(
            UCharacter.CONNECTOR_PUNCTUATION,
            UCharacter.DASH_PUNCTUATION,
            UCharacter.START_PUNCTUATION,
            UCharacter.END_PUNCTUATION,
            UCharacter.INITIAL_PUNCTUATION,
            UCharacter.FINAL_PUNCTUATION,
            UCharacter.OTHER_PUNCTUATION,
            UCharacter.MATH_SYMBOL,
            UCharacter.CURRENCY_SYMBOL,
            UCharacter.MODIFIER_SYMBOL,
            UCharacter.OTHER_SYMBOL);
    private static final int NOT_GRAPHIC = bits(UCharacter.CONTROL, UCharacter.SURROGATE, UCharacter.UNASSIGNED);

    private CharacterClass() {}

    private static int bits(byte... categories) {
        int mask = 0;
        for (byte category : categories) {
            mask |= 1 << category;
        }
        return mask;
    }

    /// Null if there is no such class.
    static @Nullable IntPredicate named(String name, boolean asciiOnly) {
        IntPredicate p = switch (name) {
            case "alpha" -> UCharacter::isUAlphabetic;
            case "digit" -> c -> c >= '0' && c <= '9';
            case "alnum" -> c -> UCharacter.isUAlphabetic(c) || c >= '0' && c <= '9';
            case "upper" -> UCharacter::isUUppercase;
            case "lower" -> UCharacter::isULowercase;
            case "space" -> UCharacter::isUWhiteSpace;
            case "blank" -> c -> c == ' ' || c == '\t';
            case "cntrl" -> c -> c < 32 || c >= 127 && c < 160;
            case "punct" -> c -> (1 << UCharacter.getType(c) & PUNCTUATION_OR_SYMBOL) != 0;
            case "graph" -> CharacterClass::isGraphic;
            case "print" -> c -> isGraphic(c) || isBlank(c);
            case "xdigit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
            case "word" -> CharacterClass::isWord;
            case "ascii" -> c -> c < 128;
            default -> null;
        };
        return p == null || !asciiOnly ? p : c -> c < 128 && p.test(c);
    }

    static boolean isWord(int c) {
        return UCharacter.isUAlphabetic(c) || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isGraphic(int c) {
        return (1 << UCharacter.getType(c) & NOT_GRAPHIC) == 0 && !UCharacter.isUWhiteSpace(c);
    }

    private static boolean isBlank(int c) {
        return c != '\t'
                && UCharacter.getType(c) == UCharacter.SPACE_SEPARATOR
                && UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE);
    }
}
