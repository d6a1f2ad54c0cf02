package org.pgherd.gateway.memory;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.protocol.ClientGone;
import org.pgherd.gateway.protocol.ClientLink;

/// The gateway's end of a pair of pipes.
final class PipeLink implements ClientLink {
    private final Pipe fromClient;
    private final Pipe toClient;
    private final AtomicReference<@Nullable Runnable> vanishListener = new AtomicReference<>();
    private volatile boolean vanished;

    PipeLink(Pipe fromClient, Pipe toClient) {
        this.fromClient = fromClient;
        this.toClient = toClient;
    }

    /// Called by the client's end when it closes.
    void clientClosed() {
        boolean nothingLeft = fromClient.available() == 0;
        fromClient.end();
        toClient.abandon();
        if (nothingLeft) {
            vanished = true;
            runListener();
        }
    }

    private void runListener() {
        Runnable listener = vanishListener.getAndSet(null);
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            return fromClient.read(into, offset, length, 0);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void write(byte[] data, int offset, int length) {
        try {
            toClient.write(data, offset, length);
        } catch (IOException e) {
            throw new ClientGone();
        }
    }

    @Override
    public void flush() {}

    @Override
    public boolean hasTls() {
        return false;
    }

    @Override
    public boolean hasUnread() {
        return fromClient.available() > 0;
    }

    @Override
    public void startTls() {
        throw new AssertionError("a pipe needs no encryption");
    }

    @Override
    public void onVanish(Runnable listener) {
        vanishListener.set(listener);
        if (vanished) {
            runListener();
        }
    }

    @Override
    public void stopReading() {
        fromClient.abandon();
    }

    @Override
    public void close() {
        fromClient.abandon();
        toClient.end();
    }

    @Override
    public String peer() {
        return "in-process client";
    }
}
