package org.pgherd.gateway.command;

import org.jspecify.annotations.Nullable;

/// The command cannot go on; the message is shown in one line and the exit code is 2.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        this(message, null);
    }

    public CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
