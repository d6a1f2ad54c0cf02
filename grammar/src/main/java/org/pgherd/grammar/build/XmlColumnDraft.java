package org.pgherd.grammar.build;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.RangeTableFuncCol;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.lexer.SqlToken;

/// A column of XMLTABLE while its options are read.
public final class XmlColumnDraft {
    private final NodeActions parser;
    private final String name;
    private final TypeName type;
    private @Nullable Expr path;
    private @Nullable Expr value;
    private @Nullable Boolean notNull;

    public XmlColumnDraft(NodeActions parser, String name, TypeName type) {
        this.parser = parser;
        this.name = name;
        this.type = type;
    }

    public void option(Token option, Expr expr) {
        if (option.getType() == PgSql.IDENT) {
            String word = ((SqlToken) option).value();
            if (word.equals("__pg__is_not_null")) {
                throw NodeActions.error("option name \"" + word + "\" cannot be used in XMLTABLE", startOf(option));
            }
            throw NodeActions.error("unrecognized column option \"" + word + "\"", startOf(option));
        }
        if (path != null) {
            throw NodeActions.error("only one PATH value per column is allowed", startOf(option));
        }
        path = expr;
    }

    public void defaultValue(Token option, Expr expr) {
        if (value != null) {
            throw NodeActions.error("only one DEFAULT value is allowed", startOf(option));
        }
        value = expr;
    }

    public void notNull(Token option, boolean not) {
        if (notNull != null) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "conflicting or redundant NULL / NOT NULL declarations for column \"" + name + "\"",
                    startOf(option));
        }
        notNull = not;
    }

    private static Position startOf(Token token) {
        return NodeActions.startAt(token);
    }

    public RangeTableFuncCol build(Position at) {
        return new RangeTableFuncCol(name, type, false, Boolean.TRUE.equals(notNull), path, value, at);
    }
}
