package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE POLICY.
public record CreatePolicyStmt(
        String policyName,
        RangeVar table,
        String cmdName,
        boolean permissive,
        List<RoleSpec> roles,
        @Nullable Expr qual,
        @Nullable Expr withCheck,
        Position at)
        implements UtilityStatement {
    public CreatePolicyStmt {
        roles = List.copyOf(roles);
    }
}
