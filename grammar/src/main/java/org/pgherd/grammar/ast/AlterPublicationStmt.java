package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER PUBLICATION.
public record AlterPublicationStmt(
        String pubname,
        List<DefElem> options,
        List<PublicationObjSpec> pubobjects,
        boolean forAllTables,
        PublicationAction action,
        Position at)
        implements UtilityStatement {
    public AlterPublicationStmt {
        options = List.copyOf(options);
        pubobjects = List.copyOf(pubobjects);
    }
}
