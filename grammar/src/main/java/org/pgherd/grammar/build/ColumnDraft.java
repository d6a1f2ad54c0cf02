package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.TypeName;

/// A [ColumnDef] while it is read.
public final class ColumnDraft {
    private final String name;
    private final @Nullable TypeName type;
    public @Nullable String storage;
    public @Nullable String compression;
    public List<DefElem> fdwOptions = List.of();
    private final List<Constraint> constraints = new ArrayList<>();
    private @Nullable CollateClause collation;

    public ColumnDraft(String name, @Nullable TypeName type) {
        this.name = name;
        this.type = type;
    }

    public void constraint(Constraint constraint) {
        constraints.add(constraint);
    }

    public void collate(NodeActions parser, CollateClause clause) {
        if (collation != null) {
            throw NodeActions.error("multiple COLLATE clauses not allowed", clause.at());
        }
        collation = clause;
    }

    public ColumnDef build(Position at) {
        return new ColumnDef(name, type, compression, storage, constraints, null, collation, fdwOptions, at);
    }
}
