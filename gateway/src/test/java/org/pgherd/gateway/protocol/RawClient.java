package org.pgherd.gateway.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends and reads single messages, to try what no driver would do.
final class RawClient implements AutoCloseable {
    final Socket socket;
    final DataInputStream in;
    final DataOutputStream out;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    RawClient start(int version, String... pairs) throws IOException {
        byte[] body = (String.join("\0", pairs) + "\0\0").getBytes(StandardCharsets.UTF_8);
        out.writeInt(body.length + 8);
        out.writeInt(version);
        out.write(body);
        out.flush();
        return this;
    }

    RawClient send(char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
        return this;
    }

    RawClient send(char type, String body) throws IOException {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    /// The next message as its type and body, zero bytes shown as `|`; `EOF` at the end.
    String read() throws IOException {
        int type = in.read();
        if (type < 0) {
            return "EOF";
        }
        try {
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            return (char) type + ":" + new String(body, StandardCharsets.UTF_8).replace('\0', '|');
        } catch (EOFException e) {
            return "EOF in a message of type " + (char) type;
        }
    }

    /// Reads up to a message of the type.
    ///
    /// @return the types of all messages read
    String readTo(char type) throws IOException {
        StringBuilder types = new StringBuilder();
        while (true) {
            String message = read();
            if (message.startsWith("EOF")) {
                return types + "EOF";
            }
            types.append(message.charAt(0));
            if (message.charAt(0) == 'E' && type != 'E') {
                return types + message;
            }
            if (message.charAt(0) == type) {
                return types.toString();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
