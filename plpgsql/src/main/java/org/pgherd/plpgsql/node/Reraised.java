package org.pgherd.plpgsql.node;

import org.pgherd.errors.SqlException;

/// RAISE without anything: the caught error goes on as it is, with the CONTEXT that it has.
final class Reraised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient SqlException error;

    Reraised(SqlException error) {
        super(null, null, false, false);
        this.error = error;
    }
}
