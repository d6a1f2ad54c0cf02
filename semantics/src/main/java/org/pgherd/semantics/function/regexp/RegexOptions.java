package org.pgherd.semantics.function.regexp;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// How an expression is read and matched (regexp.c:parse_re_flags). Letters come from a function's flags argument
/// or from the expression's own beginning.
record RegexOptions(
        Syntax syntax,
        boolean ignoreCase,
        boolean newlineStops,
        boolean newlineAnchors,
        boolean expanded,
        boolean global,
        boolean asciiOnly) {
    enum Syntax {
        ADVANCED,
        EXTENDED,
        BASIC,
        LITERAL
    }

    static final RegexOptions DEFAULT = new RegexOptions(Syntax.ADVANCED, false, false, false, false, false, false);

    static RegexOptions parse(@Nullable Text flags) {
        RegexOptions options = DEFAULT;
        if (flags != null) {
            String letters = flags.toString();
            for (int i = 0; i < letters.length(); i++) {
                RegexOptions next =
                        letters.charAt(i) == 'g' ? options.withGlobal(true) : options.with(letters.charAt(i));
                if (next == null) {
                    int point = letters.codePointAt(i);
                    throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid regular expression option: \"" + Character.toString(point) + "\"");
                }
                options = next;
            }
        }
        return options;
    }

    /// Null if the letter is no option.
    @Nullable
    RegexOptions with(char letter) {
        return switch (letter) {
            case 'b' -> withSyntax(Syntax.BASIC);
            case 'c' -> withCase(false);
            case 'e' -> withSyntax(Syntax.EXTENDED);
            case 'i' -> withCase(true);
            case 'm', 'n' -> withNewline(true, true);
            case 'p' -> withNewline(true, false);
            case 'q' -> withSyntax(Syntax.LITERAL);
            case 's' -> withNewline(false, false);
            case 't' -> withExpanded(false);
            case 'w' -> withNewline(false, true);
            case 'x' -> withExpanded(true);
            default -> null;
        };
    }

    RegexOptions withSyntax(Syntax value) {
        return new RegexOptions(value, ignoreCase, newlineStops, newlineAnchors, expanded, global, asciiOnly);
    }

    RegexOptions withCase(boolean ignore) {
        return new RegexOptions(syntax, ignore, newlineStops, newlineAnchors, expanded, global, asciiOnly);
    }

    RegexOptions withNewline(boolean stops, boolean anchors) {
        return new RegexOptions(syntax, ignoreCase, stops, anchors, expanded, global, asciiOnly);
    }

    private RegexOptions withExpanded(boolean value) {
        return new RegexOptions(syntax, ignoreCase, newlineStops, newlineAnchors, value, global, asciiOnly);
    }

    RegexOptions withGlobal(boolean value) {
        return new RegexOptions(syntax, ignoreCase, newlineStops, newlineAnchors, expanded, value, asciiOnly);
    }

    RegexOptions withAsciiOnly(boolean value) {
        return new RegexOptions(syntax, ignoreCase, newlineStops, newlineAnchors, expanded, global, value);
    }
}
