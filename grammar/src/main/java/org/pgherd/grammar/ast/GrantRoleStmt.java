package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// GRANT and REVOKE of roles.
public record GrantRoleStmt(
        List<AccessPriv> grantedRoles,
        List<RoleSpec> granteeRoles,
        boolean isGrant,
        List<DefElem> opt,
        @Nullable RoleSpec grantor,
        DropBehavior behavior,
        Position at)
        implements UtilityStatement {
    public GrantRoleStmt {
        grantedRoles = List.copyOf(grantedRoles);
        granteeRoles = List.copyOf(granteeRoles);
        opt = List.copyOf(opt);
    }
}
