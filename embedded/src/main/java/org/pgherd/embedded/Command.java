package org.pgherd.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// A short-lived program run to its end: `cp`, `kill`, `initdb`, `id`.
record Command(int exit, String output) {

    boolean succeeded() {
        return exit == 0;
    }

    static Command run(List<String> words) {
        return run(words, "");
    }

    /// @param input what the program reads from standard input
    static Command run(List<String> words, String input) {
        try {
            Process process = environment(new ProcessBuilder(words))
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readAllBytes();
            return new Command(process.waitFor(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    Reason.START_FAILED, "interrupted while running " + words.getFirst(), e);
        }
    }

    static Command runAs(List<String> prefix, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return run(all);
    }

    /// A fixed environment: no PG* variable of the caller changes a server's settings, no locale its messages, and
    /// the working folder is one that every user can enter.
    static ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.directory(Path.of("/").toFile());
    }
}
