package org.pgherd.gateway.shell;

import java.util.ArrayList;
import java.util.List;

/// Cuts text into statements at the semicolons that end one, as psql does: not those in strings, quoted names,
/// comments,
/// dollar quotes, parentheses, or the BEGIN ATOMIC body of a function (psqlscan.l).
public final class StatementScanner {
    private final String text;
    private final boolean standardStrings;
    private int at;
    private int start;
    private int parentheses;
    /// Depth of BEGIN ATOMIC and CASE within it.
    private int bodies;
    /// Whether the statement may have a BEGIN ATOMIC body: it began CREATE ... FUNCTION or PROCEDURE.
    private boolean create;

    private boolean routine;
    private int words;
    private boolean content;
    private boolean open;
    private final List<String> statements = new ArrayList<>();

    private StatementScanner(String text, boolean standardStrings) {
        this.text = text;
        this.standardStrings = standardStrings;
    }

    /// @param statements complete ones, without their semicolons
    /// @param rest what follows the last of them
    /// @param hasContent whether the rest is more than blanks and comments
    /// @param isOpen whether the rest ends within a string, a quoted name, a comment, or parentheses
    public record Cut(List<String> statements, String rest, boolean hasContent, boolean isOpen) {}

    /// By PostgreSQL's defaults.
    public static Cut cut(String text) {
        return cut(text, true);
    }

    /// @param standardStrings the server's standard_conforming_strings
    public static Cut cut(String text, boolean standardStrings) {
        StatementScanner scanner = new StatementScanner(text, standardStrings);
        scanner.scan();
        return new Cut(
                List.copyOf(scanner.statements),
                text.substring(scanner.start),
                scanner.content,
                scanner.open || scanner.parentheses > 0 || scanner.bodies > 0);
    }

    /// All statements of a file; one that lacks its semicolon at the end counts.
    public static List<String> all(String text) {
        Cut cut = cut(text);
        List<String> all = new ArrayList<>(cut.statements());
        if (cut.hasContent()) {
            all.add(cut.rest());
        }
        return all;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '-' && next() == '-') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (c == '/' && next() == '*') {
                comment();
            } else if (c == '\'') {
                quoted('\'', !standardStrings || escapes());
            } else if (c == '"') {
                quoted('"', false);
            } else if (c == '$') {
                dollar();
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else {
                punctuation(c);
            }
        }
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    /// Whether the string that begins here is written E'...'.
    private boolean escapes() {
        return at > start
                && (text.charAt(at - 1) | 0x20) == 'e'
                && (at - 1 == start || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    private void comment() {
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        open = true;
    }

    private void quoted(char quote, boolean backslashes) {
        content = true;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == quote) {
                if (next() != quote) {
                    at++;
                    return;
                }
                at++;
            }
            at++;
        }
        at = text.length();
        open = true;
    }

    private void dollar() {
        content = true;
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean tag = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(at + 1));
        if (!tag) {
            at++;
            return;
        }
        String mark = text.substring(at, end + 1);
        int close = text.indexOf(mark, end + 1);
        if (close < 0) {
            open = true;
            at = text.length();
        } else {
            at = close + mark.length();
        }
    }

    private void word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '$')) {
            at++;
        }
        content = true;
        String word = text.substring(from, at).toLowerCase(java.util.Locale.ROOT);
        words++;
        if (words == 1) {
            create = word.equals("create");
        } else if (create && words <= 4 && (word.equals("function") || word.equals("procedure"))) {
            routine = true;
        }
        if (routine && parentheses == 0) {
            switch (word) {
                case "begin" -> bodies++;
                case "case" -> bodies += bodies > 0 ? 1 : 0;
                case "end" -> bodies -= bodies > 0 ? 1 : 0;
                default -> {}
            }
        }
    }

    private void punctuation(char c) {
        switch (c) {
            case '(' -> parentheses++;
            case ')' -> parentheses -= parentheses > 0 ? 1 : 0;
            case ';' -> {
                if (parentheses == 0 && bodies == 0) {
                    if (content) {
                        statements.add(text.substring(start, at).strip());
                    }
                    at++;
                    begin();
                    return;
                }
            }
            default -> {}
        }
        content |= !Character.isWhitespace(c);
        at++;
    }

    private void begin() {
        start = at;
        words = 0;
        create = false;
        routine = false;
        content = false;
        parentheses = 0;
        bodies = 0;
    }
}
