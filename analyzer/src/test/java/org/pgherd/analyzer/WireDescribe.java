package org.pgherd.analyzer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Asks a PostgreSQL server to Parse and Describe statements, as bare protocol messages, so that every field of the
/// answer is seen.
final class WireDescribe implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    WireDescribe(String host, int port, String user, String database) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream()));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream start = new DataOutputStream(body);
        start.writeInt(196608);
        for (String part : List.of("user", user, "database", database, "client_encoding", "UTF8")) {
            text(start, part);
        }
        start.writeByte(0);
        out.writeInt(body.size() + 4);
        out.write(body.toByteArray());
        out.flush();
        while (message().type != 'Z') {}
    }

    private record Message(char type, byte[] body) {}

    private Message message() throws IOException {
        char type = (char) in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        return new Message(type, body);
    }

    private static void text(DataOutputStream out, String s) throws IOException {
        out.write(s.getBytes(StandardCharsets.UTF_8));
        out.writeByte(0);
    }

    private void send(char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    Described describe(String sql) throws IOException {
        ByteArrayOutputStream parse = new ByteArrayOutputStream();
        DataOutputStream p = new DataOutputStream(parse);
        text(p, "");
        text(p, sql);
        p.writeShort(0);
        send('P', parse.toByteArray());
        send('D', new byte[] {'S', 0});
        send('S', new byte[0]);
        out.flush();
        List<Integer> parameters = new ArrayList<>();
        List<Described.Column> columns = new ArrayList<>();
        Described.Error error = null;
        while (true) {
            Message m = message();
            DataInputStream b = new DataInputStream(new java.io.ByteArrayInputStream(m.body));
            switch (m.type) {
                case 't' -> {
                    int n = b.readUnsignedShort();
                    for (int i = 0; i < n; i++) {
                        parameters.add(b.readInt());
                    }
                }
                case 'T' -> {
                    int n = b.readUnsignedShort();
                    for (int i = 0; i < n; i++) {
                        String name = string(b);
                        int table = b.readInt();
                        int column = b.readShort();
                        int type = b.readInt();
                        b.readShort();
                        int typmod = b.readInt();
                        b.readShort();
                        columns.add(new Described.Column(name, type, typmod, table, column));
                    }
                }
                case 'E' -> error = error(b);
                case 'Z' -> {
                    return new Described(columns, parameters, error);
                }
                default -> {}
            }
        }
    }

    private static Described.Error error(DataInputStream b) throws IOException {
        String state = "";
        String message = "";
        String detail = null;
        String hint = null;
        int position = 0;
        while (true) {
            int field = b.readUnsignedByte();
            if (field == 0) {
                return new Described.Error(state, message, detail, hint, position);
            }
            String value = string(b);
            switch (field) {
                case 'C' -> state = value;
                case 'M' -> message = value;
                case 'D' -> detail = value;
                case 'H' -> hint = value;
                case 'P' -> position = Integer.parseInt(value);
                default -> {}
            }
        }
    }

    private static String string(DataInputStream b) throws IOException {
        ByteArrayOutputStream s = new ByteArrayOutputStream();
        for (int c = b.read(); c > 0; c = b.read()) {
            s.write(c);
        }
        return s.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
