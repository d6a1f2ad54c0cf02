package org.pgherd.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// N real PostgreSQL shards on this machine, and on demand one plain server beside them as an oracle.
///
/// ```java
/// try (EmbeddedHerd herd = EmbeddedHerd.start(HerdOptions.defaults().withShards(2))) {
///     herd.shards().forEach(shard -> System.out.println(shard.jdbcUrl()));
/// }
/// ```
public final class EmbeddedHerd implements AutoCloseable {
    private static final String SHARD = "shard-";
    private static final String ORACLE = "oracle";

    private static final Map<Integer, EmbeddedHerd> SHARED = new ConcurrentHashMap<>();

    private final HerdOptions options;
    private final Premises premises;
    private final RunFolder folder;
    private final boolean shared;
    private final List<EmbeddedPostgres> servers;
    private final List<Shard> shards;
    private @Nullable EmbeddedPostgres oracle;

    private EmbeddedHerd(HerdOptions options, Premises premises, RunFolder folder, boolean shared) {
        this.options = options;
        this.premises = premises;
        this.folder = folder;
        this.shared = shared;
        if (options.oneServer()) {
            ServerOptions one = options.server(0).withDatabase(databaseOfOne(0));
            servers = List.of(EmbeddedPostgres.startWithin(folder, SHARD + "all", one, premises));
            IntStream.range(1, options.shards())
                    .forEach(number -> servers.getFirst().createDatabase(databaseOfOne(number)));
            shards = IntStream.range(0, options.shards())
                    .mapToObj(number -> new Shard(number, servers.getFirst(), databaseOfOne(number)))
                    .toList();
        } else {
            servers = startAll();
            shards = IntStream.range(0, options.shards())
                    .mapToObj(number -> new Shard(number, servers.get(number), options.database()))
                    .toList();
        }
    }

    public static EmbeddedHerd start() {
        return start(HerdOptions.defaults());
    }

    /// Boots all shards at once and returns when each takes logins.
    ///
    /// @throws EmbeddedPostgresException if one cannot be started, with the reason in one line; none stays running
    public static EmbeddedHerd start(HerdOptions options) {
        return start(options, false);
    }

    /// The herd of `shards` servers that all tests of this process share. It starts at the first call and stops with
    /// the process; `close` does nothing. Begin each test class with [#reset].
    public static EmbeddedHerd shared(int shards) {
        return SHARED.computeIfAbsent(
                shards, number -> start(HerdOptions.defaults().withShards(number), true));
    }

    /// How many shards a kept data folder holds; empty if it holds no herd.
    public static OptionalInt shardsIn(Path data) {
        if (!Files.isDirectory(data)) {
            return OptionalInt.empty();
        }
        try (Stream<Path> inside = Files.list(data)) {
            int found =
                    (int) inside.filter(path -> path.getFileName().toString().matches(SHARD + "\\d+"))
                            .count();
            return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
        } catch (IOException e) {
            throw Folders.failure("cannot read the data folder " + data, e);
        }
    }

    private static EmbeddedHerd start(HerdOptions options, boolean shared) {
        Path kept = options.data();
        Premises premises = Premises.forOwner(kept == null ? null : RunFolder.keptOwner(kept));
        RunFolder folder = kept == null ? RunFolder.temporary(premises) : RunFolder.kept(kept);
        try {
            if (kept != null) {
                requireSameShards(kept, options);
            }
            EmbeddedHerd herd = new EmbeddedHerd(options, premises, folder, shared);
            OpenServers.add(herd);
            return herd;
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    private static void requireSameShards(Path kept, HerdOptions options) {
        OptionalInt found = shardsIn(kept);
        boolean one = Files.exists(kept.resolve(SHARD + "all"));
        if (found.isPresent() && (options.oneServer() || found.getAsInt() != options.shards())
                || one && !options.oneServer()) {
            throw new EmbeddedPostgresException(
                    Reason.FOLDER_MISMATCH,
                    "the data folder " + kept + " holds a herd of "
                            + (one ? "databases of one server" : found.getAsInt() + " shards") + ", asked for are "
                            + options.shards() + (options.oneServer() ? " databases of one server" : " shards"));
        }
    }

    private String databaseOfOne(int number) {
        return options.database() + "_" + number;
    }

    private List<EmbeddedPostgres> startAll() {
        List<Callable<EmbeddedPostgres>> starts = new ArrayList<>();
        for (int number = 0; number < options.shards(); number++) {
            String name = SHARD + number;
            ServerOptions server = options.server(number);
            starts.add(() -> EmbeddedPostgres.startWithin(folder, name, server, premises));
        }
        List<EmbeddedPostgres> started = new ArrayList<>();
        RuntimeException failure = null;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<EmbeddedPostgres> start : threads.invokeAll(starts)) {
                try {
                    started.add(start.get());
                } catch (ExecutionException e) {
                    failure = e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new EmbeddedPostgresException(Reason.START_FAILED, "interrupted while the herd was starting", e);
        }
        if (failure != null) {
            started.forEach(EmbeddedPostgres::end);
            throw failure;
        }
        return List.copyOf(started);
    }

    public List<Shard> shards() {
        return shards;
    }

    public Shard shard(int number) {
        return shards.get(number);
    }

    /// Name of the database on each shard, and on the oracle.
    public String database() {
        return options.database();
    }

    /// The plain server, started at the first call.
    public synchronized EmbeddedPostgres oracle() {
        if (oracle == null) {
            oracle = EmbeddedPostgres.startWithin(folder, ORACLE, options.server(-1), premises);
        }
        return oracle;
    }

    /// Makes the database of every shard, and of the oracle if it runs, anew and empty. Prepared transactions are
    /// rolled back and connections closed; roles and settings of the servers stay.
    public void reset() throws SQLException {
        List<Callable<Void>> resets = new ArrayList<>();
        for (Shard shard : shards) {
            resets.add(() -> {
                shard.server().resetDatabase(shard.database());
                return null;
            });
        }
        EmbeddedPostgres plain;
        synchronized (this) {
            plain = oracle;
        }
        if (plain != null) {
            resets.add(() -> {
                plain.resetDatabase(options.database());
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> reset : threads.invokeAll(resets)) {
                reset.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the herd was reset", e);
        }
    }

    /// Stops all servers and deletes temporary data. A shared herd stays.
    @Override
    public void close() {
        if (!shared) {
            end();
            // last: an end of this process meanwhile waits until all is done
            OpenServers.remove(this);
        }
    }

    void end() {
        List<EmbeddedPostgres> all = new ArrayList<>(servers);
        synchronized (this) {
            if (oracle != null) {
                all.add(oracle);
            }
        }
        List<Thread> ends = all.stream()
                .map(server -> Thread.ofVirtual().start(server::end))
                .toList();
        try {
            for (Thread end : ends) {
                end.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            folder.close();
        }
    }

    @Override
    public String toString() {
        return "herd of " + shards.size() + " shards in " + folder.root();
    }
}
