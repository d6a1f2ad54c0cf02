package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// COPY; no `filename` is STDIN or STDOUT.
public record CopyStmt(
        @Nullable RangeVar relation,
        @Nullable Query query,
        List<String> attlist,
        boolean isFrom,
        boolean isProgram,
        @Nullable String filename,
        List<DefElem> options,
        @Nullable Expr whereClause,
        Position at)
        implements UtilityStatement {
    public CopyStmt {
        attlist = List.copyOf(attlist);
        options = List.copyOf(options);
    }
}
