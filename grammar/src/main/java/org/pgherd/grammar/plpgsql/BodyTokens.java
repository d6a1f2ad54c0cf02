package org.pgherd.grammar.plpgsql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.SqlToken;
import org.pgherd.grammar.lexer.TokenBuffer;

/// The tokens of a body with a reading position.
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

    SqlToken peek() {
        return peek(0);
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
        SqlToken token = peek();
        if (token.getType() != PgSql.EOF) {
            at++;
        }
        return token;
    }

    boolean isEnd() {
        return peek().getType() == PgSql.EOF;
    }

    boolean is(int ahead, int type) {
        return peek(ahead).getType() == type;
    }

    /// The unquoted word that a token is, in lower case; empty for any other token.
    String word(int ahead) {
        SqlToken token = peek(ahead);
        return isName(token) && isPlain(token) ? token.value() : "";
    }

    private boolean isPlain(SqlToken token) {
        return SqlLexer.isIdentifierStart(text.charAt(token.start())) && !text.startsWith("&\"", token.start() + 1);
    }

    static boolean isName(SqlToken token) {
        return token.getType() == PgSql.IDENT || token.keywordClass() != null;
    }

    boolean isWord(String word) {
        return word(0).equals(word);
    }

    boolean takeWord(String word) {
        if (!isWord(word)) {
            return false;
        }
        at++;
        return true;
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw unexpected();
        }
    }

    boolean takeType(int type) {
        if (peek().getType() != type) {
            return false;
        }
        at++;
        return true;
    }

    void expect(int type) {
        if (!takeType(type)) {
            throw unexpected();
        }
    }

    /// Whether the token is spelled so: for operators.
    boolean spells(int ahead, String spelling) {
        SqlToken token = peek(ahead);
        return token.getType() != PgSql.EOF
                && token.end() - token.start() == spelling.length()
                && text.startsWith(spelling, token.start());
    }

    String name() {
        SqlToken token = peek();
        if (!isName(token) || isPlain(token) && ReservedWords.contains(token.value())) {
            throw unexpected();
        }
        at++;
        return token.value();
    }

    int line() {
        return line(peek().start());
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    SqlException unexpected() {
        SqlToken token = peek();
        return token.getType() == PgSql.EOF
                ? error("syntax error at end of input", token.at())
                : error("syntax error at or near \"" + token.getText() + "\"", token.at());
    }

    static SqlException error(String message, @Nullable Position at) {
        SqlException e = new SqlException(SqlState.SYNTAX_ERROR, message);
        return at == null ? e : e.withAt(at);
    }
}
