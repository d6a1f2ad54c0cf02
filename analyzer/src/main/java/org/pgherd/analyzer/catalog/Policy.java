package org.pgherd.analyzer.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of pg_policy.
///
/// @param command `*`, or that of pg_policy.polcmd: r, a, w, d
/// @param roles whom it is for; 0 is PUBLIC
/// @param using pg_get_expr of USING
/// @param withCheck pg_get_expr of WITH CHECK
public record Policy(
        String name,
        char command,
        boolean permissive,
        List<Integer> roles,
        @Nullable String using,
        @Nullable String withCheck) {
    public Policy {
        roles = List.copyOf(roles);
    }

    /// USING and WITH CHECK, as far as it has them.
    public List<String> conditions() {
        return Stream.of(using, withCheck).filter(Objects::nonNull).toList();
    }
}
