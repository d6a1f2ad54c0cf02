package org.pgherd.gateway.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgherd.errors.SqlState;

/// The first packet of a connection (backend_startup.c:ProcessStartupPacket).
sealed interface StartupPacket {
    int VERSION_3_0 = 3 << 16;
    /// The newest protocol spoken here; 3.2 has longer cancel keys.
    int VERSION_3_2 = VERSION_3_0 | 2;

    record TlsRequest() implements StartupPacket {}

    record GssRequest() implements StartupPacket {}

    record Cancel(int process, byte[] key) implements StartupPacket {}

    /// @param version protocol version that both sides speak
    /// @param negotiate whether the client asked for more than this server knows
    /// @param unknownOptions protocol options (`_pq_.`) that it asked for
    record Start(
            int version,
            boolean negotiate,
            List<String> unknownOptions,
            String user,
            String database,
            Map<String, String> settings)
            implements StartupPacket {}

    static StartupPacket read(MessageReader in) {
        int code = in.int32();
        return switch (code) {
            case 80877103 -> new TlsRequest();
            case 80877104 -> new GssRequest();
            case 80877102 -> new Cancel(in.int32(), in.bytes(in.remaining()));
            default -> start(code, in);
        };
    }

    private static Start start(int asked, MessageReader in) {
        int major = asked >>> 16;
        if (major != 3) {
            throw Fatal.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "unsupported frontend protocol " + major + "." + (asked & 0xffff) + ": server supports 3.0 to 3.2");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        String user = "";
        String database = "";
        while (true) {
            if (in.remaining() == 0) {
                throw Fatal.of(
                        SqlState.PROTOCOL_VIOLATION, "invalid startup packet layout: expected terminator as last byte");
            }
            String name = in.string();
            if (name.isEmpty()) {
                break;
            }
            String value = in.string();
            switch (name) {
                case "user" -> user = value;
                case "database" -> database = value;
                case "replication" -> {
                    if (!value.equals("false") && !value.equals("off") && !value.equals("0") && !value.equals("no")) {
                        throw Fatal.of(
                                SqlState.FEATURE_NOT_SUPPORTED, "replication connections are not supported by PgHerd");
                    }
                }
                default -> {
                    if (name.startsWith("_pq_.")) {
                        unknown.add(name);
                    } else {
                        settings.put(name, value);
                    }
                }
            }
        }
        if (in.remaining() != 0) {
            throw Fatal.of(
                    SqlState.PROTOCOL_VIOLATION, "invalid startup packet layout: expected terminator as last byte");
        }
        if (user.isEmpty()) {
            throw Fatal.of(
                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                    "no PostgreSQL user name specified in startup packet");
        }
        return new Start(
                Math.min(asked, VERSION_3_2),
                asked > VERSION_3_2 || !unknown.isEmpty(),
                unknown,
                user,
                database.isEmpty() ? user : database,
                settings);
    }
}
