package org.pgherd.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// A running postmaster. Signals go to the process id in `postmaster.pid`, which holds whatever wraps the program.
final class ServerProcess {
    /// The kernel's parent-death signal comes when the *thread* that started the child ends: this one never does.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pgherd-embedded-starter").factory());

    /// Index of the line of `postmaster.pid` that holds the state; see PostgreSQL's miscadmin.h,
    /// LOCK_FILE_LINE_PM_STATUS.
    private static final int STATUS_LINE = 7;

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(6);
    private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(3);

    private final Process process;
    private final Path data;

    private ServerProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /// @param log file that standard error is appended to
    static ServerProcess start(Launch launch, List<String> program, Path data, Path log) {
        ProcessBuilder builder = Command.environment(new ProcessBuilder(launch.server(program)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new ServerProcess(STARTER.submit(builder::start).get(), data);
        } catch (ExecutionException e) {
            throw new EmbeddedPostgresException(
                    Reason.START_FAILED, "cannot run " + program.getFirst() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(Reason.START_FAILED, "interrupted while starting a server", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether `postmaster.pid` has been written by this process, not by one that was killed earlier, and its last
    /// line tells that connections are taken.
    boolean saysReady() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= STATUS_LINE || !lines.get(STATUS_LINE).startsWith("ready")) {
                return false;
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            return pid == process.pid() || process.descendants().anyMatch(child -> child.pid() == pid);
        } catch (IOException | NumberFormatException _) {
            return false;
        }
    }

    /// Fast shutdown, as `pg_ctl stop -m fast`: open transactions are rolled back, data is written.
    void stop() {
        if (process.isAlive() && !(signal("INT") && ended(FAST_SHUTDOWN))) {
            discard();
        }
    }

    /// Immediate shutdown: nothing is written, the next start replays the log. For data that nobody will read.
    void discard() {
        if (process.isAlive() && !(signal("QUIT") && ended(IMMEDIATE_SHUTDOWN))) {
            kill();
        }
    }

    /// Ends all of the server's processes at once, as a crash of its machine would.
    void kill() {
        OptionalLong postmaster = postmaster(data);
        if (process.isAlive() && postmaster.isPresent()) {
            ProcessHandle.of(postmaster.getAsLong()).ifPresent(ServerProcess::killTree);
        }
        killTree(process.toHandle());
        ended(IMMEDIATE_SHUTDOWN);
    }

    private static void killTree(ProcessHandle root) {
        List<ProcessHandle> children = root.descendants().toList();
        Stream.concat(Stream.of(root), children.stream()).forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> {
            try {
                child.onExit().get(1, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException _) {
                // a zombie, or a process stuck in the kernel: nothing more can be done to it
            }
        });
    }

    private boolean signal(String name) {
        OptionalLong postmaster = postmaster(data);
        return postmaster.isPresent() && send(name, postmaster.getAsLong());
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean send(String signal, long pid) {
        return Command.run(List.of("/bin/sh", "-c", "kill -" + signal + " " + pid))
                .succeeded();
    }

    private static OptionalLong postmaster(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.limit(1)
                    .mapToLong(line -> Long.parseLong(line.strip()))
                    .findFirst();
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// Ends the servers that still run over the data folders below `folder`, whose parent was killed.
    static void killLeftOvers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> servers = Files.newDirectoryStream(folder)) {
            for (Path data : servers) {
                OptionalLong pid = postmaster(data);
                if (pid.isPresent()) {
                    // the id may have been given to another program since: only one that names this folder is ours
                    ProcessHandle.of(pid.getAsLong())
                            .filter(handle ->
                                    handle.info().commandLine().orElse("").contains(data.toString()))
                            .ifPresent(ServerProcess::killTree);
                }
            }
        }
    }
}
