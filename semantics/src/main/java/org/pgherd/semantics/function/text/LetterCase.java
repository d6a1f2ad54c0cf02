package org.pgherd.semantics.function.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// Upper and lower case (formatting.c:str_tolower and its kin): ASCII letters only under C, simple mappings of
/// single code points under C.UTF-8, full mappings elsewhere.
public final class LetterCase {
    private LetterCase() {}

    private enum Rules {
        ASCII,
        SIMPLE,
        FULL
    }

    private static Rules rules(CallSite site, String function) {
        TextOrder.requireCollation(site, function);
        return switch (site.inputCollation()) {
            case Collations.C, Collations.POSIX -> Rules.ASCII;
            case Collations.DEFAULT, Collations.PG_C_UTF8, Collations.UCS_BASIC -> Rules.SIMPLE;
            default -> Rules.FULL;
        };
    }

    @PgFunction(oid = 870)
    public static Text lower(CallSite site, Text a) {
        Rules rules = rules(site, "lower() function");
        if (rules == Rules.ASCII || a.isAscii()) {
            return mapAscii(a, 'A', 'Z');
        }
        return rules == Rules.SIMPLE ? mapSimple(a, true) : Text.of(UCharacter.toLowerCase(ULocale.ROOT, a.toString()));
    }

    @PgFunction(oid = 871)
    public static Text upper(CallSite site, Text a) {
        Rules rules = rules(site, "upper() function");
        if (rules == Rules.ASCII || a.isAscii()) {
            return mapAscii(a, 'a', 'z');
        }
        return rules == Rules.SIMPLE
                ? mapSimple(a, false)
                : Text.of(UCharacter.toUpperCase(ULocale.ROOT, a.toString()));
    }

    private static Text mapAscii(Text a, char first, char last) {
        byte[] mapped = null;
        for (int i = 0; i < a.length(); i++) {
            byte b = a.at(i);
            if (b >= first && b <= last) {
                if (mapped == null) {
                    mapped = a.toByteArray();
                }
                mapped[i] = (byte) (b ^ 0x20);
            }
        }
        return mapped == null ? a : Text.of(mapped);
    }

    private static Text mapSimple(Text a, boolean lower) {
        int[] points = CodePoints.array(a);
        for (int i = 0; i < points.length; i++) {
            points[i] = lower ? UCharacter.toLowerCase(points[i]) : UCharacter.toUpperCase(points[i]);
        }
        return CodePoints.text(points, 0, points.length);
    }

    @PgFunction(oid = 872)
    public static Text initcap(CallSite site, Text a) {
        Rules rules = rules(site, "initcap() function");
        if (rules == Rules.FULL) {
            return Text.of(UCharacter.toTitleCase(ULocale.ROOT, a.toString(), null));
        }
        int[] points = CodePoints.array(a);
        boolean inWord = false;
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (rules == Rules.ASCII) {
                boolean ascii = c < 128;
                points[i] = !ascii ? c : inWord ? Character.toLowerCase(c) : Character.toUpperCase(c);
                inWord = ascii && Character.isLetterOrDigit(c);
            } else {
                points[i] = inWord ? UCharacter.toLowerCase(c) : UCharacter.toUpperCase(c);
                inWord = UCharacter.isUAlphabetic(c) || c >= '0' && c <= '9';
            }
        }
        return CodePoints.text(points, 0, points.length);
    }

    @PgFunction(oid = 6412)
    public static Text casefold(CallSite site, Text a) {
        Rules rules = rules(site, "lower() function");
        if (rules == Rules.ASCII || a.isAscii()) {
            return mapAscii(a, 'A', 'Z');
        }
        if (rules == Rules.FULL) {
            return Text.of(UCharacter.foldCase(a.toString(), true));
        }
        int[] points = CodePoints.array(a);
        for (int i = 0; i < points.length; i++) {
            points[i] = UCharacter.foldCase(points[i], true);
        }
        return CodePoints.text(points, 0, points.length);
    }
}
