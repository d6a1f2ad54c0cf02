package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// GRANT and REVOKE on objects.
public record GrantStmt(
        boolean isGrant,
        GrantTargetType targtype,
        ObjectType objtype,
        List<Node> objects,
        List<AccessPriv> privileges,
        List<RoleSpec> grantees,
        boolean grantOption,
        @Nullable RoleSpec grantor,
        DropBehavior behavior,
        Position at)
        implements UtilityStatement {
    public GrantStmt {
        objects = List.copyOf(objects);
        privileges = List.copyOf(privileges);
        grantees = List.copyOf(grantees);
    }
}
