package org.pgherd.grammar.lexer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The tokens of one text, end marker included, as the stream that the parser reads. The token objects are
/// kept and filled again, so a warm buffer allocates nothing.
public final class TokenBuffer implements TokenStream {
    private SqlToken[] tokens = new SqlToken[0];
    private int size;

    /// As many tokens were filled, some of which were taken out.
    private int filled;

    private int next;
    private String text = "";

    /// The error that ended the lexing; its token is the last but the end marker and has type LEX_ERROR.
    private @Nullable SqlException failure;

    /// What to tell about names that are cut to length and strings with backslashes, in their order; null while
    /// there is nothing.
    private @Nullable List<Notice> notices;

    /// Where the token stands that each notice is about.
    private int[] noticed = new int[4];

    public String text() {
        return text;
    }

    public @Nullable SqlException failure() {
        return failure;
    }

    void begin(String text) {
        this.text = text;
        size = 0;
        filled = 0;
        next = 0;
        failure = null;
        notices = null;
    }

    /// Gives an identifier its value, cut to the bytes that a name keeps, and notes if it was.
    void cut(SqlToken token, String name) {
        String kept = TokenValues.truncated(name);
        token.value = kept;
        if (kept.length() == name.length()) {
            return;
        }
        notice(
                token.start,
                new Notice(
                        SqlState.NAME_TOO_LONG,
                        "identifier \"" + name + "\" will be truncated to \"" + kept + "\"",
                        ErrorFields.NONE.withSeverity("NOTICE")));
    }

    void notice(int start, Notice notice) {
        List<Notice> list = notices;
        if (list == null) {
            list = new ArrayList<>();
            notices = list;
        }
        if (list.size() == noticed.length) {
            noticed = Arrays.copyOf(noticed, noticed.length * 2);
        }
        // U&"..." is known late: in its place
        int at = list.size();
        while (at > 0 && noticed[at - 1] > start) {
            noticed[at] = noticed[at - 1];
            at--;
        }
        noticed[at] = start;
        list.add(at, notice);
    }

    /// Tells of what is to be told, up to the offset where the parser has come to.
    public void tell(Consumer<? super Notice> listener, int reached) {
        List<Notice> list = notices;
        if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                if (noticed[i] <= reached) {
                    listener.accept(list.get(i));
                }
            }
        }
    }

    void fail(SqlException error) {
        failure = error;
    }

    SqlToken add(int type, int start, int end) {
        if (size == tokens.length) {
            grow();
        }
        SqlToken token = tokens[size++];
        filled++;
        token.type = type;
        token.start = start;
        token.end = end;
        token.value = null;
        return token;
    }

    private void grow() {
        int old = tokens.length;
        tokens = Arrays.copyOf(tokens, Math.max(64, old * 2));
        for (int i = old; i < tokens.length; i++) {
            tokens[i] = new SqlToken(this, i);
        }
    }

    /// Takes out the tokens `[from, to)`.
    void remove(int from, int to) {
        for (int i = to; i < size; i++) {
            SqlToken source = tokens[i];
            SqlToken target = tokens[i - (to - from)];
            target.type = source.type;
            target.start = source.start;
            target.end = source.end;
            target.value = source.value;
        }
        size -= to - from;
    }

    public SqlToken token(int index) {
        return tokens[index];
    }

    /// Forgets large texts and arrays, before the buffer waits for its next use.
    public void release() {
        text = "";
        failure = null;
        notices = null;
        size = 0;
        if (tokens.length > 16384) {
            tokens = new SqlToken[0];
        } else {
            for (int i = 0; i < filled; i++) {
                tokens[i].value = null;
            }
        }
    }

    @Override
    public void consume() {
        next++;
    }

    @Override
    public int LA(int i) {
        return LT(i).type;
    }

    @Override
    public SqlToken LT(int k) {
        int at = k > 0 ? next + k - 1 : next + k;
        return tokens[Math.min(Math.max(at, 0), size - 1)];
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return next;
    }

    @Override
    public void seek(int index) {
        next = index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String getSourceName() {
        return "SQL";
    }

    @Override
    public Token get(int index) {
        return tokens[index];
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText(Interval interval) {
        return size == 0 ? "" : text.substring(tokens[interval.a].start, tokens[interval.b].end);
    }

    @Override
    public String getText() {
        return text;
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return text.substring(start.getStartIndex(), stop.getStopIndex() + 1);
    }
}
