package org.pgherd.grammar.plpgsql;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.SqlToken;
import org.pgherd.grammar.lexer.TokenBuffer;

/// The tokens of a body as SQL's lexer makes them, with a reading position.
final class BodyTokens {
    final String text;
    private final TokenBuffer buffer = new TokenBuffer();
    private final int[] lineStarts;
    int at;

    BodyTokens(String text) {
        this.text = text;
        SqlLexer.lex(buffer, text, 0, text.length());
        lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] found = new int[16];
        int n = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (n == found.length) {
                found = Arrays.copyOf(found, n * 2);
            }
            found[n++] = i + 1;
        }
        return Arrays.copyOf(found, n);
    }

    SqlToken peek(int ahead) {
        SqlToken token = buffer.token(Math.min(Math.max(at + ahead, 0), buffer.size() - 1));
        SqlException failure = buffer.failure();
        if (failure != null && token.getType() == PgSql.LEX_ERROR) {
            throw failure;
        }
        return token;
    }

    SqlToken take() {
        SqlToken token = peek(0);
        if (token.getType() != PgSql.EOF) {
            at++;
        }
        return token;
    }

    boolean is(int ahead, int type) {
        return peek(ahead).getType() == type;
    }

    /// Whether a token can be a part of a name: quoted, or no reserved word.
    boolean isIdentifier(SqlToken token) {
        return isWord(token) && (!isPlain(token) || !PlKeywords.isReserved(token.value()));
    }

    static boolean isWord(SqlToken token) {
        return token.getType() == PgSql.IDENT || token.keywordClass() != null;
    }

    /// Whether a word stands there without quotes.
    boolean isPlain(SqlToken token) {
        return text.charAt(token.start()) != '"';
    }

    /// Whether the token is spelled so: for operators.
    boolean spells(SqlToken token, String spelling) {
        return token.end() - token.start() == spelling.length() && text.startsWith(spelling, token.start());
    }

    /// Whether `..` comes before LOOP, outside of parentheses.
    boolean hasRange() {
        int depth = 0;
        for (int i = 0; ; i++) {
            SqlToken token = peek(i);
            switch (token.getType()) {
                case PgSql.LP -> depth++;
                case PgSql.RP -> depth--;
                case PgSql.EOF, PgSql.SEMI -> {
                    return false;
                }
                case PgSql.DOT_DOT -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {
                    if (depth == 0
                            && isWord(token)
                            && isPlain(token)
                            && token.value().equals("loop")) {
                        return false;
                    }
                }
            }
        }
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The value of a whole number.
    int intAt(PlToken token) {
        return buffer.token(token.index()).intValue();
    }

    /// The value of a string.
    String stringAt(PlToken token) {
        return buffer.token(token.index()).value();
    }
}
