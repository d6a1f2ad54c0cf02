package org.pgherd.semantics.function.json;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// An error that a predicate takes for unknown, and that `silent` keeps quiet (jperError). Others pass through both.
final class PathFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SqlException error;

    PathFailure(SqlException error) {
        super(null, null, false, false);
        this.error = error;
    }

    PathFailure(SqlState state, String message) {
        this(new SqlException(state, message));
    }

    SqlException error() {
        return error;
    }
}
