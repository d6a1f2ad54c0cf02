package org.pgherd.gateway.shell;

/// The line of a statement that an error points into, and a caret under the place (libpq's reportErrorPosition,
/// without its cutting of long lines).
public final class ErrorPlace {
    private ErrorPlace() {}

    /// Two lines; empty if the position is outside of the text.
    ///
    /// @param position in characters, from 1
    public static String shown(String sql, int position) {
        if (position > sql.codePointCount(0, sql.length()) + 1) {
            return "";
        }
        int at = sql.offsetByCodePoints(0, position - 1);
        int lineStart = sql.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = sql.indexOf('\n', at);
        String line =
                sql.substring(lineStart, lineEnd < 0 ? sql.length() : lineEnd).replace('\t', ' ');
        long number = sql.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        String label = "LINE " + number + ": ";
        return label + line + "\n" + " ".repeat(label.length() + at - lineStart) + "^\n";
    }
}
