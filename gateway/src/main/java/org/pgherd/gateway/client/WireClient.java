package org.pgherd.gateway.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection without password or encryption. Not for several threads, but for [#cancel].
public final class WireClient implements AutoCloseable {
    private static final int VERSION = 3 << 16;
    private static final int BUFFER = 1 << 16;
    private static final int COPY_CHUNK = 1 << 15;

    /// Makes a connected socket, anew for each cancel request.
    public interface Dial {
        Socket connect() throws IOException;
    }

    private final Dial dial;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<String, String> settings = new HashMap<>();
    private Consumer<WireMessage> noticeListener = _ -> {};
    private int process;
    private byte[] cancelKey = {};
    private int rowsKept = Integer.MAX_VALUE;
    private char transactionStatus = 'I';

    private WireClient(Dial dial) throws IOException {
        this.dial = dial;
        this.socket = dial.connect();
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    }

    public static WireClient connect(String host, int port, String user, String database) throws IOException {
        return connect(
                () -> {
                    Socket socket = new Socket();
                    socket.setTcpNoDelay(true);
                    socket.connect(new InetSocketAddress(host, port));
                    return socket;
                },
                user,
                database);
    }

    /// @throws IOException with the server's message if it refuses
    public static WireClient connect(Dial dial, String user, String database) throws IOException {
        WireClient client = new WireClient(dial);
        try {
            client.start(user, database);
            return client;
        } catch (IOException | RuntimeException e) {
            client.socket.close();
            throw e;
        }
    }

    private void start(String user, String database) throws IOException {
        byte[] body = ("user\0" + user + "\0database\0" + database + "\0client_encoding\0UTF8\0\0")
                .getBytes(StandardCharsets.UTF_8);
        out.writeInt(body.length + 8);
        out.writeInt(VERSION);
        out.write(body);
        out.flush();
        while (true) {
            Incoming message = read();
            switch (message.type()) {
                case 'R' -> {
                    if (message.int32() != 0) {
                        throw new IOException("the server asks for a password");
                    }
                }
                case 'K' -> {
                    process = message.int32();
                    cancelKey = message.rest();
                }
                case 'E' -> throw new IOException(message.fields().toString());
                case 'Z' -> {
                    transactionStatus = (char) message.int8();
                    return;
                }
                default -> {}
            }
        }
    }

    public void onNotice(Consumer<WireMessage> listener) {
        noticeListener = listener;
    }

    /// `I`, `T` or `E` as ReadyForQuery said last.
    public char transactionStatus() {
        return transactionStatus;
    }

    /// A setting that the server reports, empty if it does not.
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /// Of longer results only the first rows are kept; their tags still count all.
    public void keepAtMost(int rows) {
        rowsKept = rows;
    }

    /// Runs the statements of a text; a failure is the last result.
    public List<WireResult> query(String sql) throws IOException {
        return query(sql, List.of());
    }

    /// Runs one statement.
    public WireResult one(String sql) throws IOException {
        List<WireResult> results = query(sql);
        return results.isEmpty() ? new WireResult.Empty() : results.getLast();
    }

    /// Runs statements of which one may be COPY FROM STDIN.
    ///
    /// @param copyLines its lines, without line ends
    public List<WireResult> query(String sql, Iterable<String> copyLines) throws IOException {
        send('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return results(copyLines);
    }

    /// Has the server parse a statement, as the unnamed prepared one, and describe it.
    public WireDescription describe(String sql) throws IOException {
        send('P', ("\0" + sql + "\0\0\0").getBytes(StandardCharsets.UTF_8));
        send('D', new byte[] {'S', 0});
        send('S', new byte[0]);
        out.flush();
        List<Integer> parameters = new ArrayList<>();
        List<WireColumn> columns = null;
        WireMessage error = null;
        while (true) {
            Incoming message = read();
            switch (message.type()) {
                case 't' -> {
                    int count = message.int16();
                    for (int i = 0; i < count; i++) {
                        parameters.add(message.int32());
                    }
                }
                case 'T' -> columns = message.columns();
                case 'E' -> error = message.fields();
                case 'Z' -> {
                    transactionStatus = (char) message.int8();
                    return new WireDescription(parameters, columns, error);
                }
                default -> {}
            }
        }
    }

    private List<WireResult> results(Iterable<String> copyLines) throws IOException {
        List<WireResult> results = new ArrayList<>();
        List<WireColumn> columns = null;
        List<@Nullable String[]> rows = new ArrayList<>();
        List<byte[]> chunks = null;
        while (true) {
            Incoming message = read();
            switch (message.type()) {
                case 'T' -> {
                    columns = message.columns();
                    rows = new ArrayList<>();
                }
                case 'D' -> {
                    if (rows.size() < rowsKept) {
                        rows.add(message.row());
                    }
                }
                case 'G' -> copyIn(copyLines);
                case 'H' -> chunks = new ArrayList<>();
                case 'd' -> {
                    if (chunks != null) {
                        chunks.add(message.rest());
                    }
                }
                case 'C' -> {
                    String tag = message.string();
                    if (chunks != null) {
                        results.add(new WireResult.CopyOut(chunks, tag));
                    } else if (columns != null) {
                        results.add(new WireResult.Rows(columns, rows, tag));
                    } else {
                        results.add(new WireResult.Command(tag));
                    }
                    columns = null;
                    chunks = null;
                }
                case 'I' -> results.add(new WireResult.Empty());
                case 'E' -> {
                    WireMessage error = message.fields();
                    results.add(new WireResult.Failure(error));
                    if (error.severity().equals("FATAL")) {
                        return results;
                    }
                }
                case 'Z' -> {
                    transactionStatus = (char) message.int8();
                    return results;
                }
                default -> {}
            }
        }
    }

    private void copyIn(Iterable<String> lines) throws IOException {
        StringBuilder chunk = new StringBuilder(COPY_CHUNK + 1024);
        for (String line : lines) {
            chunk.append(line).append('\n');
            if (chunk.length() >= COPY_CHUNK) {
                send('d', chunk.toString().getBytes(StandardCharsets.UTF_8));
                chunk.setLength(0);
            }
        }
        if (!chunk.isEmpty()) {
            send('d', chunk.toString().getBytes(StandardCharsets.UTF_8));
        }
        send('c', new byte[0]);
        out.flush();
    }

    private void send(char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    /// The next message that is not merely told on the side.
    private Incoming read() throws IOException {
        while (true) {
            int type;
            try {
                type = in.readUnsignedByte();
            } catch (EOFException e) {
                throw new IOException("server closed the connection unexpectedly", e);
            }
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            Incoming message = new Incoming((char) type, body);
            switch (message.type()) {
                case 'N' -> noticeListener.accept(message.fields());
                case 'S' -> settings.put(message.string(), message.string());
                default -> {
                    return message;
                }
            }
        }
    }

    /// Asks the server to stop the running statement; from another thread.
    public void cancel() throws IOException {
        try (Socket other = dial.connect()) {
            DataOutputStream request = new DataOutputStream(other.getOutputStream());
            request.writeInt(12 + cancelKey.length);
            request.writeInt(80877102);
            request.writeInt(process);
            request.write(cancelKey);
            request.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            send('X', new byte[0]);
            out.flush();
        }
    }

    /// The bytes behind, for what the methods above do not cover.
    public Socket socket() {
        return socket;
    }

    /// A message being taken apart.
    private static final class Incoming {
        private final char type;
        private final byte[] body;
        private int at;

        Incoming(char type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        char type() {
            return type;
        }

        int int8() {
            return body[at++] & 0xff;
        }

        int int16() {
            return int8() << 8 | int8();
        }

        int int32() {
            return int16() << 16 | int16();
        }

        String string() {
            int from = at;
            while (body[at] != 0) {
                at++;
            }
            return new String(body, from, at++ - from, StandardCharsets.UTF_8);
        }

        byte[] rest() {
            byte[] rest = java.util.Arrays.copyOfRange(body, at, body.length);
            at = body.length;
            return rest;
        }

        List<WireColumn> columns() {
            int count = int16();
            List<WireColumn> columns = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String name = string();
                int table = int32();
                int attribute = (short) int16();
                int oid = int32();
                at += 2;
                int typmod = int32();
                at += 2;
                columns.add(new WireColumn(name, table, attribute, oid, typmod));
            }
            return columns;
        }

        @Nullable
        String[] row() {
            @Nullable String[] row = new String[int16()];
            for (int i = 0; i < row.length; i++) {
                int length = int32();
                if (length >= 0) {
                    row[i] = new String(body, at, length, StandardCharsets.UTF_8);
                    at += length;
                }
            }
            return row;
        }

        WireMessage fields() {
            Map<Character, String> fields = new LinkedHashMap<>();
            while (at < body.length && body[at] != 0) {
                char letter = (char) int8();
                fields.put(letter, string());
            }
            return new WireMessage(fields);
        }
    }
}
