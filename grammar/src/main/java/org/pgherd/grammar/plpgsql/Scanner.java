package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.SqlToken;

/// Reads a body as plpgsql_yylex of pl_scanner.c does: words are looked up as variables first, then as keywords.
final class Scanner {
    enum Lookup {
        NORMAL,
        /// In DECLARE: names are new ones.
        DECLARE,
        /// Within SQL: words are SQL's.
        SQL
    }

    final BodyTokens tokens;
    final Namespace names = new Namespace();
    /// Names that nothing declares may be parameters that the text at hand does not show.
    final boolean lenient;
    Lookup lookup = Lookup.NORMAL;
    private @Nullable PlToken previous;
    private @Nullable PlToken pushed;

    Scanner(String body, boolean lenient) {
        tokens = new BodyTokens(body);
        this.lenient = lenient;
    }

    PlToken next() {
        PlToken token = pushed == null ? scan() : pushed;
        pushed = null;
        previous = token;
        return token;
    }

    /// Gives a token back, to be read again as it is.
    void back(PlToken token) {
        if (pushed != null) {
            throw new AssertionError("a second token is given back");
        }
        pushed = token;
    }

    /// Goes back to before `token`, to read SQL's tokens from there.
    void rewind(PlToken token) {
        pushed = null;
        tokens.at = token.index();
    }

    PlToken peek() {
        PlToken token = next();
        back(token);
        return token;
    }

    private PlToken scan() {
        int index = tokens.at;
        SqlToken first = tokens.take();
        if (tokens.isIdentifier(first) || first.getType() == PgSql.PARAM) {
            return name(first, index);
        }
        if (BodyTokens.isWord(first)) {
            return new PlToken(PlToken.RESERVED, List.of(first.value()), false, null, first.at(), index);
        }
        return new PlToken(sign(first), List.of(), false, null, first.at(), index);
    }

    private int sign(SqlToken token) {
        if (token.getType() != PgSql.OP) {
            return token.getType();
        }
        if (tokens.spells(token, "<<")) {
            return PlToken.LABEL_OPEN;
        }
        if (tokens.spells(token, ">>")) {
            return PlToken.LABEL_CLOSE;
        }
        return tokens.spells(token, "#") ? PlToken.HASH : PgSql.OP;
    }

    private PlToken name(SqlToken first, int index) {
        List<String> words = new ArrayList<>(3);
        words.add(first.getType() == PgSql.PARAM ? first.getText() : first.value());
        boolean quoted = !tokens.isPlain(first);
        int end = first.end();
        while (words.size() < 3 && tokens.is(0, PgSql.DOT) && tokens.isIdentifier(tokens.peek(1))) {
            SqlToken part = tokens.peek(1);
            words.add(part.value());
            end = part.end();
            tokens.at += 2;
        }
        Position at = new Position(first.start(), end);
        return words.size() > 1 ? compound(words, at, index) : single(words, quoted, at, index);
    }

    private PlToken compound(List<String> words, Position at, int index) {
        Variable found = lookup == Lookup.DECLARE ? null : names.find(words);
        if (found == null && lenient && lookup == Lookup.NORMAL) {
            found = Variable.of(words.getFirst(), Variable.Kind.UNKNOWN);
        }
        return new PlToken(found == null ? PlToken.NAME : PlToken.VARIABLE, words, false, found, at, index);
    }

    private PlToken single(List<String> words, boolean quoted, Position at, int index) {
        boolean assigned = tokens.is(0, PgSql.EQ) || tokens.is(0, PgSql.COLON_EQUALS) || tokens.is(0, PgSql.LB);
        boolean starts = startsStatement();
        if (lookup == Lookup.NORMAL && (!starts || assigned || tokens.is(0, PgSql.DOT))) {
            Variable found = names.find(words);
            if (found == null && lenient && starts && assigned) {
                found = Variable.of(words.getFirst(), Variable.Kind.UNKNOWN);
            }
            if (found != null) {
                return new PlToken(PlToken.VARIABLE, words, quoted, found, at, index);
            }
        }
        boolean keyword = !quoted && PlKeywords.isUnreserved(words.getFirst());
        return new PlToken(keyword ? PlToken.KEYWORD : PlToken.WORD, words, quoted, null, at, index);
    }

