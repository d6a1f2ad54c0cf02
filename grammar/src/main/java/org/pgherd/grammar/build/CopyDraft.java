package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DefElemAction;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.StringConst;

/// A [CopyStmt] while it is read.
public final class CopyDraft {
    public @Nullable RangeVar relation;
    public @Nullable Query query;
    public List<String> columns = List.of();
    public boolean isFrom;
    public boolean isProgram;
    public @Nullable String filename;
    public final List<DefElem> options = new ArrayList<>();
    public @Nullable Expr where;

    /// COPY BINARY of old.
    public void binary(Position at) {
        option("format", new StringConst("binary", at), at);
    }

    public void option(String name, @Nullable Node value, Position at) {
        options.add(new DefElem(null, name, value, DefElemAction.UNSPEC, at));
    }

    public CopyStmt build(Position at) {
        return new CopyStmt(relation, query, columns, isFrom, isProgram, filename, options, where, at);
    }
}
