package org.pgherd.gateway.command;

import java.util.List;

/// Subcommands from other modules, found by [java.util.ServiceLoader].
public interface CommandContribution {
    /// Objects annotated with picocli's `@Command` that are `Callable<Integer>` (the exit code). They throw
    /// [CommandFailure] for what the user should read in one line.
    List<Object> commands();
}
