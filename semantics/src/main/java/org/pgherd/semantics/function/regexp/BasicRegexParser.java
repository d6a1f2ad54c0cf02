package org.pgherd.semantics.function.regexp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.function.regexp.Piece.Assertion;
import org.pgherd.semantics.function.regexp.Piece.Assertion.Kind;
import org.pgherd.semantics.function.regexp.Piece.Atom;
import org.pgherd.semantics.function.regexp.Piece.BackReference;
import org.pgherd.semantics.function.regexp.Piece.Characters;
import org.pgherd.semantics.function.regexp.Piece.Group;

/// Reads a basic regular expression (regc_lex.c:brenext): groups and bounds are escaped, there are no alternatives,
/// and `*`, `^` and `$` are plain characters where they can mean nothing.
final class BasicRegexParser {
    private static final int MAX_REPEAT = 255;

    private final int[] text;
    private final RegexOptions options;
    private int at;
    private int captures;
    private final BitSet closed = new BitSet();

    BasicRegexParser(int[] text, int at, RegexOptions options) {
        this.text = text;
        this.at = at;
        this.options = options;
    }

    int captures() {
        return captures;
    }

    Group parse() {
        Group group = sequence(0);
        if (at < text.length) {
            throw unbalanced();
        }
        return group;
    }

    private static SqlException unbalanced() {
        return RegexParser.error("parentheses () not balanced");
    }

    private boolean isAt(int index, char c) {
        return index < text.length && text[index] == c;
    }

    private boolean escaped(char c) {
        return isAt(at, '\\') && isAt(at + 1, c);
    }

    private Group sequence(int capture) {
        List<Piece> pieces = new ArrayList<>();
        boolean first = true;
        while (at < text.length && !escaped(')')) {
            if (options.expanded() && skipBlank()) {
                continue;
            }
            Atom atom = atom(first);
            first = false;
            pieces.add(atom instanceof Assertion ? Piece.once(atom) : quantified(atom));
        }
        return new Group(List.of(pieces), capture);
    }

    /// White space and comments of the expanded syntax.
    private boolean skipBlank() {
        int c = text[at];
        if (c == ' ' || c >= '\t' && c <= '\r') {
            at++;
            return true;
        }
        if (c != '#') {
            return false;
        }
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return true;
    }

    private Characters character(int c) {
        return new Characters(CharacterSet.of(c, options.ignoreCase()));
    }

    private Atom atom(boolean first) {
        int c = text[at];
        switch (c) {
            case '*' -> {
                if (!first) {
                    throw RegexParser.error("quantifier operand invalid");
                }
            }
            case '[' -> {
                return bracket();
            }
            case '.' -> {
                at++;
                return new Characters(CharacterSet.any(options.newlineStops()));
            }
            case '^' -> {
                if (first) {
                    at++;
                    return new Assertion(Kind.LINE_START);
                }
            }
            case '$' -> {
                if (at + 1 == text.length || isAt(at + 1, '\\') && isAt(at + 2, ')')) {
                    at++;
                    return new Assertion(Kind.LINE_END);
                }
            }
            case '\\' -> {
                at++;
                return escape();
            }
            default -> {}
        }
        at++;
        return character(c);
    }

    private Atom bracket() {
        for (String word : new String[] {"[[:<:]]", "[[:>:]]"}) {
            boolean matches = at + word.length() <= text.length;
            for (int i = 0; matches && i < word.length(); i++) {
                matches = text[at + i] == word.charAt(i);
            }
            if (matches) {
                at += word.length();
                return new Assertion(word.charAt(3) == '<' ? Kind.WORD_START : Kind.WORD_END);
            }
        }
        BracketParser bracket = new BracketParser(text, at + 1, options);
        CharacterSet set = bracket.parse();
        at = bracket.end();
        return new Characters(set);
    }

    private Atom escape() {
        if (at >= text.length) {
            throw RegexParser.error("invalid escape \\ sequence");
        }
        int c = text[at++];
        switch (c) {
            case '(' -> {
                int number = ++captures;
                Group group = sequence(number);
                if (!escaped(')')) {
                    throw unbalanced();
                }
                at += 2;
                closed.set(number);
                return group;
            }
            case '{' -> throw RegexParser.error("quantifier operand invalid");
            case '<' -> {
                return new Assertion(Kind.WORD_START);
            }
            case '>' -> {
                return new Assertion(Kind.WORD_END);
            }
            default -> {}
        }
        if (c >= '1' && c <= '9') {
            int number = c - '0';
            if (number > captures || !closed.get(number)) {
                throw RegexParser.error("invalid backreference number");
            }
            return new BackReference(number);
        }
        return character(c);
    }

    private Piece quantified(Atom atom) {
        if (isAt(at, '*')) {
            at++;
            return new Piece(atom, 0, Piece.INFINITE, SubExpression.LONGER);
        }
        if (!escaped('{')) {
            return Piece.once(atom);
        }
        at += 2;
        int min = count();
        int max = min;
        int preference = 0;
        if (isAt(at, ',')) {
            at++;
            max = at < text.length && text[at] >= '0' && text[at] <= '9' ? count() : Piece.INFINITE;
            preference = SubExpression.LONGER;
            if (min > max) {
                throw RegexParser.error("invalid repetition count(s)");
            }
        }
        if (at >= text.length) {
            throw RegexParser.error("braces {} not balanced");
        }
        if (!escaped('}')) {
            throw RegexParser.error("invalid repetition count(s)");
        }
        at += 2;
        return new Piece(atom, min, max, preference);
    }

    private int count() {
        int n = 0;
        int start = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && n < MAX_REPEAT) {
            n = n * 10 + text[at++] - '0';
        }
        boolean more = at < text.length && text[at] >= '0' && text[at] <= '9';
        if (at >= text.length && at == start) {
            throw RegexParser.error("braces {} not balanced");
        }
        if (at == start || more || n > MAX_REPEAT) {
            throw RegexParser.error("invalid repetition count(s)");
        }
        return n;
    }
}
