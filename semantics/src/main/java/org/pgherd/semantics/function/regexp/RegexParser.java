package org.pgherd.semantics.function.regexp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.regexp.Piece.Assertion;
import org.pgherd.semantics.function.regexp.Piece.Assertion.Kind;
import org.pgherd.semantics.function.regexp.Piece.Atom;
import org.pgherd.semantics.function.regexp.Piece.BackReference;
import org.pgherd.semantics.function.regexp.Piece.Characters;
import org.pgherd.semantics.function.regexp.Piece.Group;
import org.pgherd.semantics.function.regexp.Piece.Look;

/// Reads an expression (regc_lex.c, regcomp.c:parse and below).
final class RegexParser {
    private static final int MAX_REPEAT = 255;

    private final int[] text;
    private int at;
    private RegexOptions options;
    private int captures;
    private final BitSet closed = new BitSet();
    private int lookDepth;

    RegexParser(int[] text, RegexOptions options) {
        this.text = text;
        this.options = options;
    }

    RegexOptions options() {
        return options;
    }

    /// Number of capturing groups.
    int captures() {
        return captures;
    }

    Group parse() {
        if (options.syntax() == RegexOptions.Syntax.ADVANCED) {
            prefixes();
        }
        switch (options.syntax()) {
            case LITERAL -> {
                return literal();
            }
            case BASIC -> {
                BasicRegexParser basic = new BasicRegexParser(text, at, options);
                Group group = basic.parse();
                captures = basic.captures();
                return group;
            }
            case ADVANCED, EXTENDED -> {}
        }
        Group group = alternatives(0);
        if (at < text.length) {
            throw error("parentheses () not balanced");
        }
        return group;
    }

    private Group literal() {
        List<Piece> pieces = new ArrayList<>();
        while (at < text.length) {
            pieces.add(Piece.once(character(text[at++])));
        }
        return new Group(List.of(pieces), 0);
    }

    static SqlException error(String problem) {
        return new SqlException(SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + problem);
    }

    private boolean isAdvanced() {
        return options.syntax() == RegexOptions.Syntax.ADVANCED;
    }

    /// `***=`, `***:` and `(?letters)`.
    private void prefixes() {
        if (looksAt("***")) {
            if (looksAt("***=")) {
                options = options.withSyntax(RegexOptions.Syntax.LITERAL);
                at += 4;
                return;
            }
            if (!looksAt("***:")) {
                throw error("quantifier operand invalid");
            }
            at += 4;
        }
        if (looksAt("(?") && at + 2 < text.length && isAsciiLetter(text[at + 2])) {
            at += 2;
            while (at < text.length && isAsciiLetter(text[at])) {
                RegexOptions next = options.with((char) text[at++]);
                if (next == null) {
                    throw error("invalid embedded option");
                }
                options = next;
            }
            if (at >= text.length || text[at] != ')') {
                throw error("invalid embedded option");
            }
            at++;
        }
    }

