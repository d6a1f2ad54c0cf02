package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DefElemAction;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.lexer.Keywords;
import org.pgherd.grammar.lexer.SqlToken;

/// Positions, tokens, constants, names and errors: what actions of all clauses need.
public abstract class NodeActions extends Parser {
    protected NodeActions(TokenStream input) {
        super(input);
    }

    // ------------------------------------------------------------------ positions

    /// The last token that was matched.
    public SqlToken last() {
        return (SqlToken) _input.LT(-1);
    }

    protected SqlToken startToken() {
        return (SqlToken) _ctx.start;
    }

    /// From the start of the current rule to the last token matched.
    protected Position at() {
        SqlToken start = startToken();
        return new Position(start.start(), Math.max(start.start(), last().end()));
    }

    public Position at(Token token) {
        return ((SqlToken) token).at();
    }

    protected Position at(Token first, Token last) {
        return new Position(((SqlToken) first).start(), ((SqlToken) last).end());
    }

    protected Position from(SqlToken first) {
        return new Position(first.start(), last().end());
    }

    protected Position within(SqlToken first) {
        return from(first);
    }

    protected Position within(Node first, SqlToken last) {
        return new Position(first.at().start(), last.end());
    }

    protected static Position startAt(Token token) {
        return new Position(token.getStartIndex(), token.getStartIndex());
    }

    // ------------------------------------------------------------------ tokens

    protected String str(Token token) {
        return ((SqlToken) token).value();
    }

    protected int intValue(Token token) {
        return ((SqlToken) token).intValue();
    }

    protected int param(Token token) {
        return Integer.parseInt(str(token));
    }

    protected IntegerConst integer(Token token) {
        return new IntegerConst(intValue(token), at(token));
    }

    protected AConst signed(Token sign, Token number) {
        Position at = at(sign, number);
        boolean minus = sign.getType() == PgSql.MINUS;
        if (number.getType() == PgSql.ICONST) {
            int value = intValue(number);
            return new IntegerConst(minus ? -value : value, at);
        }
        return new FloatConst(minus ? "-" + str(number) : str(number), at);
    }

    /// An operator's name; `!=` is `<>`.
    protected static String opText(Token token) {
        return token.getType() == PgSql.NOT_EQUALS ? "<>" : token.getText();
    }

    protected void isWord(Token token, String word) {
        if (!str(token).equals(word)) {
            throw syntaxError(token);
        }
    }

    // ------------------------------------------------------------------ errors

    public SqlException syntaxError(Token token) {
        return near("syntax error", token);
    }

    /// yyerror: the message and the token that PostgreSQL's lexer is at.
    public SqlException near(String message, Token token) {
        String text = token.getType() == Token.EOF ? " at end of input" : " at or near \"" + token.getText() + "\"";
        return new SqlException(SqlState.SYNTAX_ERROR, message + text, at(token));
    }

    public SqlException yyerror(String message) {
        return near(message, _input.LT(1));
    }

    public static SqlException error(String message, Position at) {
        return new SqlException(SqlState.SYNTAX_ERROR, message, new Position(at.start(), at.start()));
    }

    protected void notImplemented(String message, Token token) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, at(token));
    }

    protected void notImplemented(String message) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, at());
    }

    // ------------------------------------------------------------------ names and options

    public RangeVar rangeVar(String name, Position at) {
        return new RangeVar(null, null, name, true, 'p', null, at);
    }

    protected RangeVar rangeVar(List<String> parts, Position at) {
        return switch (parts.size()) {
            case 1 -> rangeVar(parts.get(0), at);
            case 2 -> new RangeVar(null, parts.get(0), parts.get(1), true, 'p', null, at);
            case 3 -> new RangeVar(parts.get(0), parts.get(1), parts.get(2), true, 'p', null, at);
            default -> throw error("improper qualified name (too many dotted names): " + String.join(".", parts), at);
        };
    }

    /// check_qualified_name: `bad` names have a star or subscripts, which only the action refuses.
    protected RangeVar qualified(List<String> parts, boolean bad, Position at) {
        if (bad) {
            throw yyerror("syntax error");
        }
        return rangeVar(parts, at);
    }

    protected boolean isWith(Token word) {
        return Keywords.typeOf(word.getText()) == PgSql.WITH;
    }

    protected RangeVar only(RangeVar r) {
        return new RangeVar(r.catalogname(), r.schemaname(), r.relname(), false, r.relpersistence(), r.alias(), r.at());
    }

    protected RangeVar persistence(RangeVar r, char persistence) {
        return r.relpersistence() == persistence
                ? r
                : new RangeVar(r.catalogname(), r.schemaname(), r.relname(), r.inh(), persistence, r.alias(), r.at());
    }

    protected DefElem def(String name, @Nullable Node value, Position at) {
        return new DefElem(null, name, value, DefElemAction.UNSPEC, at);
    }

    protected DefElem action(DefElem option, DefElemAction action, Position at) {
        return new DefElem(option.defnamespace(), option.defname(), option.arg(), action, at);
    }

    protected <T> List<T> and(List<T> list, T item) {
        List<T> longer = list instanceof ArrayList<T> ? list : new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    /// The expressions that are there.
    protected static List<Expr> list(@Nullable Expr... items) {
        List<Expr> list = new ArrayList<>(items.length);
        for (Expr item : items) {
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    /// A path whose `.*` may only be last.
    protected List<Indirection> checked(List<Indirection> path) {
        for (int i = 0; i < path.size() - 1; i++) {
            if (path.get(i) instanceof AStar) {
                throw yyerror("improper use of \"*\"");
            }
        }
        return path;
    }
}
