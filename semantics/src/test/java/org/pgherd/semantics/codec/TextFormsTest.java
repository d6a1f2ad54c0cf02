package org.pgherd.semantics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FixedContext;
import org.pgherd.semantics.value.NumericTypmod;
import org.pgherd.semantics.value.Text;

/// Input and output functions against PostgreSQL 18: `text.tsv`, written by [FixtureExport], says what it made of
/// each text.
class TextFormsTest {
    private static final Pattern TYPE = Pattern.compile("(\"?\\w+\"?)(?:\\(([-\\d, ]+)\\))?(\\[])?");

    @Test
    void readsAndWritesEveryTextAsPostgres() throws Exception {
        List<String> differences = new ArrayList<>();
        int count = run(differences);
        assertThat(count).isGreaterThan(7900);
        assertThat(differences).isEmpty();
    }

    static int run(List<String> differences) throws Exception {
        FixedContext context = new FixedContext();
        context.set("timezone", "America/Los_Angeles");
        String type = "";
        String settings = "";
        int count = 0;
        try (InputStream in = Objects.requireNonNull(TextFormsTest.class.getResourceAsStream("text.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("## ")) {
                    type = line.substring(3);
                } else if (line.startsWith("#set ")) {
                    String[] set = line.substring(5).split(" = ");
                    context.set(set[0], set[1].replace("'", ""));
                    settings = line;
                } else {
                    int tab = line.indexOf('\t');
                    String input = FixtureExport.unescape(line.substring(0, tab));
                    String expected = FixtureExport.unescape(line.substring(tab + 1));
                    String actual = convert(type, input, context);
                    count++;
                    if (!actual.equals(expected)) {
                        differences.add(
                                settings + " " + type + " <" + input + ">: expected " + expected + ", was " + actual);
                    }
                }
            }
        }
        return count;
    }

    private static String convert(String type, String input, FixedContext context) {
        try {
            return "=" + coerce(type, input, context);
        } catch (SqlException e) {
            return "!" + e.state().code() + "|" + e.message() + "|"
                    + text(e.fields().detail()) + "|" + text(e.fields().hint()) + "|"
                    + text(e.fields().context());
        }
    }

    private static String text(@Nullable String s) {
        return s == null ? "" : s;
    }

    private static String coerce(String type, String input, FixedContext context) {
        if (type.startsWith("interval")) {
            int typmod = type.endsWith("]") ? -1 : intervalTypmod(type);
            TypeCodec codec = codec(type.endsWith("]") ? "_interval" : "interval");
            return codec.encodeText(codec.decodeText(input, typmod, context), context);
        }
        Matcher m = TYPE.matcher(type);
        if (!m.matches()) {
            throw new AssertionError(type);
        }
        String name = m.group(1).replace("\"", "");
        String sql = switch (m.group(1)) {
            case "boolean" -> "bool";
            case "char" -> "bpchar";
            default -> name;
        };
        int typmod = m.group(2) == null ? -1 : typmod(sql, m.group(2).split(", *"));
        TypeCodec codec = codec((m.group(3) == null ? "" : "_") + sql);
        if ((sql.equals("varchar") || sql.equals("bpchar")) && typmod >= 0) {
            // a cast of a literal cuts silently
            Text value = (Text) codec.decodeText(input, -1, context);
            return sql.equals("varchar")
                    ? CharacterLimits.varchar(value, typmod, true).toString()
                    : CharacterLimits.bpchar(value, typmod, true).toString().stripTrailing();
        }
        String out = codec.encodeText(codec.decodeText(input, typmod, context), context);
        if (sql.equals("bool") && m.group(3) == null) {
            return out.equals("t") ? "true" : "false"; // the cast to text is not the output function
        }
        if (sql.equals("inet") && m.group(3) == null && out.indexOf('/') < 0) {
            return out + (out.indexOf(':') < 0 ? "/32" : "/128"); // nor is this one
        }
        // the cast of char(n) to text loses the blanks
        return sql.equals("bpchar") ? out.stripTrailing() : out;
    }

    private static int typmod(String type, String[] arguments) {
        return switch (type) {
            case "numeric" -> NumericTypmod.of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            case "varchar", "bpchar" -> Integer.parseInt(arguments[0]) + 4;
            default -> Integer.parseInt(arguments[0]);
        };
    }

    private static int intervalTypmod(String type) {
        Matcher m = Pattern.compile("interval ?([a-z ]*)(?:\\((\\d)\\))?").matcher(type);
        if (!m.matches()) {
            throw new AssertionError(type);
        }
        if (m.group(1).isEmpty() && m.group(2) == null) {
            return -1;
        }
        int range = m.group(1).isEmpty() ? 0x7FFF : 0;
        List<String> all = List.of("year", "month", "day", "hour", "minute", "second");
        int[] bits = {2, 1, 3, 10, 11, 12};
        if (range == 0) {
            String[] ends = m.group(1).split(" to ");
            for (int i = all.indexOf(ends[0]); i <= all.indexOf(ends[ends.length - 1]); i++) {
                range |= 1 << bits[i];
            }
        }
        int precision = m.group(2) == null ? 0xFFFF : Integer.parseInt(m.group(2));
        return range << 16 | precision;
    }

    private static TypeCodec codec(String name) {
        TypeRow row = Objects.requireNonNull(BuiltinCatalog.instance().type(null, name), name);
        return Codecs.forType(row.oid(), BuiltinCatalog.instance());
    }
}
