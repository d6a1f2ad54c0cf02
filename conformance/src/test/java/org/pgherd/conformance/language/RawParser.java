package org.pgherd.conformance.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgres;

/// The raw parser of a real PostgreSQL, asked by Parse messages that nothing ever executes. The source file that an
/// error names tells whether the raw parser or a later stage threw it, and all that later stages say means
/// "accepted".
final class RawParser implements AutoCloseable {
    /// Statements in flight before answers are read.
    private static final int BATCH = 64;

    private static final Set<String> FILES = Set.of("scan.l", "gram.y", "parser.c", "mbutils.c", "scansup.c");

    /// Positions, and what only the statistics of statements use.
    private static final Pattern LOCATION = Pattern.compile(
            " :(\\w*location|stmt_len|list_start|list_end|\\w+_start|\\w+_end|jumble_args) (-?\\d+|true|false)");

    private static final Pattern LEGACY = Pattern.compile("(?i)\\s*(begin|end|commit)\\b.*", Pattern.DOTALL);

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /// What the raw parser makes of a text: `error` is null if it accepts it; `cursor` counts characters from 1; other
    /// stages' errors are in `later`.
    record Verdict(
            @Nullable String error,
            @Nullable String state,
            @Nullable String hint,
            int cursor,
            @Nullable String later,
            List<String> notices,
            String tree) {
        boolean accepted() {
            return error == null;
        }
    }

    RawParser(EmbeddedPostgres server) throws IOException {
        this(server.port());
    }

    RawParser(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        byte[] words = "user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0".getBytes(StandardCharsets.UTF_8);
        out.writeInt(words.length + 8);
        out.writeInt(3 << 16);
        out.write(words);
        out.flush();
        answer();
    }

    /// The verdicts on the texts, in their order.
    List<Verdict> verdicts(List<String> texts) throws IOException {
        List<Verdict> verdicts = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
            for (String text : batch) {
                send(text);
            }
            out.flush();
            for (int i = 0; i < batch.size(); i++) {
                verdicts.add(answer());
            }
        }
        return verdicts;
    }

    /// The raw parse trees of statements, as the server prints them, or its error: without positions, and within a body
    /// of a routine, for what stands there is parsed but not analysed.
    List<String> trees(List<String> statements) throws IOException {
        verdicts(List.of("")); // in step
        query("SET debug_print_parse = on; SET debug_pretty_print = off; SET client_min_messages = log");
        List<String> trees = verdicts(statements.stream()
                        .map(sql -> LEGACY.matcher(sql).matches()
                                ? sql
                                : "CREATE PROCEDURE p() BEGIN ATOMIC " + sql + "; END")
                        .toList())
                .stream()
                .map(v -> v.error() != null
                        ? v.error()
                        : LOCATION.matcher(v.tree().replace('\n', ' ')).replaceAll(""))
                .toList();
        query("RESET debug_print_parse; RESET client_min_messages");
        return trees;
    }

    private void query(String sql) throws IOException {
        ask(sql);
        answer();
    }

    private void ask(String sql) throws IOException {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        out.writeByte('Q');
        out.writeInt(4 + text.length + 1);
        out.write(text);
        out.writeByte(0);
        out.flush();
    }

    /// How many statements the server finds in a text that it runs as one message; its error instead, if it has one.
    String statements(String sql) throws IOException {
        ask(sql);
        int completed = 0;
        String error = null;
        while (true) {
            int type = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            switch (type) {
                case 'C' -> completed++;
                case 'E' -> error = fields(body).getOrDefault('M', "");
                case 'Z' -> {
                    return error != null ? error : Integer.toString(completed);
                }
                default -> {}
            }
        }
    }

    private void send(String text) throws IOException {
        byte[] sql = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('P');
        out.writeInt(4 + 1 + sql.length + 1 + 2);
        out.writeByte(0);
        out.write(sql);
        out.writeByte(0);
        out.writeShort(0);
        out.writeByte('S');
        out.writeInt(4);
    }

    /// Reads up to ReadyForQuery.
    private Verdict answer() throws IOException {
        Verdict verdict = null;
        List<String> notices = new ArrayList<>();
        String tree = "";
        while (true) {
            int type = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            switch (type) {
                case 'E' -> verdict = verdict(fields(body), notices);
                case 'N' -> {
                    Map<Character, String> fields = fields(body);
                    if (fields.getOrDefault('M', "").equals("parse tree:")) {
                        tree = fields.getOrDefault('D', "");
                    } else {
                        notices.add(fields.getOrDefault('M', ""));
                    }
                }
                case 'Z' -> {
                    return verdict != null ? verdict : new Verdict(null, null, null, 0, null, notices, tree);
                }
                default -> {}
            }
        }
    }

    private static Verdict verdict(Map<Character, String> fields, List<String> notices) {
        String message = fields.getOrDefault('M', "");
        // the raw parser's nodes are copied and analysed after it, by other files, which have the same limit of depth
        if (!FILES.contains(fields.getOrDefault('F', ""))) {
            return new Verdict(null, null, null, 0, message, notices, "");
        }
        return new Verdict(
                message,
                fields.get('C'),
                fields.get('H'),
                Integer.parseInt(fields.getOrDefault('P', "0")),
                null,
                notices,
                "");
    }

    private static Map<Character, String> fields(byte[] body) {
        Map<Character, String> fields = new HashMap<>();
        for (int i = 0; body[i] != 0; ) {
            int end = i + 1;
            while (body[end] != 0) {
                end++;
            }
            fields.put((char) body[i], new String(body, i + 1, end - i - 1, StandardCharsets.UTF_8));
            i = end + 1;
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
