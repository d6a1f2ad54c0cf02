package org.pgherd.gateway.memory;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import org.pgherd.gateway.protocol.Gateway;

/// Made by PgJDBC by its class name, with the number of a gateway of this JVM as argument.
public final class PipeSocketFactory extends SocketFactory {
    private static final Map<Long, Gateway> GATEWAYS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final long number;

    /// @param number as [#register] gave it
    public PipeSocketFactory(String number) {
        this.number = Long.parseLong(number);
    }

    static long register(Gateway gateway) {
        long number = NEXT.getAndIncrement();
        GATEWAYS.put(number, gateway);
        return number;
    }

    static void unregister(long number) {
        GATEWAYS.remove(number);
    }

    @Override
    public Socket createSocket() throws SocketException {
        Gateway gateway = GATEWAYS.get(number);
        if (gateway == null) {
            throw new SocketException("the herd's data source has been closed");
        }
        return new PipeSocket(gateway::serve);
    }

    @Override
    public Socket createSocket(String host, int port) throws SocketException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws SocketException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws SocketException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws SocketException {
        return connected();
    }

    private Socket connected() throws SocketException {
        PipeSocket socket = (PipeSocket) createSocket();
        socket.connect(socket.getRemoteSocketAddress());
        return socket;
    }
}
