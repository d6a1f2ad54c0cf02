package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.*;

/// Everything between quotes or dollars.
final class StringLexer {
    private StringLexer() {}

    /// '...' with doubled quotes and continuation lines; `body` is behind the opening quote.
    static int quoted(SqlLexer lexer, int start, int body, int type) {
        String text = lexer.text();
        int limit = lexer.limit();
        StringBuilder decoded = null;
        int from = body;
        int at = body;
        while (true) {
            int quote = text.indexOf('\'', at);
            if (quote < 0 || quote >= limit) {
                throw lexer.error("unterminated quoted string", start, limit);
            }
            if (quote + 1 < limit && text.charAt(quote + 1) == '\'') {
                decoded = append(decoded, text, from, quote + 1);
                from = quote + 2;
                at = from;
                continue;
            }
            int more = continuation(text, quote + 1, limit);
            if (more >= 0) {
                decoded = append(decoded, text, from, quote);
                from = more;
                at = more;
                continue;
            }
            SqlToken token = lexer.add(type, start, quote + 1);
            if (decoded != null) {
                token.value = append(decoded, text, from, quote).toString();
            } else if (type != SCONST) {
                token.value = text.substring(from, quote);
            }
            return quote + 1;
        }
    }

    static StringBuilder append(
            @org.jspecify.annotations.Nullable StringBuilder decoded, String text, int from, int to) {
        StringBuilder result = decoded == null ? new StringBuilder() : decoded;
        return result.append(text, from, to);
    }

    /// Behind the quote of a next line's part of the string, or -1: blanks and `--` comments with a line end.
    static int continuation(String text, int at, int limit) {
        boolean line = false;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                line = true;
                at++;
            } else if (SqlLexer.isSpace(c)) {
                at++;
            } else if (c == '-' && at + 1 < limit && text.charAt(at + 1) == '-') {
                while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else {
                return line && c == '\'' ? at + 1 : -1;
            }
        }
        return -1;
    }

    /// E'...', or '...' where backslashes are no plain characters.
    ///
    /// @param warns whether to tell of the first backslash
    static int escaped(SqlLexer lexer, int start, int body, boolean warns) {
        EscapeDecoder decoder = new EscapeDecoder(lexer, start, body, warns);
        int end = decoder.run();
        lexer.add(SCONST, start, end).value = decoder.value();
        return end;
    }

    /// B'...' and X'...'; the digits are judged by the type's input function, not here.
    static int bits(SqlLexer lexer, int start, int type, char prefix, String unterminated) {
        String text = lexer.text();
        int limit = lexer.limit();
        StringBuilder digits = new StringBuilder().append(prefix);
        int from = start + 2;
        while (true) {
            int quote = text.indexOf('\'', from);
            if (quote < 0 || quote >= limit) {
                throw lexer.error(unterminated, start, limit);
            }
            digits.append(text, from, quote);
            int more = continuation(text, quote + 1, limit);
            if (more < 0) {
                lexer.add(type, start, quote + 1).value = digits.toString();
                return quote + 1;
            }
            from = more;
        }
    }

    /// "..." and U&"..."
    static int identifier(SqlLexer lexer, int start, int body, int type) {
        String text = lexer.text();
        int limit = lexer.limit();
        StringBuilder decoded = null;
        int from = body;
        while (true) {
            int quote = text.indexOf('"', from);
            if (quote < 0 || quote >= limit) {
                throw lexer.error("unterminated quoted identifier", start, limit);
            }
            if (quote + 1 < limit && text.charAt(quote + 1) == '"') {
                decoded = append(decoded, text, from, quote + 1);
                from = quote + 2;
                continue;
            }
            String name = decoded == null
                    ? text.substring(from, quote)
                    : append(decoded, text, from, quote).toString();
            if (name.isEmpty()) {
                throw lexer.error("zero-length delimited identifier", start, quote + 1);
            }
            SqlToken token = lexer.add(type, start, quote + 1);
            if (type == IDENT) {
                lexer.buffer().cut(token, name);
            } else {
                token.value = name;
            }
            return quote + 1;
        }
    }

    /// $n, $$...$$, $tag$...$tag$, or a lone dollar.
    static int dollar(SqlLexer lexer, int start) {
        String text = lexer.text();
        int limit = lexer.limit();
        int at = start + 1;
        if (at < limit && SqlLexer.isDigit(text.charAt(at))) {
            return NumberLexer.parameter(lexer, start);
        }
        if (at < limit && SqlLexer.isIdentifierStart(text.charAt(at))) {
            at++;
            while (at < limit && (SqlLexer.isIdentifierStart(text.charAt(at)) || SqlLexer.isDigit(text.charAt(at)))) {
                at++;
            }
        }
        if (at >= limit || text.charAt(at) != '$') {
            lexer.add(UNKNOWN_CHAR, start, start + 1);
            return start + 1;
        }
        String tag = text.substring(start, at + 1);
        int close = text.indexOf(tag, at + 1);
        if (close < 0 || close + tag.length() > limit) {
            throw lexer.error("unterminated dollar-quoted string", start, limit);
        }
        int end = close + tag.length();
        lexer.add(SCONST, start, end).value = text.substring(at + 1, close);
        return end;
    }
}
