package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.*;

import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The lexer. Transplants the rules of src/backend/parser/scan.l.
/// Works on a range of a text; offsets are those of the text.
public final class SqlLexer {
    private final TokenBuffer buffer;
    private final LexicalSettings settings;
    private String text = "";
    private int limit;

    private SqlLexer(TokenBuffer buffer, LexicalSettings settings) {
        this.buffer = buffer;
        this.settings = settings;
    }

    /// As [#lex(TokenBuffer, String, int, int, LexicalSettings)] by the defaults.
    public static void lex(TokenBuffer buffer, String text, int start, int end) {
        lex(buffer, text, start, end, LexicalSettings.STANDARD);
    }

    /// Fills `buffer` with the tokens of `text[start, end)` and an end marker. An error ends the tokens with one of
    /// type LEX_ERROR, to be reported when the parser gets there.
    public static void lex(TokenBuffer buffer, String text, int start, int end, LexicalSettings settings) {
        buffer.begin(text);
        SqlLexer lexer = new SqlLexer(buffer, settings);
        lexer.text = text;
        lexer.limit = end;
        int at = start;
        try {
            at = lexer.run(start);
        } catch (SqlException error) {
            buffer.fail(error);
            int from = Math.max(error.at().start(), start);
            buffer.add(LEX_ERROR, from, end);
            at = end;
        }
        buffer.add(EOF, at, at);
    }

    private char charAt(int at) {
        return at < limit ? text.charAt(at) : '\0';
    }

    private int run(int at) {
        while (at < limit) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isIdentifierStart(c)) {
                at = word(at, c);
            } else if (c >= '0' && c <= '9') {
                at = NumberLexer.number(this, at);
            } else {
                at = other(at, c);
            }
        }
        return limit;
    }

    private int word(int at, char c) {
        char next = charAt(at + 1);
        if (next == '\'') {
            switch (c) {
                case 'e', 'E' -> {
                    return StringLexer.escaped(this, at, at + 2, false);
                }
                case 'b', 'B' -> {
                    return StringLexer.bits(this, at, BCONST, 'b', "unterminated bit string literal");
                }
                case 'x', 'X' -> {
                    return StringLexer.bits(this, at, XCONST, 'x', "unterminated hexadecimal string literal");
                }
                case 'n', 'N' -> {
                    add(NCHAR, at, at + 1).value = "nchar";
                    return at + 1;
                }
                default -> {}
            }
        } else if (next == '&' && (c == 'u' || c == 'U')) {
            char quote = charAt(at + 2);
            if (quote == '\'') {
                if (!settings.standardStrings()) {
                    throw unsafeUnicode(at);
                }
                return StringLexer.quoted(this, at, at + 3, USCONST);
            }
            if (quote == '"') {
                return StringLexer.identifier(this, at, at + 3, UIDENT);
            }
        }
        int start = at;
        int hash = 0;
        do {
            hash = Keywords.step(hash, c);
            at++;
            if (at >= limit) {
                break;
            }
            c = text.charAt(at);
        } while (isIdentifierPart(c));
        SqlToken token = add(Keywords.typeAt(text, start, at, hash), start, at);
        if (at - start > TokenValues.SHORT_NAME && token.type == IDENT) {
            buffer.cut(token, TokenValues.folded(text, start, at));
        }
        return at;
    }

    private int other(int at, char c) {
        switch (c) {
            case '\'':
                return settings.standardStrings()
                        ? StringLexer.quoted(this, at, at + 1, SCONST)
                        : StringLexer.escaped(this, at, at + 1, settings.escapeWarning());
            case '"':
                return StringLexer.identifier(this, at, at + 1, IDENT);
            case '$':
                return StringLexer.dollar(this, at);
            case '(':
                return single(LP, at);
            case ')':
                return single(RP, at);
            case '[':
                return single(LB, at);
            case ']':
                return single(RB, at);
            case ',':
                return single(COMMA, at);
            case ';':
                return single(SEMI, at);
            case '.':
                if (charAt(at + 1) == '.') {
                    return multi(DOT_DOT, at, 2);
                }
                return isDigit(charAt(at + 1)) ? NumberLexer.number(this, at) : single(DOT, at);
            case ':':
                if (charAt(at + 1) == ':') {
                    return multi(TYPECAST, at, 2);
                }
                return charAt(at + 1) == '=' ? multi(COLON_EQUALS, at, 2) : single(COLON, at);
            default:
                if (OperatorLexer.isOperatorChar(c)) {
                    return OperatorLexer.operator(this, at);
                }
                // scan.l's "other": the parser will not know it
                return multi(UNKNOWN_CHAR, at, Character.isHighSurrogate(c) && at + 1 < limit ? 2 : 1);
        }
    }

    private int single(int type, int at) {
        return multi(type, at, 1);
    }

    private int multi(int type, int at, int length) {
        add(type, at, at + length);
        return at + length;
    }

    SqlToken add(int type, int start, int end) {
        return buffer.add(type, start, end);
    }

    LexicalSettings settings() {
        return settings;
    }

    private static SqlException unsafeUnicode(int at) {
        return new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "unsafe use of string constant with Unicode escapes",
                        Position.at(at))
                .withDetail(
                        "String constants with Unicode escapes cannot be used when \"standard_conforming_strings\" is"
                                + " off.");
    }

    TokenBuffer buffer() {
        return buffer;
    }

    String text() {
        return text;
    }

    int limit() {
        return limit;
    }

    /// An error in PostgreSQL's form for the lexer: the text shown is the token up to `end`.
    SqlException error(String message, int start, int end) {
        return new SqlException(
                SqlState.SYNTAX_ERROR,
                message + (start >= limit ? " at end of input" : " at or near \"" + text.substring(start, end) + "\""),
                new Position(start, end));
    }

    public static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isIdentifierStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    public static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || isDigit(c) || c == '$';
    }
}
