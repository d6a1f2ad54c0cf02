package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A column of a range table entry.
/// @param varno 1-based index into the range table of the query `levelsUp` levels out
/// @param attno 1-based column of that entry; 0 the whole row; negative a system column (pg_attribute.attnum)
public record Var(int varno, int attno, SqlType type, int levelsUp, Position at) implements Expr {
    /// After planning: the column is of the join's left (outer) or right (inner) input.
    public static final int OUTER = -1;
    public static final int INNER = -2;

    public Var withLevelsUp(int levels) {
        return new Var(varno, attno, type, levels, at);
    }

    public Var withVarno(int index) {
        return new Var(index, attno, type, levelsUp, at);
    }
}
