package org.pgherd.errors;

import org.jspecify.annotations.Nullable;

/// An error as a SQL user sees it: SQLSTATE, message and the optional fields of PostgreSQL's ErrorResponse.
/// Immutable but for Throwable's own state; the `with...` methods give copies.
public final class SqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SqlState state;
    private final transient ErrorFields fields;

    public SqlException(SqlState state, String message) {
        this(state, message, ErrorFields.NONE, null);
    }

    public SqlException(SqlState state, String message, Position at) {
        this(state, message, ErrorFields.NONE.withAt(at), null);
    }

    public SqlException(SqlState state, String message, ErrorFields fields, @Nullable Throwable cause) {
        super(message, cause, false, cause != null || TRACES);
        this.state = state;
        this.fields = fields;
    }

    /// Stack traces cost more than the errors; they are for debugging PgHerd (-Dpgherd.traces=true).
    private static final boolean TRACES = Boolean.getBoolean("pgherd.traces");

    public SqlState state() {
        return state;
    }

    /// The primary message.
    public String message() {
        return String.valueOf(getMessage());
    }

    public ErrorFields fields() {
        return fields;
    }

    public Position at() {
        return fields.at();
    }

    public SqlException withFields(ErrorFields changed) {
        return new SqlException(state, message(), changed, getCause());
    }

    public SqlException withDetail(String detail) {
        return withFields(fields.withDetail(detail));
    }

    public SqlException withHint(String hint) {
        return withFields(fields.withHint(hint));
    }

    /// With a position, unless there is one already.
    public SqlException withAt(Position at) {
        return fields.at().isKnown() ? this : withFields(fields.withAt(at));
    }

    /// With one more line of CONTEXT below those there are.
    public SqlException withContext(String line) {
        String context = fields.context();
        return withFields(fields.withContext(context == null ? line : context + "\n" + line));
    }
}
