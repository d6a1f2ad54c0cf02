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
    final List<ColumnDef> definitions = new ArrayList<>();

    public void name(String name, Token token) {
        this.name = name;
        start = ((SqlToken) token).start();
    }

    public void end(SqlToken last) {
        end = last.end();
    }

    public void column(String column, @Nullable TypeName type, @Nullable CollateClause collation, Position at) {
        if (type == null ? !definitions.isEmpty() : !columns.isEmpty()) {
            throw NodeActions.error("syntax error", at);
        }
        if (type == null) {
            columns.add(column);
        } else {
            definitions.add(new ColumnDef(column, type, null, null, List.of(), null, collation, List.of(), at));
        }
    }

    public void definitionsOnly() {
        if (!columns.isEmpty()) {
            throw NodeActions.error(
                    "syntax error",
                    definitions.isEmpty() ? Position.NONE : definitions.get(0).at());
        }
    }

    @Nullable
    Alias alias() {
        return name == null ? null : new Alias(name, columns, new Position(start, end));
    }
}
