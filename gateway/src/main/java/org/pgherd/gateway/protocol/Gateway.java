package org.pgherd.gateway.protocol;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;

/// All clients of a herd, whatever carries their bytes. Each [#serve] call gives one client a virtual thread of its
/// own.
public final class Gateway implements AutoCloseable {
    private static final long GRACE_MILLIS = 5000;

    private final SessionSource sessions;
    private final GatewayConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
    private final AtomicInteger nextProcess = new AtomicInteger(1);
    private final ScheduledThreadPoolExecutor timer;
    private volatile boolean closing;

    public Gateway(SessionSource sessions, GatewayConfig config) {
        this.sessions = sessions;
        this.config = config;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("gateway-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Serves a new client until it leaves.
    public void serve(ClientLink link) {
        int process = nextProcess.getAndIncrement();
        if (closing) {
            link.close();
            return;
        }
        Connection connection = new Connection(this, link, process);
        connections.put(process, connection);
        ScheduledFuture<?> patience =
                timer.schedule(connection::giveUpGreeting, config.authenticationSeconds(), TimeUnit.SECONDS);
        Thread.ofVirtual().name("client-" + process).start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(process);
                patience.cancel(false);
            }
        });
    }

    GatewayConfig config() {
        return config;
    }

    SecureRandom random() {
        return random;
    }

    boolean isClosing() {
        return closing;
    }

    /// Clients that have passed authentication, and those on their way.
    public int connectionCount() {
        return connections.size();
    }

    Session connect(SessionOptions options) {
        return sessions.connect(options);
    }

    /// Cancels the statement of the client that the key belongs to; a wrong key does nothing, as in PostgreSQL.
    void cancel(int process, byte[] key) {
        Connection target = connections.get(process);
        if (target != null && MessageDigest.isEqual(target.cancelKey(), key)) {
            target.cancel();
        }
    }

    /// Tells every client 57P01, cancels what runs, and returns when all have gone, after 5 s at the latest.
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        connections.values().forEach(Connection::terminate);
        long deadline = System.currentTimeMillis() + GRACE_MILLIS;
        try {
            while (!connections.isEmpty() && System.currentTimeMillis() < deadline) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.values().forEach(Connection::abort);
    }
}
