package org.pgherd.executor;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// Checks values against the constraints of domains, which the user's catalog knows.
@FunctionalInterface
public interface DomainChecker {
    /// Throws if the value violates NOT NULL or a CHECK of the domain or of one below it.
    void check(SqlType domain, @Nullable Object value);
}
