package org.pgherd.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// What a server wrote to standard error, and what it means.
///
/// @param start offset in bytes where the current run begins
record ServerLog(Path file, long start) {
    private static final int LINES_QUOTED = 3;
    private static final int BYTES_READ = 64 * 1024;

    static ServerLog beginning(Path file) throws IOException {
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /// The end of what the current run wrote.
    String text() {
        try (var channel = Files.newByteChannel(file)) {
            long from = Math.max(start, channel.size() - BYTES_READ);
            var bytes = java.nio.ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    /// The failure that a program's messages tell of, in one line: `what`, then the cause or the last lines.
    ///
    /// @param port the port that was asked for, if any
    static EmbeddedPostgresException failure(String what, String output, @Nullable Integer port) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        if (output.contains("No space left on device")) {
            return new EmbeddedPostgresException(
                    Reason.DISK_FULL, what + ": the disk is full" + quoted(lines, "No space"));
        }
        if (output.contains("Address already in use")) {
            return new EmbeddedPostgresException(
                    Reason.PORT_TAKEN, what + ": port " + port + " is taken by another program");
        }
        if (output.contains("lock file \"postmaster.pid\" already exists")
                || output.contains("pre-existing shared memory block")) {
            return new EmbeddedPostgresException(
                    Reason.FOLDER_IN_USE, what + ": another server runs over this data" + quoted(lines, "Is another"));
        }
        if (output.contains("database files are incompatible with server")) {
            return new EmbeddedPostgresException(
                    Reason.FOLDER_MISMATCH,
                    what + ": the data was made by another version of PostgreSQL" + quoted(lines, "DETAIL"));
        }
        if (output.contains("Permission denied")
                || output.contains("has wrong ownership")
                || output.contains("has invalid permissions")) {
            return new EmbeddedPostgresException(
                    Reason.FOLDER_NOT_WRITABLE,
                    what + ": the server's user may not use the folder" + quoted(lines, "Permission denied"));
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_QUOTED), lines.size());
        return new EmbeddedPostgresException(
                Reason.START_FAILED, what + ": " + (last.isEmpty() ? "it said nothing" : String.join(" | ", last)));
    }

    private static String quoted(List<String> lines, String part) {
        return lines.stream()
                .filter(line -> line.contains(part))
                .reduce((_, last) -> last)
                .map(line -> " (" + line.strip() + ")")
                .orElse("");
    }
}
