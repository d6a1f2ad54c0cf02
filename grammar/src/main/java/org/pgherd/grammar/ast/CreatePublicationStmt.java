package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE PUBLICATION.
public record CreatePublicationStmt(
        String pubname, List<DefElem> options, List<PublicationObjSpec> pubobjects, boolean forAllTables, Position at)
        implements UtilityStatement {
    public CreatePublicationStmt {
        options = List.copyOf(options);
        pubobjects = List.copyOf(pubobjects);
    }
}
