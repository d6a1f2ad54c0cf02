package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE SUBSCRIPTION.
public record CreateSubscriptionStmt(
        String subname, String conninfo, List<String> publication, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateSubscriptionStmt {
        publication = List.copyOf(publication);
        options = List.copyOf(options);
    }
}
