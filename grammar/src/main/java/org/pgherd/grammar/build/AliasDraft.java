package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.Alias;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.lexer.SqlToken;

/// The alias of a function in FROM: a name, names of columns, or definitions of columns.
public final class AliasDraft {
    private @Nullable String name;
    private int start = -1;
    private int end = -1;
    private final List<String> columns = new ArrayList<>();
    private boolean typed;
    final List<ColumnDef> definitions = new ArrayList<>();

    public void name(String name, Token token) {
        this.name = name;
        start = ((SqlToken) token).start();
    }

    public void end(SqlToken last) {
        end = last.end();
    }

    /// A type comes behind a column: all must have one.
    public void typed(NodeActions parser, Token type) {
        if (!columns.isEmpty()) {
            throw parser.syntaxError(type);
        }
    }

    public void column(String column, TypeName type, @Nullable CollateClause collation, Position at) {
        definitions.add(new ColumnDef(column, type, null, null, List.of(), null, collation, List.of(), at));
    }

    /// A column without a type: none may have one.
    public void name(NodeActions parser, String column) {
        if (typed || !definitions.isEmpty()) {
            throw parser.yyerror("syntax error");
        }
        columns.add(column);
    }

    /// AS without a name: only definitions follow.
    public void definitionsOnly() {
        typed = true;
    }

    @Nullable
    Alias alias() {
        return name == null ? null : new Alias(name, columns, new Position(start, end));
    }
}
