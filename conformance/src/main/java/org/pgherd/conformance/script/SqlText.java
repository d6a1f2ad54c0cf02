package org.pgherd.conformance.script;

/// The little of SQL's lexical structure that psql itself knows.
final class SqlText {
    private SqlText() {}

    /// If a comment, string, quoted identifier or dollar-quoted string begins at `at`: where it ends, else `at`.
    static int skipOpaque(String text, int at) {
        return skipOpaque(text, at, true);
    }

    /// @param standardStrings whether a backslash in '...' is a character like others
    static int skipOpaque(String text, int at, boolean standardStrings) {
        char c = text.charAt(at);
        if (c == '-' && text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (c == '/' && text.startsWith("/*", at)) {
            return blockComment(text, at);
        }
        if (c == '\'') {
            boolean escapes = !standardStrings
                    || at > 0
                            && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
                            && (at == 1 || !isWordPart(text.charAt(at - 2)));
            return quoted(text, at, '\'', escapes);
        }
        if (c == '"') {
            return quoted(text, at, '"', false);
        }
        if (c == '$' && (at == 0 || !isWordPart(text.charAt(at - 1)))) {
            return dollarQuoted(text, at);
        }
        return at;
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    private static int blockComment(String text, int at) {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private static int quoted(String text, int at, char quote, boolean escapes) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && escapes) {
                i++;
            } else if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private static int dollarQuoted(String text, int at) {
        int i = at + 1;
        while (i < text.length() && isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
            i++;
        }
        boolean tag =
                i < text.length() && text.charAt(i) == '$' && (i == at + 1 || !Character.isDigit(text.charAt(at + 1)));
        if (!tag) {
            return at;
        }
        String mark = text.substring(at, i + 1);
        int end = text.indexOf(mark, i + 1);
        return end < 0 ? text.length() : end + mark.length();
    }
}
