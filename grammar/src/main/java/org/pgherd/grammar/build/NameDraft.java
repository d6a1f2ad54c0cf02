package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.AIndices;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.FieldName;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.lexer.KeywordClass;
import org.pgherd.grammar.lexer.SqlToken;

/// A name with what hangs on it, of which it is not yet known whether it is a column, a function, a type or a
/// relation.
public final class NameDraft {
    final SqlToken first;
    /// The leading names; what comes from the first subscript on is in `rest`.
    public final List<String> parts = new ArrayList<>(3);
    List<Indirection> rest = List.of();

    @Nullable
    Position star;

    int end;

    public NameDraft(Token first) {
        this.first = (SqlToken) first;
        parts.add(this.first.value());
        end = this.first.end();
    }

    public void add(String field) {
        if (rest.isEmpty() && star == null) {
            parts.add(field);
        } else {
            put(new FieldName(field, Position.NONE));
        }
    }

    public void add(AIndices subscript) {
        put(subscript);
    }

    public void star(Position at) {
        if (rest.isEmpty() && star == null) {
            star = at;
        } else {
            put(new AStar(at));
        }
    }

    public void end(SqlToken last) {
        end = last.end();
    }

    private void put(Indirection step) {
        if (rest.isEmpty()) {
            rest = new ArrayList<>(2);
            if (star != null) {
                rest.add(new AStar(star));
            }
        }
        rest.add(step);
    }

    /// The name is one of a function or type, which has neither subscripts nor a star, and a first word
    /// that may be one.
    /// `next` is the token that tells so.
    public void function(NodeActions parser, Token next) {
        if (star != null || !rest.isEmpty()) {
            throw parser.syntaxError(next);
        }
        functionName(parser, next);
    }

    /// A word that names types and functions only begins no longer name.
    public void beforeDot(NodeActions parser) {
        if (parser.getInputStream().LA(1) == PgSql.DOT && first.keywordClass() == KeywordClass.TYPE_FUNC_NAME) {
            throw parser.yyerror("syntax error");
        }
    }

    /// Subscripts came: what follows them is the error.
    public void subscripted(NodeActions parser) {
        throw parser.yyerror("syntax error");
    }

    /// The whole name has been read.
    public void plain(NodeActions parser) {
        if (star != null) {
            throw parser.yyerror("syntax error");
        }
    }

    /// A routine's name has been read: it takes more words if no arguments follow.
    public void called(NodeActions parser) {
        plain(parser);
        Token next = parser.getInputStream().LT(1);
        if (next.getType() == PgSql.LP) {
            functionName(parser, next);
        }
    }

    /// type_function_name, or ColId and more names.
    public List<String> functionName(NodeActions parser, Token next) {
        plain(parser);
        KeywordClass kind = first.keywordClass();
        if (parts.size() == 1 ? kind == KeywordClass.COL_NAME : kind == KeywordClass.TYPE_FUNC_NAME) {
            throw parser.syntaxError(next);
        }
        return parts;
    }
}
