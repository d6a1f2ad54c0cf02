package org.pgherd.gateway.command;

/// What the commands return.
public final class ExitCode {
    public static final int FINE = 0;
    /// Answers differ, or SQL failed.
    public static final int DIFFERENT = 1;
    /// Wrong usage, or what is needed could not be started.
    public static final int UNUSABLE = 2;

    private ExitCode() {}
}
