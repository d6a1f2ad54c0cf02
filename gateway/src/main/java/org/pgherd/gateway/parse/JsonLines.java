package org.pgherd.gateway.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Texts as lines of JSON in, verdicts as lines of JSON out: one for each, whatever is in it.
public final class JsonLines {
    private final JsonFactory json = new JsonFactory();
    private final Wanted wanted;
    private final Reader reader;

    public JsonLines(Wanted wanted) {
        this.wanted = wanted;
        reader = new Reader(wanted);
    }

    public void run(InputStream source, OutputStream target) throws IOException {
        InputStream in = new BufferedInputStream(source, 1 << 16);
        OutputStream out = new BufferedOutputStream(target, 1 << 16);
        byte[] line = readLine(in);
        boolean first = true;
        while (line != null) {
            String text = new String(line, StandardCharsets.UTF_8);
            if (first && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            first = false;
            out.write(answer(text).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            // whoever waits for the answer before the next question gets it
            if (in.available() == 0) {
                out.flush();
            }
            line = readLine(in);
        }
        out.flush();
    }

    private static byte @Nullable [] readLine(InputStream in) throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (c >= 0 && c != '\n') {
            line.write(c);
            c = in.read();
        }
        return line.toByteArray();
    }

    /// The answer to one line, without its end.
    String answer(String line) {
        Verdict verdict;
        try {
            verdict = verdict(line);
        } catch (JacksonException e) {
            verdict = unreadable("the line is no JSON object: " + e.getOriginalMessage());
        } catch (RuntimeException | AssertionError e) {
            verdict = unreadable("internal error");
        }
        return written(verdict);
    }

    private static Verdict unreadable(String why) {
        return Verdict.rejected("", new SqlException(SqlState.DATA_EXCEPTION, why), 0);
    }

    private Verdict verdict(String line) {
        String sql = null;
        String body = null;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return unreadable("the line is empty");
            }
            if (token != JsonToken.START_OBJECT) {
                return unreadable("the line is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("sql")) {
                    sql = parser.getString();
                } else if (value == JsonToken.VALUE_STRING && name.equals("body")) {
                    body = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                return unreadable("the line is no JSON object");
            }
        }
        if (wanted.plpgsql() && sql == null && body != null) {
            return reader.body(body);
        }
        return sql == null
                ? unreadable(
                        wanted.plpgsql()
                                ? "the object has no text \"sql\" or \"body\""
                                : "the object has no text \"sql\"")
                : reader.read(sql);
    }

    private String written(Verdict verdict) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeBooleanProperty("accepted", verdict.isAccepted());
            SqlException error = verdict.error();
            string(out, "error", error == null ? null : error.message());
            out.writeName("cursor");
            Integer cursor = verdict.cursor();
            if (cursor == null) {
                out.writeNull();
            } else {
                out.writeNumber(cursor);
            }
            out.writeName("us");
            out.writeNumber(String.format(Locale.ROOT, "%.1f", verdict.nanos() / 1000.0));
            if (wanted.grouping()) {
                string(out, "grouping", verdict.grouping());
            }
            if (wanted.ast()) {
                string(out, "ast", verdict.ast());
            }
            if (wanted.deparse()) {
                string(out, "deparse", verdict.deparse());
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void string(JsonGenerator out, String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
    }
}
