package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.COLNAME;
import static org.pgherd.grammar.antlr.PgSql.CURRENT_SCHEMA_LA;
import static org.pgherd.grammar.antlr.PgSql.JSON_LA;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A token that is used again for the next statement: nothing may keep it after the parse.
public final class SqlToken implements Token {
    final TokenBuffer buffer;
    final int index;
    int type;

    /// UTF-16 offsets in the source text; `end` is exclusive.
    int start;

    int end;

    /// What the token stands for (a string without quotes, a folded identifier), or null while it can be
    /// cut from the text.
    @Nullable
    String value;

    SqlToken(TokenBuffer buffer, int index) {
        this.buffer = buffer;
        this.index = index;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public Position at() {
        return new Position(start, end);
    }

    /// The decoded string, the folded and truncated identifier, the keyword in lower case, or the digits
    /// of a number.
    public String value() {
        String known = value;
        if (known == null) {
            known = TokenValues.of(this);
            value = known;
        }
        return known;
    }

    /// The value of an ICONST.
    public int intValue() {
        return TokenValues.intValue(this);
    }

    /// The class of the keyword that this is or was before it was retagged; null for other tokens.
    public @Nullable KeywordClass keywordClass() {
        return switch (type) {
            case COLNAME, JSON_LA, CURRENT_SCHEMA_LA -> Keywords.classOf(Keywords.typeOf(getText()));
            default -> Keywords.classOf(type);
        };
    }

    @Override
    public String getText() {
        return type == EOF ? "" : buffer.text().substring(start, end);
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return 1;
    }

    @Override
    public int getCharPositionInLine() {
        return start;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return index;
    }

    @Override
    public int getStartIndex() {
        return start;
    }

    @Override
    public int getStopIndex() {
        return end - 1;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }

    @Override
    public String toString() {
        return getText();
    }
}
