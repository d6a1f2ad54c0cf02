package org.pgherd.semantics.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.hash.TypeHash;

/// Every type reads what PostgreSQL reads and refuses what it refuses, with the same words; writes the same text and
/// the
/// same bytes, reads these back, and hashes to the same numbers. `-Dpgherd.forms=1000` for more texts per type,
/// `-Dpgherd.forms.types=REGEX` for fewer types, `-Dpgherd.forms.seed=N` for others.
class TypeFormsDifferentialTest {
    private static final int TEXTS = Integer.getInteger("pgherd.forms", 80);
    private static final long SEED = Long.getLong("pgherd.forms.seed", 1);
    private static final Pattern TYPES = Pattern.compile(System.getProperty("pgherd.forms.types", ".*"));
    private static final Pattern FAR_ZONE = Pattern.compile("[A-Za-z>/_.:][-+]?0*(?:19|[2-9][0-9]|1[0-9][0-9])");
    private static final int SHOWN = 6;

    private final FixedContext context = new FixedContext();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    /// SQL functions of a type; the hash functions are null if it has none.
    private record Functions(
            String output,
            String send,
            @Nullable String hash,
            @Nullable String extended) {}

    @Test
    void readsAndWritesWhatPostgresDoes() throws Exception {
        Literals literals = new Literals(SEED);
        try (Oracle oracle = new Oracle()) {
            prepare(oracle.connection());
            for (String name : literals.types()) {
                if (TYPES.matcher(name).matches()) {
                    compare(oracle.connection(), type(name), literals.of(name, TEXTS));
                }
            }
        }
        differences.forEach(System.out::println);
        System.out.println(compared + " texts compared");
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
    }

    private static TypeRow type(String name) {
        return Objects.requireNonNull(BuiltinCatalog.instance().type(null, name), name);
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION pg_temp.forms(query text, texts text[]) RETURNS text[] LANGUAGE plpgsql AS $$
                    DECLARE
                      answers text[];
                      answer text;
                      literal text;
                      state text;
                      message text;
                      detail text;
                      hint text;
                    BEGIN
                      FOREACH literal IN ARRAY texts LOOP
                        BEGIN
                          EXECUTE query INTO answer USING literal;
                          answers := answers || ('V' || answer);
                        EXCEPTION WHEN OTHERS THEN
                          GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
                            detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
                          answers := answers || concat_ws(chr(1), 'E' || state, message, detail, hint);
                        END;
                      END LOOP;
                      RETURN answers;
                    END $$""");
        }
    }

    private void compare(Connection connection, TypeRow type, List<String> texts) throws SQLException {
        Functions functions = functions(connection, type);
        TypeHash hash = functions.hash == null ? null : TypeHash.forType(type.oid(), BuiltinCatalog.instance());
        if (functions.hash != null && hash == null) {
            differences.add(type.name() + ": no hash here");
        }
        StringBuilder query = new StringBuilder("SELECT concat_ws(chr(1), ")
                .append(functions.output)
                .append("(v)::text, encode(")
                .append(functions.send)
                .append("(v), 'hex')");
        if (hash != null) {
            query.append(", ").append(functions.hash).append("(v)");
            query.append(", ")
                    .append(functions.extended)
                    .append("(v, ")
                    .append(ShardingHash.SEED)
                    .append(')');
        }
        // texts are cast to regclass by a function, not by its input function
        String cast = type.name().equals("regclass")
                ? "pg_catalog.regclassin(pg_catalog.textout($1))"
                : "$1::pg_catalog.\"" + type.name() + "\"";
        query.append(") FROM (SELECT ").append(cast).append(" AS v OFFSET 0) s");
        List<String> expected = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_temp.forms(?, ?)")) {
            statement.setString(1, query.toString());
            Array array = connection.createArrayOf("text", texts.toArray());
            statement.setArray(2, array);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                for (Object answer : (Object[]) rows.getArray(1).getArray()) {
                    expected.add((String) answer);
                }
            }
        }
        int different = 0;
        for (int i = 0; i < texts.size(); i++) {
            compared++;
            String actual = here(type, texts.get(i), hash);
            if (!actual.equals(expected.get(i)) && !farZone(texts.get(i), expected.get(i)) && different++ < SHOWN) {
                differences.add(type.name() + " <" + texts.get(i) + ">\n    PostgreSQL: " + readable(expected.get(i))
                        + "\n    here:       " + readable(actual));
            }
        }
        if (different > SHOWN) {
            differences.add(type.name() + ": " + different + " of " + texts.size() + " differ");
        }
    }

    /// POSIX zones more than 18 hours off Greenwich are not known here: java.time has none.
    private static boolean farZone(String text, String expected) {
        return FAR_ZONE.matcher(text).find() && !expected.startsWith("E22023");
    }

    private static String readable(String answer) {
        return answer.replace('\1', '|');
    }

    private String here(TypeRow type, String text, @Nullable TypeHash hash) {
        TypeCodec codec = Codecs.forType(type.oid(), BuiltinCatalog.instance());
        try {
            Object value = codec.decodeText(text, -1, context);
            String out = codec.encodeText(value, context);
            ByteSink sink = new ByteSink();
            codec.encodeBinary(value, sink);
            byte[] bytes = sink.toByteArray();
            Object read = codec.decodeBinary(bytes, 0, bytes.length);
            String again = codec.encodeText(read, context);
            if (!again.equals(out)) {
                return "came back from its bytes as " + again + " and not " + out;
            }
            StringBuilder answer = new StringBuilder("V").append(out);
            answer.append('\1').append(HexFormat.of().formatHex(bytes));
            if (hash != null) {
                answer.append('\1').append(hash.plain(value));
                answer.append('\1').append(hash.extended(value, ShardingHash.SEED));
            }
            return answer.toString();
        } catch (SqlException e) {
            return String.join(
                    "\1",
                    "E" + e.state().code(),
                    e.message(),
                    Objects.requireNonNullElse(e.fields().detail(), ""),
                    Objects.requireNonNullElse(e.fields().hint(), ""));
        } catch (RuntimeException | Error e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "threw " + e + (trace.length < 2 ? "" : " at " + trace[0] + " " + trace[1]);
        }
    }

    private static Functions functions(Connection connection, TypeRow type) throws SQLException {
        String sql = "SELECT typoutput::regproc::text, typsend::regproc::text, h1.amproc::regproc::text,"
                + " h2.amproc::regproc::text FROM pg_type t LEFT JOIN pg_opclass c ON opcdefault"
                + " AND opcmethod = (SELECT oid FROM pg_am WHERE amname = 'hash') AND opcintype = CASE"
                + " WHEN t.oid = 30 THEN 30 WHEN typsubscript = 'array_subscript_handler'::regproc THEN 'anyarray'::regtype"
                + " WHEN typtype = 'r' THEN 'anyrange'::regtype WHEN typtype = 'm' THEN 'anymultirange'::regtype"
                + " WHEN t.oid = 1043 THEN 25 ELSE t.oid END"
                + " LEFT JOIN pg_amproc h1 ON h1.amprocfamily = c.opcfamily AND h1.amproclefttype = opcintype"
                + " AND h1.amprocnum = 1 LEFT JOIN pg_amproc h2 ON h2.amprocfamily = c.opcfamily"
                + " AND h2.amproclefttype = opcintype AND h2.amprocnum = 2 WHERE t.oid = " + type.oid();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String hash = type.name().equals("_box") ? null : rows.getString(3);
            return new Functions(rows.getString(1), rows.getString(2), hash, rows.getString(4));
        }
    }
}
