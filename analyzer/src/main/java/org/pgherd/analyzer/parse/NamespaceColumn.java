package org.pgherd.analyzer.parse;

import org.pgherd.semantics.type.SqlType;

/// What a visible column name stands for: a Var of some range table entry, not always the one that shows the name,
/// for a join shows its inputs' columns (ParseNamespaceColumn).
///
/// @param varno 0 for a dropped column
/// @param unlisted whether `*` leaves it out
record NamespaceColumn(int varno, int attno, SqlType type, boolean unlisted) {
    static final NamespaceColumn DROPPED = new NamespaceColumn(0, 0, SqlType.of(0));

    NamespaceColumn(int varno, int attno, SqlType type) {
        this(varno, attno, type, false);
    }
}
