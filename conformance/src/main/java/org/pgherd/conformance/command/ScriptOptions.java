package org.pgherd.conformance.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.command.CommandFailure;
import picocli.CommandLine.Option;

/// Options of the commands that run psql scripts.
final class ScriptOptions {
    private static final List<String> SETTINGS = List.of(
            "SET timezone = 'PST8PDT'", "SET datestyle = 'Postgres, MDY'", "SET intervalstyle = 'postgres_verbose'");

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = "Script to run before each file (default: setup.sql beside it or one folder up).")
    private @Nullable Path setup;

    @Option(names = "--plain-settings", description = "Leave time zone and date styles at their defaults.")
    private boolean plainSettings;

    /// Statements that each connection begins with.
    List<String> settings() {
        return plainSettings ? List.of() : SETTINGS;
    }

    /// The script to run before `file`, null if there is none.
    @Nullable
    Path setup(Path file) {
        if (setup != null) {
            return setup;
        }
        Path folder = file.toAbsolutePath().getParent();
        for (int level = 0; level < 2 && folder != null; level++) {
            Path candidate = folder.resolve("setup.sql");
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
            folder = folder.getParent();
        }
        return null;
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file, e);
        }
    }
}
