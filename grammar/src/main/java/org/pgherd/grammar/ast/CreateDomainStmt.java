package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE DOMAIN.
public record CreateDomainStmt(
        List<String> domainname,
        TypeName typeName,
        @Nullable CollateClause collClause,
        List<Constraint> constraints,
        Position at)
        implements UtilityStatement {
    public CreateDomainStmt {
        domainname = List.copyOf(domainname);
        constraints = List.copyOf(constraints);
    }
}
