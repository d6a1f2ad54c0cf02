package org.pgherd.gateway.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.pgherd.gateway.network.GatewayServer;

/// Keeps a gateway open until the process is told to stop (SIGTERM, Ctrl-C), then closes it and what stands behind it.
final class RunningGateway {
    private RunningGateway() {}

    /// Does not return but by an interrupt.
    ///
    /// @param url what clients connect to, printed on stdout when they can
    static void serve(GatewayServer server, AutoCloseable behind, String url) {
        CountDownLatch stop = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    System.err.println("stopping ...");
                    close(server);
                    close(behind);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        System.out.println("ready " + url);
        System.out.flush();
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.err.println("pgherd: while stopping: " + e.getMessage());
        }
    }

    /// Opens the first free one of some ports.
    interface Opening {
        GatewayServer open(int port) throws IOException;
    }

    static GatewayServer openAtFirstFree(Opening opening, int preferred) throws IOException {
        try {
            return opening.open(preferred);
        } catch (IOException e) {
            return opening.open(0);
        }
    }
}
