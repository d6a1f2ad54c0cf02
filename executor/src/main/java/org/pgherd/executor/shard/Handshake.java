package org.pgherd.executor.shard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Opens a socket to a shard and brings it up to the first message after AuthenticationOk.
final class Handshake {
    private static final int PROTOCOL = 3 << 16;
    private static final int SSL_REQUEST = 80877103;
    private static final int CANCEL_REQUEST = 80877102;
    /// Milliseconds for the TCP connection to come about.
    private static final int CONNECT_TIMEOUT = 10_000;

    private Handshake() {}

    static Socket connect(ShardAddress shard) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(shard.host(), shard.port()), CONNECT_TIMEOUT);
            return shard.ssl() == SslMode.DISABLE ? socket : encrypt(shard, socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypt(ShardAddress shard, Socket plain) throws IOException {
        // a local server without TLS is the common case of `prefer`: the loopback interface needs no protection
        if (shard.ssl() == SslMode.PREFER && plain.getInetAddress().isLoopbackAddress()) {
            return plain;
        }
        WireOutput out = new WireOutput(plain.getOutputStream());
        out.beginUntyped().int4(SSL_REQUEST).end();
        out.flush();
        // unbuffered: what follows the one byte belongs to TLS
        int answer = plain.getInputStream().read();
        if (answer != 'S') {
            if (shard.ssl() == SslMode.PREFER && answer == 'N') {
                return plain;
            }
            throw new IOException("server does not support SSL, but SSL was required");
        }
        SSLSocketFactory factory = shard.ssl() == SslMode.VERIFY_FULL ? trusting(null) : trusting(EVERYONE);
        SSLSocket tls = (SSLSocket) factory.createSocket(plain, shard.host(), shard.port(), true);
        if (shard.ssl() == SslMode.VERIFY_FULL) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
        }
        tls.startHandshake();
        return tls;
    }

    private static SSLSocketFactory trusting(TrustManager @Nullable [] trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("could not set up TLS", e);
        }
    }

    /// `require` encrypts but does not authenticate the server, as in libpq.
    private static final TrustManager[] EVERYONE = {
        new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }
    };

    /// Sends the start-up message and answers the server's questions until it is satisfied.
    static void enter(ShardAddress shard, Map<String, String> settings, WireInput in, WireOutput out)
            throws IOException {
        out.beginUntyped().int4(PROTOCOL);
        out.cString("user").cString(shard.user());
        out.cString("database").cString(shard.database());
        out.cString("client_encoding").cString("UTF8");
        settings.forEach((name, value) -> out.cString(name).cString(value));
        out.int1(0).end();
        out.flush();
        ScramClient scram = null;
        while (true) {
            int type = in.nextMessage();
            if (type == 'E') {
                throw ErrorResponse.read(in).toException();
            }
            if (type == 'N' || type == 'v') {
                continue;
            }
            if (type != 'R') {
                throw new IOException("unexpected message during start-up");
            }
            int method = in.int4();
            switch (method) {
                case 0 -> {
                    return;
                }
                case 3 -> password(out, password(shard).getBytes(StandardCharsets.UTF_8));
                case 5 -> password(out, md5(shard, in.rest()));
                case 10 -> {
                    scram = new ScramClient(password(shard));
                    byte[] first = scram.first();
                    out.begin('p').cString(ScramClient.MECHANISM).int4(first.length).bytes(first).end();
                    out.flush();
                }
                case 11 -> {
                    try {
                        out.begin('p').bytes(Objects.requireNonNull(scram).answer(in.rest())).end();
                    } catch (GeneralSecurityException e) {
                        throw new IOException("malformed SCRAM message", e);
                    }
                    out.flush();
                }
                case 12 -> {
                    if (!Objects.requireNonNull(scram).accepts(in.rest())) {
                        throw new IOException("the server could not prove that it knows the password");
                    }
                }
                default ->
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            shard + " asks for authentication method " + method + ", which is not supported");
            }
        }
    }

    private static String password(ShardAddress shard) {
        String password = shard.password();
        if (password == null) {
            throw new SqlException(SqlState.INVALID_PASSWORD, shard + " asks for a password, but none was given");
        }
        return password;
    }

    private static void password(WireOutput out, byte[] answer) throws IOException {
        out.begin('p').cString(answer).end();
        out.flush();
    }

    private static byte[] md5(ShardAddress shard, byte[] salt) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(password(shard).getBytes(StandardCharsets.UTF_8));
            byte[] inner = HexFormat.of()
                    .formatHex(digest.digest(shard.user().getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII);
            digest.update(inner);
            return ("md5" + HexFormat.of().formatHex(digest.digest(salt))).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IOException("MD5 is not available", e);
        }
    }

    /// Asks the server to interrupt the backend; returns when the signal has been sent.
    static void cancel(ShardAddress shard, int processId, int secret) throws IOException {
        try (Socket socket = connect(shard)) {
            socket.setSoTimeout(CONNECT_TIMEOUT);
            WireOutput out = new WireOutput(socket.getOutputStream());
            out.beginUntyped().int4(CANCEL_REQUEST).int4(processId).int4(secret).end();
            out.flush();
            // the postmaster closes the connection after it has signalled
            int ignored = socket.getInputStream().read();
        }
    }
}
