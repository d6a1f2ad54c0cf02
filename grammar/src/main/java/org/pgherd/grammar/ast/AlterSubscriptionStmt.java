package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER SUBSCRIPTION.
public record AlterSubscriptionStmt(
        AlterSubscriptionType kind,
        String subname,
        @Nullable String conninfo,
        List<String> publication,
        List<DefElem> options,
        Position at)
        implements UtilityStatement {
    public AlterSubscriptionStmt {
        publication = List.copyOf(publication);
        options = List.copyOf(options);
    }
}
