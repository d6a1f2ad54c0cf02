package org.pgherd.gateway.protocol;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Errors that end the conversation are marked by their severity.
final class Fatal {
    private Fatal() {}

    static SqlException of(SqlState state, String message) {
        return of(new SqlException(state, message));
    }

    static SqlException of(SqlException error) {
        return error.withFields(error.fields().withSeverity("FATAL"));
    }

    static boolean is(SqlException error) {
        return error.fields().severity().equals("FATAL")
                || error.fields().severity().equals("PANIC");
    }
}
