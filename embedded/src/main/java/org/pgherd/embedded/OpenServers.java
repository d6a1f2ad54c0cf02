package org.pgherd.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/// What a regular end of this process must close: servers and herds that their users left open.
final class OpenServers {
    private static final Set<AutoCloseable> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenServers::closeAll, "pgherd-embedded-stop"));
    }

    private OpenServers() {}

    static void add(AutoCloseable server) {
        OPEN.add(server);
    }

    static void remove(AutoCloseable server) {
        OPEN.remove(server);
    }

    private static void closeAll() {
        List<Thread> closers = new ArrayList<>();
        for (AutoCloseable server : OPEN) {
            closers.add(Thread.ofPlatform().start(() -> close(server)));
        }
        for (Thread closer : closers) {
            try {
                closer.join();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static void close(AutoCloseable server) {
        try {
            if (server instanceof EmbeddedHerd herd) {
                herd.end();
            } else {
                server.close();
            }
        } catch (Exception e) {
            LoggerFactory.getLogger(OpenServers.class).warn("{} did not stop: {}", server, e.getMessage());
        }
    }
}
