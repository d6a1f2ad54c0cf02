package org.pgherd.embedded;

import org.jspecify.annotations.Nullable;

/// A server that could not be started, reached or stopped. The message is one line, made to be shown to a user as it
/// is.
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, for callers that react to it.
    public enum Reason {
        PORT_TAKEN,
        DISK_FULL,
        UNSUPPORTED_PLATFORM,
        /// The folder cannot be reached or written by the user that the server runs as.
        FOLDER_NOT_WRITABLE,
        /// Another instance runs over the same data.
        FOLDER_IN_USE,
        /// The folder holds something else than asked for: another number of shards, another major version.
        FOLDER_MISMATCH,
        START_FAILED,
        TIMED_OUT
    }

    private final Reason reason;

    public EmbeddedPostgresException(Reason reason, String message) {
        this(reason, message, null);
    }

    public EmbeddedPostgresException(Reason reason, String message, @Nullable Throwable cause) {
        super(oneLine(message), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
