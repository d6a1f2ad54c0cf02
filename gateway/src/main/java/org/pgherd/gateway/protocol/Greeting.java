package org.pgherd.gateway.protocol;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The start of a conversation: encryption, start-up packet, authentication, the session's first settings
/// (backend_startup.c, auth.c, postinit.c).
final class Greeting {
    private static final int OK = 0;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;

    private final Gateway gateway;
    private final ClientLink link;
    private final int process;
    private final MessageReader in;
    private final MessageWriter out;

    Greeting(Gateway gateway, ClientLink link, int process, MessageReader in, MessageWriter out) {
        this.gateway = gateway;
        this.link = link;
        this.process = process;
        this.in = in;
        this.out = out;
    }

    /// @param cancelKeys gets the key that this client's cancel requests will show
    /// @return the session, or null if there is none to be had: a cancel request, or the client left
    @Nullable
    Session open(Consumer<byte[]> cancelKeys) {
        StartupPacket.Start start = start();
        if (start == null) {
            return null;
        }
        if (start.negotiate()) {
            negotiate(start);
        }
        if (gateway.isClosing()) {
            throw new SqlException(SqlState.CANNOT_CONNECT_NOW, "the database system is shutting down");
        }
        if (gateway.connectionCount() > gateway.config().maxConnections()) {
            throw new SqlException(SqlState.TOO_MANY_CONNECTIONS, "sorry, too many clients already");
        }
        switch (gateway.config().authentication()) {
            case Authentication.Trust _ -> {}
            case Authentication.Scram scram -> {
                if (!authenticate(start.user(), scram)) {
                    return null;
                }
            }
        }
        gateway.config().database().ifPresent(only -> {
            if (!only.equals(start.database())) {
                throw new SqlException(
                                SqlState.UNDEFINED_DATABASE, "database \"" + start.database() + "\" does not exist")
                        .withHint("The herd answers as database \"" + only + "\".");
            }
        });
        out.begin('R').int32(OK).end();
        Session session = gateway.connect(new SessionOptions(start.user(), start.database(), start.settings()));
        ReportedSettings.of(session, start)
                .forEach((name, value) ->
                        out.begin('S').string(name).string(value).end());
        byte[] key = CancelKey.of(start.version(), gateway.random());
        cancelKeys.accept(key);
        out.begin('K').int32(process).bytes(key).end();
        return session;
    }

    private StartupPacket.@Nullable Start start() {
        while (in.nextStartup()) {
            switch (StartupPacket.read(in)) {
                case StartupPacket.TlsRequest _ -> {
                    if (link.hasTls()) {
                        if (in.hasMore() || link.hasUnread()) {
                            throw new SqlException(
                                            SqlState.PROTOCOL_VIOLATION, "received unencrypted data after SSL request")
                                    .withDetail(
                                            "This could be either a client-software bug or evidence of an attempted "
                                                    + "man-in-the-middle attack.");
                        }
                        link.startTls();
                    } else {
                        refuse();
                    }
                }
                case StartupPacket.GssRequest _ -> refuse();
                case StartupPacket.Cancel(int target, byte[] key) -> {
                    gateway.cancel(target, key);
                    return null;
                }
                case StartupPacket.Start start -> {
                    return start;
                }
            }
        }
        return null;
    }

    private void refuse() {
        link.write(new byte[] {'N'}, 0, 1);
        link.flush();
    }

    private void negotiate(StartupPacket.Start start) {
        out.begin('v').int32(start.version()).int32(start.unknownOptions().size());
        start.unknownOptions().forEach(out::string);
        out.end();
    }

    /// @return false if the client left instead of answering, as libpq does to ask its user for the password
    private boolean authenticate(String user, Authentication.Scram scram) {
        out.begin('R')
                .int32(SASL)
                .string(ScramVerifier.MECHANISM.getName())
                .int8(0)
                .end();
        out.flush();
        if (!answered()) {
            return false;
        }
        String mechanism = in.string();
        if (!mechanism.equals(ScramVerifier.MECHANISM.getName())) {
            throw new SqlException(
                    SqlState.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism");
        }
        int length = in.int32();
        String first = length < 0 ? "" : ascii(in.bytes(length));
        in.finish();
        ScramExchange exchange = new ScramExchange(scram.verifier(user));
        say(SASL_CONTINUE, exchange.first(first, gateway.random()));
        out.flush();
        if (!answered()) {
            return false;
        }
        try {
            say(SASL_FINAL, exchange.last(ascii(in.bytes(in.remaining()))));
        } catch (ScramExchange.WrongProof _) {
            throw new SqlException(
                    SqlState.INVALID_PASSWORD, "password authentication failed for user \"" + user + "\"");
        }
        return true;
    }

    private boolean answered() {
        int type = in.next();
        if (type >= 0 && type != 'p') {
            throw new SqlException(SqlState.PROTOCOL_VIOLATION, "expected SASL response, got message type " + type);
        }
        return type >= 0;
    }

    private void say(int code, String text) {
        out.begin('R').int32(code).bytes(text.getBytes(StandardCharsets.UTF_8)).end();
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
