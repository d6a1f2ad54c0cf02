package org.pgherd.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgresException.Reason;

/// One real PostgreSQL server, listening on the loopback address only. Everyone on the machine may log in as
/// superuser without a password: it is for tests, demonstrations and development.
///
/// Ends with [#close], with this process, or by the kernel's hand when this process is killed.
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String HOST = "127.0.0.1";
    /// The superuser that owns everything.
    public static final String USER = "postgres";

    /// Against a server that hangs, in seconds.
    private static final Map<String, String> LOGIN_LIMITS = Map.of("connectTimeout", "5", "socketTimeout", "5");

    private static final Duration POLL = Duration.ofMillis(15);
    private static final int PORT_ATTEMPTS = 5;
    /// SQLSTATE cannot_connect_now: the server replays its log or is still starting.
    private static final String STARTING_UP = "57P03";

    private static final Map<String, String> KEPT_SETTINGS = Map.of("wal_init_zero", "on", "wal_recycle", "on");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("max_prepared_transactions", "64"),
            Map.entry("wal_level", "logical"),
            Map.entry("shared_buffers", "16MB"),
            // no I/O workers: a herd is many servers on one machine
            Map.entry("io_method", "sync"),
            Map.entry("log_checkpoints", "off"));

    /// For data that ends with the process: nothing has to survive a crash of the machine.
    private static final Map<String, String> TEMPORARY_SETTINGS = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "wal_init_zero", "off");

    private final String name;
    private final ServerOptions options;
    private final Premises premises;
    private final RunFolder folder;
    private final boolean ownsFolder;
    private final Path data;
    private int port;
    private @Nullable ServerProcess process;

    private EmbeddedPostgres(
            String name, ServerOptions options, Premises premises, RunFolder folder, boolean ownsFolder) {
        this.name = name;
        this.options = options;
        this.premises = premises;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        this.port = options.port();
        this.data = folder.data(name, premises);
    }

    public static EmbeddedPostgres start() {
        return start(ServerOptions.defaults());
    }

    /// Boots a server and returns once it takes logins.
    ///
    /// @throws EmbeddedPostgresException if it cannot be started, with the reason in one line
    public static EmbeddedPostgres start(ServerOptions options) {
        Path kept = options.data();
        Premises premises = Premises.forOwner(kept == null ? null : RunFolder.keptOwner(kept));
        RunFolder folder = kept == null ? RunFolder.temporary(premises) : RunFolder.kept(kept);
        try {
            EmbeddedPostgres server = new EmbeddedPostgres("server", options, premises, folder, true);
            server.boot();
            OpenServers.add(server);
            return server;
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /// A server within the folder of a herd, which closes both.
    static EmbeddedPostgres startWithin(RunFolder folder, String name, ServerOptions options, Premises premises) {
        EmbeddedPostgres server = new EmbeddedPostgres(name, options, premises, folder, false);
        server.boot();
        return server;
    }

    public synchronized int port() {
        return port;
    }

    public String host() {
        return HOST;
    }

    /// The database named by the options.
    public String database() {
        return options.database();
    }

    public String jdbcUrl() {
        return jdbcUrl(options.database());
    }

    public String jdbcUrl(String databaseName) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + databaseName + "?user=" + USER
                + "&sslmode=disable&gssEncMode=disable";
    }

    /// A new connection to [#database], owned by the caller.
    public Connection connect() throws SQLException {
        return connect(options.database());
    }

    public Connection connect(String databaseName) throws SQLException {
        return connect(databaseName, Map.of());
    }

    private Connection connect(String databaseName, Map<String, String> limits) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(limits);
        // not through DriverManager: it asks every driver on the class path, and only those its caller's loader sees
        Connection connection = new org.postgresql.Driver().connect(jdbcUrl(databaseName), properties);
        if (connection == null) {
            throw new AssertionError("PgJDBC does not take its own URL: " + jdbcUrl(databaseName));
        }
        return connection;
    }

    public Path dataFolder() {
        return data;
    }

    /// Everything the server wrote to standard error; deleted with a temporary folder.
    public Path logFile() {
        return folder.log(name);
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Stops the server in order (fast shutdown); [#restart] brings it back.
    public synchronized void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    /// Ends all of the server's processes at once, as a crash would; [#restart] brings it back.
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /// Starts the server again over the same data, at the same port; stops it first if it runs.
    public synchronized void restart() {
        stop();
        launch();
    }

    @Override
    public void close() {
        end();
        if (ownsFolder) {
            folder.close();
        }
        // last: an end of this process meanwhile waits until all is done
        OpenServers.remove(this);
    }

    /// Stops it for good; temporary data need not be written.
    synchronized void end() {
        if (process != null) {
            if (folder.isTemporary()) {
                process.discard();
            } else {
                process.stop();
            }
            process = null;
        }
    }

    private synchronized void boot() {
        if (options.port() != 0) {
            launch();
        } else {
            launchAtFreePort();
        }
        try {
            createDatabase(options.database());
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    /// A port that was free a moment ago can be taken before the server binds it.
    private void launchAtFreePort() {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                launch();
                return;
            } catch (EmbeddedPostgresException e) {
                if (e.reason() != Reason.PORT_TAKEN || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Reason.START_FAILED, "no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }

    private void launch() {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(folder.isTemporary() ? TEMPORARY_SETTINGS : KEPT_SETTINGS);
        settings.putAll(options.settings());
        settings.put("port", Integer.toString(port));
        List<String> program = new ArrayList<>();
        program.add(premises.distribution().program("postgres").toString());
        program.addAll(List.of("-D", data.toString()));
        settings.forEach((key, value) -> program.addAll(List.of("-c", key + "=" + value)));
        try {
            ServerLog log = ServerLog.beginning(logFile());
            ServerProcess started = ServerProcess.start(premises.launch(), program, data, logFile());
            try {
                awaitLogin(started, log);
                process = started;
            } catch (RuntimeException | Error e) {
                started.discard();
                throw e;
            }
        } catch (IOException e) {
            throw Folders.failure("cannot read " + logFile(), e);
        }
    }

    private void awaitLogin(ServerProcess started, ServerLog log) {
        long deadline = System.nanoTime() + options.patience().toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            if (!started.isAlive()) {
                throw ServerLog.failure(name + " did not start", log.text(), port);
            }
            // only then is it this server that listens at the port
            if (started.saysReady()) {
                try (Connection _ = connect("postgres", LOGIN_LIMITS)) {
                    return;
                } catch (SQLException e) {
                    last = String.valueOf(e.getMessage());
                    String state = String.valueOf(e.getSQLState());
                    if (!state.startsWith("08") && !state.equals(STARTING_UP)) {
                        throw new EmbeddedPostgresException(Reason.START_FAILED, name + " refuses logins: " + last, e);
                    }
                }
            }
            pause();
        }
        throw new EmbeddedPostgresException(
                Reason.TIMED_OUT,
                name + " did not take logins within " + options.patience().toSeconds() + " s: " + last);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(Reason.START_FAILED, "interrupted while a server was starting", e);
        }
    }

    /// Makes the database unless it is there.
    void createDatabase(String databaseName) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            try (var there = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
                there.setString(1, databaseName);
                if (there.executeQuery().next()) {
                    return;
                }
            }
            statement.execute(create(quoted(databaseName)));
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    Reason.START_FAILED, name + ": cannot make database " + databaseName + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// By copying files, where PostgreSQL's default would write 7 MB to the log as well.
    private static String create(String quotedName) {
        return "CREATE DATABASE " + quotedName + " STRATEGY file_copy";
    }

    /// Makes the database anew and empty; whoever is connected to it is thrown out.
    public void resetDatabase(String databaseName) throws SQLException {
        List<String> prepared = new ArrayList<>();
        try (Connection connection = connect(databaseName);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("SELECT gid FROM pg_prepared_xacts WHERE database = current_database()")) {
                while (rows.next()) {
                    prepared.add(rows.getString(1));
                }
            }
            for (String gid : prepared) {
                statement.execute("ROLLBACK PREPARED " + statement.enquoteLiteral(gid));
            }
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            String quoted = quoted(databaseName);
            statement.execute("DROP DATABASE " + quoted + " WITH (FORCE)");
            statement.execute(create(quoted));
        }
    }

    @Override
    public String toString() {
        return name + " at " + HOST + ":" + port();
    }
}
