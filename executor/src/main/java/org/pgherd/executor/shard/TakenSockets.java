package org.pgherd.executor.shard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/// The factories by which PgJDBC makes its sockets (named in its properties, so they must be public), and what
/// they made: the sockets of a login, to be taken over, by the token given to that login.
public final class TakenSockets extends SocketFactory {
    private static final Map<String, Socket> MADE = new ConcurrentHashMap<>();

    private final String token;

    /// PgJDBC calls this with `socketFactoryArg`.
    public TakenSockets(String token) {
        this.token = token;
    }

    static void register(Properties properties, String token) {
        PGProperty.SOCKET_FACTORY.set(properties, TakenSockets.class.getName());
        PGProperty.SOCKET_FACTORY_ARG.set(properties, token);
        PGProperty.SSL_FACTORY.set(properties, Encrypting.class.getName());
    }

    /// The innermost socket of a login; null if it got none. Forgets it.
    static @Nullable Socket take(String token) {
        return MADE.remove(token);
    }

    @Override
    public Socket createSocket() {
        TakenSocket socket = new TakenSocket();
        // cancel requests make sockets too, after the login's has been taken
        MADE.put(token, socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new AssertionError("PgJDBC connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new AssertionError("PgJDBC connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new AssertionError("PgJDBC connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new AssertionError("PgJDBC connects by itself");
    }

    /// PgJDBC's own TLS, certificates and all, remembering the socket.
    public static final class Encrypting extends LibPQFactory {
        private final String token;

        public Encrypting(Properties properties) throws PSQLException {
            super(properties);
            this.token = String.valueOf(PGProperty.SOCKET_FACTORY_ARG.getOrDefault(properties));
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            Socket encrypted = super.createSocket(plain, host, port, autoClose);
            MADE.put(token, encrypted);
            return encrypted;
        }
    }
}
