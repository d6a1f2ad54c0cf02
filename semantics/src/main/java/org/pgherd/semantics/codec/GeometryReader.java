package org.pgherd.semantics.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Point;

/// Reads numbers, pairs and lists of pairs (geo_ops.c: single_decode, pair_decode, path_decode).
final class GeometryReader {
    /// What strtod takes of a text.
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)(p[+-]?[0-9]+)?"
                    + "|([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|infinity|inf|nan)",
            Pattern.CASE_INSENSITIVE);

    private final String type;
    private final String text;
    private int at;
    private boolean open;

    GeometryReader(String type, String text) {
        this.type = type;
        this.text = text;
    }

    SqlException invalid() {
        return TypeCodec.invalidSyntax(type, text);
    }

    static SqlException tooManyPoints() {
        return new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "too many points requested");
    }

    /// The character there; 0 at the end.
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    void require(char c) {
        if (!accept(c)) {
            throw invalid();
        }
    }

    void skipBlanks() {
        while (IntegerText.isSpace(peek())) {
            at++;
        }
    }

    void requireEnd() {
        if (at < text.length()) {
            throw invalid();
        }
    }

    /// Whether an opening parenthesis follows directly, blanks aside.
    boolean parenthesisFollows(int ahead) {
        int i = at + ahead;
        while (i < text.length() && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '(';
    }

    void skipToParenthesis() {
        at = text.indexOf('(', at + 1);
    }

    /// Whether no other opening parenthesis comes behind this one.
    boolean isLastParenthesis() {
        return text.lastIndexOf('(') == at;
    }

    /// Of pairs, by the number of commas; -1 if that does not fit.
    int pairs() {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ',') {
                commas++;
            }
        }
        return commas % 2 == 1 ? (commas + 1) / 2 : -1;
    }

    /// Whether the list of points began with a bracket.
    boolean wasOpen() {
        return open;
    }

    double number() {
        skipBlanks();
        Matcher m = NUMBER.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            throw invalid();
        }
        at = m.end();
        double value = FloatText.parseFloat8(m.group());
        skipBlanks();
        return value;
    }

    Point pair() {
        skipBlanks();
        boolean delimited = accept('(');
        double x = number();
        require(',');
        double y = number();
        if (delimited) {
            require(')');
            skipBlanks();
        }
        return new Point(x, y);
    }

    Point[] points(int count, boolean mayBeOpen) {
        int depth = 0;
        skipBlanks();
        open = peek() == '[';
        if (open) {
            if (!mayBeOpen) {
                throw invalid();
            }
            depth++;
            at++;
        } else if (peek() == '(') {
            if (parenthesisFollows(1)) {
                depth++;
                skipToParenthesis();
            } else if (isLastParenthesis()) {
                depth++;
                at++;
                skipBlanks();
            }
        }
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            points[i] = pair();
            accept(',');
        }
        while (depth > 0) {
            if (peek() == ')' || peek() == ']' && open && depth == 1) {
                depth--;
                at++;
                skipBlanks();
            } else {
                throw invalid();
            }
        }
        return points;
    }
}
