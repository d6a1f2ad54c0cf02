package org.pgherd.grammar.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.IndexElem;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.RangeVar;

/// An [IndexStmt] while it is read.
public final class IndexDraft {
    public boolean unique;
    public boolean concurrent;
    public boolean ifNotExists;
    public boolean nullsNotDistinct;
    public @Nullable String name;
    public @Nullable RangeVar relation;
    public @Nullable String accessMethod;
    public @Nullable String tableSpace;
    public List<IndexElem> params = List.of();
    public List<IndexElem> including = List.of();
    public List<DefElem> options = List.of();
    public @Nullable Expr where;

    public IndexStmt build(Position at) {
        RangeVar table = relation;
        if (table == null) {
            throw new AssertionError("index without a table");
        }
        return new IndexStmt(
                name,
                table,
                accessMethod,
                tableSpace,
                params,
                including,
                options,
                where,
                unique,
                nullsNotDistinct,
                concurrent,
                ifNotExists,
                at);
    }
}