    private boolean looksAt(String s) {
        if (at + s.length() > text.length) {
            return false;
        }
        for (int i = 0; i < s.length(); i++) {
            if (text[at + i] != s.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// White space and comments of the expanded syntax, and `(?#...)` of any.
    private void skip() {
        while (at < text.length) {
            int c = text[at];
            if (options.expanded() && (c == ' ' || c >= '\t' && c <= '\r')) {
                at++;
            } else if (options.expanded() && c == '#') {
                while (at < text.length && text[at] != '\n') {
                    at++;
                }
            } else if (isAdvanced() && looksAt("(?#")) {
                while (at < text.length && text[at] != ')') {
                    at++;
                }
                at = Math.min(at + 1, text.length);
            } else {
                return;
            }
        }
    }

    private boolean atEnd() {
        skip();
        return at >= text.length;
    }

    private Group alternatives(int capture) {
        List<List<Piece>> branches = new ArrayList<>();
        while (true) {
            branches.add(branch());
            if (atEnd() || text[at] != '|') {
                return new Group(branches, capture);
            }
            at++;
        }
    }

    private List<Piece> branch() {
        List<Piece> pieces = new ArrayList<>();
        while (!atEnd() && text[at] != '|' && text[at] != ')') {
            Atom atom = atom();
            pieces.add(atom instanceof Assertion || atom instanceof Look ? Piece.once(atom) : quantified(atom));
        }
        return pieces;
    }

    private Piece quantified(Atom atom) {
        if (atEnd()) {
            return Piece.once(atom);
        }
        int min;
        int max;
        boolean prefers = true;
        switch (text[at]) {
            case '*' -> {
                min = 0;
                max = Piece.INFINITE;
                at++;
            }
            case '+' -> {
                min = 1;
                max = Piece.INFINITE;
                at++;
            }
            case '?' -> {
                min = 0;
                max = 1;
                at++;
            }
            case '{' -> {
                if (at + 1 >= text.length || !isDigit(text[at + 1])) {
                    return Piece.once(atom);
                }
                at++;
                min = count();
                max = min;
                if (at < text.length && text[at] == ',') {
                    at++;
                    max = at < text.length && isDigit(text[at]) ? count() : Piece.INFINITE;
                    if (min > max) {
                        throw error("invalid repetition count(s)");
                    }
                } else {
                    prefers = false;
                }
                if (at >= text.length) {
                    throw error("braces {} not balanced");
                }
                if (text[at] != '}') {
                    throw error("invalid repetition count(s)");
                }
                at++;
            }
            default -> {
                return Piece.once(atom);
            }
        }
        boolean shortest = isAdvanced() && at < text.length && text[at] == '?';
        if (shortest) {
            at++;
        }
        int preference = !prefers ? 0 : shortest ? SubExpression.SHORTER : SubExpression.LONGER;
        return new Piece(atom, min, max, preference);
    }

    private int count() {
        int n = 0;
        while (at < text.length && isDigit(text[at]) && n < MAX_REPEAT) {
            n = n * 10 + text[at++] - '0';
        }
        if (at < text.length && isDigit(text[at]) || n > MAX_REPEAT) {
            throw error("invalid repetition count(s)");
        }
        return n;
    }

    private Atom atom() {
        int c = text[at];
        switch (c) {
            case '*', '+', '?' -> throw error("quantifier operand invalid");
            case '{' -> {
                if (at + 1 < text.length && isDigit(text[at + 1])) {
                    throw error("quantifier operand invalid");
                }
            }
            case '(' -> {
                return parenthesis();
            }
            case '[' -> {
                return bracket();
            }
            case '.' -> {
                at++;
                return new Characters(CharacterSet.any(options.newlineStops()));
            }
            case '^' -> {
                at++;
                return new Assertion(Kind.LINE_START);
            }
            case '$' -> {
                at++;
                return new Assertion(Kind.LINE_END);
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

    private Characters character(int c) {
        return new Characters(CharacterSet.of(c, options.ignoreCase()));
    }

    private Atom parenthesis() {
        at++;
        boolean capturing = true;
        boolean look = false;
        boolean ahead = true;
        boolean negative = false;
        if (isAdvanced() && at < text.length && text[at] == '?') {
            at++;
            capturing = false;
            if (at >= text.length) {
                throw error("quantifier operand invalid");
            }
            switch (text[at++]) {
                case ':' -> {}
                case '=' -> look = true;
                case '!' -> {
                    look = true;
                    negative = true;
                }
                case '<' -> {
                    if (at >= text.length || text[at] != '=' && text[at] != '!') {
                        throw error("quantifier operand invalid");
                    }
                    look = true;
                    ahead = false;
                    negative = text[at++] == '!';
                }
                default -> throw error("quantifier operand invalid");
            }
        }
        capturing &= lookDepth == 0;
        int number = capturing ? ++captures : 0;
        if (look) {
            lookDepth++;
        }
        Group group = alternatives(number);
        if (look) {
            lookDepth--;
        }
        if (at >= text.length || text[at] != ')') {
            throw error("parentheses () not balanced");
        }
        at++;
        if (capturing) {
            closed.set(number);
        }
        return look ? new Look(group, ahead, negative) : group;
    }

    private Atom bracket() {
        if (looksAt("[[:<:]]") || looksAt("[[:>:]]")) {
            Kind kind = text[at + 3] == '<' ? Kind.WORD_START : Kind.WORD_END;
            at += 7;
            return new Assertion(kind);
        }
        BracketParser bracket = new BracketParser(text, at + 1, options);
        CharacterSet set = bracket.parse();
        at = bracket.end();
        return new Characters(set);
    }

    /// Behind the backslash.
    private Atom escape() {
        if (at >= text.length) {
            throw error("invalid escape \\ sequence");
        }
        int c = text[at];
        if (!isAdvanced() || !(isAsciiLetter(c) || isDigit(c))) {
            at++;
            return character(c);
        }
        Kind assertion = switch (c) {
            case 'A' -> Kind.TEXT_START;
            case 'Z' -> Kind.TEXT_END;
            case 'm' -> Kind.WORD_START;
            case 'M' -> Kind.WORD_END;
            case 'y' -> Kind.WORD_BOUNDARY;
            case 'Y' -> Kind.NOT_WORD_BOUNDARY;
            default -> null;
        };
        if (assertion != null) {
            at++;
            return new Assertion(assertion);
        }
        CharacterSet.Builder set = EscapeReader.classOf(c, options.asciiOnly());
        if (set != null) {
            at++;
            return new Characters(set.build(false, false, false));
        }
        if (c >= '1' && c <= '9') {
            BackReference reference = backReference();
            if (reference != null) {
                return reference;
            }
        }
        EscapeReader reader = new EscapeReader(text, at);
        int point = reader.read();
        at = reader.end();
        return character(point);
    }

    /// Null if the digits are an octal number.
    private @Nullable BackReference backReference() {
        int start = at;
        long n = 0;
        while (at < text.length && isDigit(text[at])) {
            n = Math.min(n * 10 + text[at++] - '0', Integer.MAX_VALUE);
        }
        if (at - start > 1 && n > captures) {
            at = start;
            return null;
        }
        if (lookDepth > 0 || n > captures || !closed.get((int) n)) {
            throw error("invalid backreference number");
        }
        return new BackReference((int) n);
    }
}
