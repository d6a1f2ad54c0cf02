package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.NCHAR;
import static org.pgherd.grammar.antlr.PgSql.SCONST;

import java.util.Arrays;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;

/// A text that means the same whatever the lexical settings are: its strings with backslashes are written as E'...'.
/// Such a text can be kept, planned and sent to shards; errors are told in places of the text as it was given.
public final class PortableText {
    private final String given;
    private final String text;

    /// Offsets in `text` behind which it is `ahead` characters longer than what was given.
    private final int[] from;

    private final int[] ahead;

    private PortableText(String given, String text, int[] from, int[] ahead) {
        this.given = given;
        this.text = text;
        this.from = from;
        this.ahead = ahead;
    }

    /// A text that cannot be read as tokens is changed up to where it cannot.
    public static PortableText of(String given, LexicalSettings settings) {
        if (given.indexOf('\\') < 0) {
            return new PortableText(given, given, new int[0], new int[0]);
        }
        TokenBuffer tokens = new TokenBuffer();
        SqlLexer.lex(tokens, given, 0, given.length(), settings);
        StringBuilder text = new StringBuilder(given.length() + 16);
        int[] from = new int[8];
        int[] ahead = new int[8];
        int known = 0;
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.token(i);
            if (token.type != SCONST || given.charAt(token.start) != '\'' || !hasBackslash(given, token)) {
                continue;
            }
            text.append(given, copied, token.start);
            copied = token.start;
            if (i > 0 && tokens.token(i - 1).type == NCHAR && tokens.token(i - 1).end == token.start) {
                text.append("char");
            }
            text.append(" E");
            if (settings.standardStrings()) {
                for (int c = token.start; c < token.end; c++) {
                    char next = given.charAt(c);
                    text.append(next);
                    if (next == '\\') {
                        text.append('\\');
                    }
                }
                copied = token.end;
            }
            if (known == from.length) {
                from = Arrays.copyOf(from, known * 2);
                ahead = Arrays.copyOf(ahead, known * 2);
            }
            from[known] = text.length();
            ahead[known++] = text.length() - copied;
        }
        text.append(given, copied, given.length());
        return new PortableText(given, text.toString(), Arrays.copyOf(from, known), Arrays.copyOf(ahead, known));
    }

    private static boolean hasBackslash(String given, SqlToken token) {
        int at = given.indexOf('\\', token.start);
        return at >= 0 && at < token.end;
    }

    public String text() {
        return text;
    }

    /// An error in the text, where it is in what was given.
    public SqlException relocated(SqlException error) {
        ErrorFields fields = error.fields();
        if (from.length == 0) {
            return error;
        }
        if (fields.character() > 0) {
            int offset =
                    text.offsetByCodePoints(0, Math.min(fields.character() - 1, text.codePointCount(0, text.length())));
            return error.withFields(fields.withCharacter(given.codePointCount(0, given(offset)) + 1));
        }
        if (!fields.at().isKnown()) {
            return error;
        }
        return error.withFields(fields.withAt(
                new Position(given(fields.at().start()), given(fields.at().end()))));
    }

    /// The offset in what was given; within a string that was changed, that of the string's start or end.
    private int given(int offset) {
        int shift = 0;
        for (int i = 0; i < from.length; i++) {
            if (offset < from[i]) {
                int limit = from[i] - ahead[i];
                return Math.min(Math.max(offset - shift, 0), limit);
            }
            shift = ahead[i];
        }
        return Math.min(offset - shift, given.length());
    }
}
