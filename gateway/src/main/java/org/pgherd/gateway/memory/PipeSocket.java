package org.pgherd.gateway.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.protocol.ClientLink;

/// A socket in name only, as much of one as PgJDBC asks for: two pipes to a gateway in the same JVM.
final class PipeSocket extends Socket {
    private final Consumer<ClientLink> gateway;
    private final Pipe toGateway = new Pipe();
    private final Pipe fromGateway = new Pipe();
    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private volatile @Nullable PipeLink link;
    private volatile boolean closed;
    private volatile int timeoutMillis;

    /// @param gateway is handed the other end on connect
    PipeSocket(Consumer<ClientLink> gateway) {
        this.gateway = gateway;
    }

    @Override
    public void connect(SocketAddress endpoint) {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {
        PipeLink other = new PipeLink(toGateway, fromGateway);
        link = other;
        gateway.accept(other);
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            PipeLink other = link;
            if (other != null) {
                other.clientClosed();
            }
        }
    }

    @Override
    public boolean isConnected() {
        return link != null;
    }

    @Override
    public boolean isBound() {
        return link != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public int getReceiveBufferSize() {
        return 1 << 16;
    }

    @Override
    public int getSendBufferSize() {
        return 1 << 16;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public void shutdownInput() {
        fromGateway.abandon();
    }

    @Override
    public void shutdownOutput() {
        toGateway.end();
    }

    private void requireOpen() throws SocketException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            requireOpen();
            return fromGateway.read(into, offset, length, timeoutMillis);
        }

        @Override
        public int available() {
            return fromGateway.available();
        }

        @Override
        public void close() {
            PipeSocket.this.close();
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            requireOpen();
            toGateway.write(data, offset, length);
        }

        @Override
        public void close() {
            PipeSocket.this.close();
        }
    }
}
