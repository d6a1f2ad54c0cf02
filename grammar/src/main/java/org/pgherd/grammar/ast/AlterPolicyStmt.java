package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER POLICY.
public record AlterPolicyStmt(
        String policyName,
        RangeVar table,
        List<RoleSpec> roles,
        @Nullable Expr qual,
        @Nullable Expr withCheck,
        Position at)
        implements UtilityStatement {
    public AlterPolicyStmt {
        roles = List.copyOf(roles);
    }
}
