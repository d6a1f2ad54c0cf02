package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.semantics.type.SqlType;

/// A table, view, sequence or the like. Views stay so until [org.pgherd.analyzer.rewrite] expands them.
/// @param inherit whether children are included (no ONLY)
/// @param checkAsUser the role whose privileges and policies count; 0 for the session's
public record RteRelation(
        Relation relation,
        boolean inherit,
        @Nullable TableSample sample,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause,
        int checkAsUser)
        implements RangeTblEntry {
    /// Read with the rights of the session's role.
    public RteRelation(
            Relation relation,
            boolean inherit,
            @Nullable TableSample sample,
            @Nullable Alias alias,
            Alias eref,
            boolean inFromClause) {
        this(relation, inherit, sample, alias, eref, inFromClause, 0);
    }

    public RteRelation checkedAs(int role) {
        return new RteRelation(relation, inherit, sample, alias, eref, inFromClause, role);
    }

    @Override
    public boolean lateral() {
        return false;
    }

    @Override
    public List<SqlType> columnTypes() {
        return relation.columnTypes();
    }
}
