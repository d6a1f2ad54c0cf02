package org.pgherd.semantics.function.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
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

    /// @param locale of FULL mappings
    private record Mapping(Rules rules, ULocale locale) {
        static final Mapping ASCII = new Mapping(Rules.ASCII, ULocale.ROOT);
        static final Mapping SIMPLE = new Mapping(Rules.SIMPLE, ULocale.ROOT);
        static final Mapping FULL = new Mapping(Rules.FULL, ULocale.ROOT);

        /// Whether letters of ASCII go to other letters of ASCII.
        boolean isPlain(Text a) {
            return rules == Rules.ASCII || a.isAscii() && !hasOwnI();
        }

        /// Languages whose i with and without a dot, or with more, are letters of their own.
        boolean hasOwnI() {
            return switch (locale.getLanguage()) {
                case "tr", "az", "lt" -> true;
                default -> false;
            };
        }
    }

    private static final ConcurrentHashMap<String, Mapping> OF_LOCALES = new ConcurrentHashMap<>();

    private static Mapping mapping(FunctionContext context, CallSite site, String function) {
        TextOrder.requireCollation(site, function);
        return switch (site.inputCollation()) {
            case Collations.C, Collations.POSIX -> Mapping.ASCII;
            case Collations.PG_C_UTF8, Collations.UCS_BASIC -> Mapping.SIMPLE;
            case Collations.PG_UNICODE_FAST -> Mapping.FULL;
            default -> mapping(context.types().collation(site.inputCollation()), function);
        };
    }

    private static Mapping mapping(@Nullable CollationRow row, String function) {
        if (row == null) {
            return Mapping.FULL;
        }
        return switch (row.provider()) {
            case 'd' -> Mapping.SIMPLE;
            case 'b' ->
                switch (row.locale()) {
                    case "C" -> Mapping.ASCII;
                    case "PG_UNICODE_FAST" -> Mapping.FULL;
                    default -> Mapping.SIMPLE;
                };
            case 'i', 'r' ->
                OF_LOCALES.computeIfAbsent(
                        row.locale(), name -> new Mapping(Rules.FULL, CollationOrder.localeNamed(name)));
            default -> {
                if (row.collate().equals("C") || row.collate().equals("POSIX")) {
                    yield Mapping.ASCII;
                }
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        function + " under collation \"" + row.name() + "\" cannot be computed outside of a server");
            }
        };
    }

    @PgFunction(oid = 870)
    public static Text lower(FunctionContext context, CallSite site, Text a) {
        Mapping mapping = mapping(context, site, "lower() function");
        if (mapping.isPlain(a)) {
            return mapAscii(a, 'A', 'Z');
        }
        return mapping.rules() == Rules.SIMPLE
                ? mapSimple(a, true)
                : Text.of(UCharacter.toLowerCase(mapping.locale(), a.toString()));
    }

    @PgFunction(oid = 871)
    public static Text upper(FunctionContext context, CallSite site, Text a) {
        Mapping mapping = mapping(context, site, "upper() function");
        if (mapping.isPlain(a)) {
            return mapAscii(a, 'a', 'z');
        }
        return mapping.rules() == Rules.SIMPLE
                ? mapSimple(a, false)
                : Text.of(UCharacter.toUpperCase(mapping.locale(), a.toString()));
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
    public static Text initcap(FunctionContext context, CallSite site, Text a) {
        Mapping mapping = mapping(context, site, "initcap() function");
        Rules rules = mapping.rules();
        if (rules == Rules.FULL) {
            return Text.of(UCharacter.toTitleCase(mapping.locale(), a.toString(), null));
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
    public static Text casefold(FunctionContext context, CallSite site, Text a) {
        Mapping mapping = mapping(context, site, "lower() function");
        if (mapping.isPlain(a)) {
            return mapAscii(a, 'A', 'Z');
        }
        if (mapping.rules() == Rules.FULL) {
            boolean turkic =
                    mapping.hasOwnI() && !mapping.locale().getLanguage().equals("lt");
            return Text.of(UCharacter.foldCase(a.toString(), !turkic));
        }
        int[] points = CodePoints.array(a);
        for (int i = 0; i < points.length; i++) {
            points[i] = UCharacter.foldCase(points[i], true);
        }
        return CodePoints.text(points, 0, points.length);
    }
}
