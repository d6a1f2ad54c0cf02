package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.TsVector;

/// Takes words out of the text of a tsvector or tsquery (tsvector_parser.c:gettoken_tsvector).
final class LexemeReader {
    private enum State {
        BEFORE,
        IN_WORD,
        IN_QUOTES,
        AFTER_QUOTE,
        AFTER_QUOTED,
        AT_POSITION,
        IN_POSITION
    }

    private final String text;
    /// Operators end words, and there are no positions.
    private final boolean query;
    private final StringBuilder word = new StringBuilder();
    private char[] positions = new char[4];
    private int count;
    private int at;

    LexemeReader(String text, boolean query) {
        this.text = text;
        this.query = query;
    }

    String word() {
        return word.toString();
    }

    /// As written: neither sorted nor without duplicates.
    char[] positions() {
        return Arrays.copyOf(positions, count);
    }

    /// Where the next word is looked for.
    int at() {
        return at;
    }

    /// False at the end of the text.
    boolean next(int from) {
        at = from;
        word.setLength(0);
        count = 0;
        State state = State.BEFORE;
        while (true) {
            char c = at < text.length() ? text.charAt(at) : 0;
            boolean end = at >= text.length();
            switch (state) {
                case BEFORE -> {
                    if (end) {
                        return false;
                    }
                    if (c == '\'') {
                        state = State.IN_QUOTES;
                    } else if (c == '\\') {
                        escaped();
                        state = State.IN_WORD;
                    } else if (query && isOperator(c)) {
                        throw syntaxError();
                    } else if (!isSpace(c)) {
                        word.append(c);
                        state = State.IN_WORD;
                    }
                }
                case IN_WORD -> {
                    if (!end && c == '\\') {
                        escaped();
                    } else if (end || isSpace(c) || query && isOperator(c)) {
                        return true;
                    } else if (c == ':') {
                        if (query) {
                            return true;
                        }
                        state = State.AT_POSITION;
                    } else {
                        word.append(c);
                    }
                }
                case IN_QUOTES -> {
                    if (end) {
                        throw syntaxError();
                    }
                    if (c == '\'') {
                        state = State.AFTER_QUOTE;
                    } else if (c == '\\') {
                        escaped();
                    } else {
                        word.append(c);
                    }
                }
                case AFTER_QUOTE -> {
                    if (c != '\'') {
                        if (word.isEmpty()) {
                            throw syntaxError();
                        }
                        if (query) {
                            return true;
                        }
                        state = State.AFTER_QUOTED;
                        continue;
                    }
                    word.append(c);
                    state = State.IN_QUOTES;
                }
                case AFTER_QUOTED -> {
                    if (c != ':') {
                        return true;
                    }
                    state = State.AT_POSITION;
                }
                case AT_POSITION -> {
                    if (!isDigit(c)) {
                        throw syntaxError();
                    }
                    addPosition();
                    state = State.IN_POSITION;
                }
                case IN_POSITION -> {
                    if (end || isSpace(c)) {
                        return true;
                    }
                    if (c == ',') {
                        state = State.AT_POSITION;
                    } else if (!isDigit(c)) {
                        weigh(c);
                    }
                }
            }
            at++;
        }
    }

    private void escaped() {
        at++;
        if (at >= text.length()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "there is no escaped character: \"" + text + "\"");
        }
        word.append(text.charAt(at));
    }

    private void addPosition() {
        long value = 0;
        for (int i = at; i < text.length() && isDigit(text.charAt(i)); i++) {
            int digit = text.charAt(i) - '0';
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        // as atoi() does with what is too large
        char place = TsVector.place((int) value, 0);
        if (TsVector.position(place) == 0) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "wrong position info in tsvector: \"" + text + "\"");
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
        }
        positions[count++] = place;
    }

    private void weigh(char letter) {
        int weight = switch (letter) {
            case 'a', 'A', '*' -> 3;
            case 'b', 'B' -> 2;
            case 'c', 'C' -> 1;
            case 'd', 'D' -> 0;
            default -> throw syntaxError();
        };
        char last = positions[count - 1];
        if (TsVector.weight(last) != 0) {
            throw syntaxError();
        }
        positions[count - 1] = TsVector.place(TsVector.position(last), weight);
    }

    SqlException syntaxError() {
        return new SqlException(
                SqlState.SYNTAX_ERROR, "syntax error in " + (query ? "tsquery" : "tsvector") + ": \"" + text + "\"");
    }

    private static boolean isOperator(char c) {
        return c == '!' || c == '&' || c == '|' || c == '<' || c == '(' || c == ')';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// iswspace() of glibc: those that do not break are none.
    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1680 && c != '\u180E' && Character.isWhitespace(c);
    }

    /// Writes a word in quotes.
    static void quote(String word, StringBuilder out) {
        out.append('\'');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append(c);
            }
            out.append(c);
        }
        out.append('\'');
    }
}
