package org.pgherd.semantics.function.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Unicode normal forms, escapes and assigned code points (varlena.c).
public final class UnicodeText {
    private UnicodeText() {}

    private static Normalizer2 form(Text form) {
        return switch (form.toString().toUpperCase(Locale.ROOT)) {
            case "NFC" -> Normalizer2.getNFCInstance();
            case "NFD" -> Normalizer2.getNFDInstance();
            case "NFKC" -> Normalizer2.getNFKCInstance();
            case "NFKD" -> Normalizer2.getNFKDInstance();
            default -> throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "invalid normalization form: " + form);
        };
    }

    @PgFunction(oid = 4350)
    public static Text unicode_normalize_func(Text a, Text form) {
        return Text.of(form(form).normalize(a.toString()));
    }

    @PgFunction(oid = 4351)
    public static boolean unicode_is_normalized(Text a, Text form) {
        String s = a.toString();
        return form(form).normalize(s).equals(s);
    }

    @PgFunction(oid = 6105)
    public static boolean unicode_assigned(Text a) {
        return a.toString().codePoints().allMatch(c -> UCharacter.getType(c) != UCharacter.UNASSIGNED);
    }

    @PgFunction(oid = 6198)
    public static Text unistr(Text a) {
        String s = a.toString();
        StringBuilder out = new StringBuilder();
        int high = 0;
        int at = 0;
        while (at < s.length()) {
            int consumed;
            int point;
            if (s.charAt(at) != '\\') {
                if (high != 0) {
                    throw invalidPair();
                }
                out.append(s.charAt(at++));
                continue;
            }
            if (s.startsWith("\\\\", at)) {
                if (high != 0) {
                    throw invalidPair();
                }
                out.append('\\');
                at += 2;
                continue;
            }
            if (isHex(s, at + 1, 4)) {
                consumed = 5;
            } else if (s.startsWith("u", at + 1) && isHex(s, at + 2, 4)) {
                consumed = 6;
            } else if (s.startsWith("+", at + 1) && isHex(s, at + 2, 6)) {
                consumed = 8;
            } else if (s.startsWith("U", at + 1) && isHex(s, at + 2, 8)) {
                consumed = 10;
            } else {
                throw new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode escape")
                        .withHint("Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.");
            }
            int digits = consumed == 5 ? 1 : 2;
            long value = Long.parseLong(s.substring(at + digits, at + consumed), 16);
            if (value == 0 || value > 0x10FFFF) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "invalid Unicode code point: " + String.format(Locale.ROOT, "%04X", value));
            }
            point = (int) value;
            if (high != 0) {
                if (point < 0xDC00 || point > 0xDFFF) {
                    throw invalidPair();
                }
                out.appendCodePoint(Character.toCodePoint((char) high, (char) point));
                high = 0;
            } else if (point >= 0xD800 && point <= 0xDBFF) {
                high = point;
            } else if (point >= 0xDC00 && point <= 0xDFFF) {
                throw invalidPair();
            } else {
                out.appendCodePoint(point);
            }
            at += consumed;
        }
        if (high != 0) {
            throw invalidPair();
        }
        return Text.of(out.toString());
    }

    private static SqlException invalidPair() {
        return new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair");
    }

    private static boolean isHex(String s, int from, int count) {
        if (from + count > s.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (s.charAt(i) > 127 || Character.digit(s.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
