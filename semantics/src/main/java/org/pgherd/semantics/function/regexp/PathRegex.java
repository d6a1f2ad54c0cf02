package org.pgherd.semantics.function.regexp;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// jsonpath's like_regex with XQuery's flags (jsonpath.c:jspConvertRegexFlags).
public final class PathRegex {
    private PathRegex() {}

    /// Fails as the regular expression would.
    public static void check(Text pattern, String flags) {
        Regex.of(pattern, options(flags));
    }

    public static boolean matches(Text pattern, String flags, Text text) {
        return Regex.of(pattern, options(flags)).occursIn(text);
    }

    private static RegexOptions options(String flags) {
        RegexOptions options = RegexOptions.DEFAULT.withCase(flags.indexOf('i') >= 0);
        if (flags.indexOf('q') >= 0) {
            return options.withSyntax(RegexOptions.Syntax.LITERAL);
        }
        if (flags.indexOf('x') >= 0) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "XQuery \"x\" flag (expanded regular expressions) is not implemented");
        }
        return options.withNewline(flags.indexOf('s') < 0, flags.indexOf('m') >= 0);
    }
}