    private boolean startsStatement() {
        PlToken before = previous;
        if (before == null) {
            return false;
        }
        return before.type() == PgSql.SEMI
                || before.isReserved("begin")
                || before.isReserved("then")
                || before.isReserved("else")
                || before.isReserved("loop");
    }

    // ------------------------------------------------------------------ what must come

    PlToken expect(int type) {
        PlToken token = next();
        if (token.type() != type) {
            throw unexpected(token);
        }
        return token;
    }

    /// A keyword, reserved or not, that no variable may hide.
    PlToken expect(String word) {
        PlToken token = next();
        if ((token.type() != PlToken.RESERVED && token.type() != PlToken.KEYWORD)
                || !token.word().equals(word)) {
            throw unexpected(token);
        }
        return token;
    }

    boolean accept(int type) {
        if (peek().type() != type) {
            return false;
        }
        next();
        return true;
    }

    boolean accept(String word) {
        PlToken token = peek();
        if ((token.type() != PlToken.RESERVED && token.type() != PlToken.KEYWORD)
                || !token.word().equals(word)) {
            return false;
        }
        next();
        return true;
    }

    /// A word that need not be new or known (any_identifier).
    PlToken anyIdentifier() {
        PlToken token = next();
        boolean fits = switch (token.type()) {
            case PlToken.WORD, PlToken.KEYWORD -> true;
            case PlToken.VARIABLE -> token.names().size() == 1;
            default -> false;
        };
        if (!fits) {
            throw unexpected(token);
        }
        return token;
    }

    /// The token with what it stands for, if it can be a variable.
    @Nullable
    PlToken asVariable(PlToken token) {
        if (token.type() == PlToken.VARIABLE) {
            return token;
        }
        boolean word = token.type() == PlToken.WORD || token.type() == PlToken.NAME || token.type() == PlToken.KEYWORD;
        return lenient && word
                ? new PlToken(
                        PlToken.VARIABLE,
                        token.names(),
                        token.quoted(),
                        Variable.of(token.names().getFirst(), Variable.Kind.UNKNOWN),
                        token.at(),
                        token.index())
                : null;
    }

    /// A variable, or the complaint that it is none.
    PlToken variable(PlToken token) {
        PlToken found = asVariable(token);
        if (found != null) {
            return found;
        }
        throw token.type() == PlToken.WORD || token.type() == PlToken.NAME ? notVariable(token) : unexpected(token);
    }

    void checkAssignable(PlToken token) {
        Variable variable = token.known();
        if (variable.constant()) {
            throw new SqlException(
                    SqlState.ERROR_IN_ASSIGNMENT,
                    "variable \"" + variable.name() + "\" is declared CONSTANT",
                    token.at());
        }
    }

    // ------------------------------------------------------------------ errors

    int line(PlToken token) {
        return tokens.line(token.at().start());
    }

    SqlException unexpected(PlToken token) {
        return complain("syntax error", token);
    }

    static SqlException notVariable(PlToken token) {
        return error("\"" + token.dotted() + "\" is not a known variable", token);
    }

    /// A message followed by where it happened (plpgsql_yyerror).
    SqlException complain(String message, PlToken token) {
        return error(
                token.type() == PgSql.EOF
                        ? message + " at end of input"
                        : message + " at or near \""
                                + tokens.text.substring(
                                        token.at().start(), token.at().end()) + "\"",
                token);
    }

    static SqlException error(String message, PlToken token) {
        return new SqlException(SqlState.SYNTAX_ERROR, message, token.at());
    }

    static SqlException mismatch(String message, PlToken token) {
        return new SqlException(SqlState.DATATYPE_MISMATCH, message, token.at());
    }
}
