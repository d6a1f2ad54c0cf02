package org.pgherd.semantics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FixedContext;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.hash.TypeHash;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Binary forms, hashes and order against PostgreSQL 18: `values.tsv`, written by [ValuesExport].
class ValuesTest {
    private record Line(TypeRow type, String text, Object value, String[] fields) {
        int rank() {
            return Integer.parseInt(fields[5]);
        }
    }

    private static List<Line> lines() throws Exception {
        FixedContext context = new FixedContext();
        List<Line> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ValuesTest.class.getResourceAsStream("values.tsv"))) {
            TypeRow type = null;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("## ")) {
                    String name = line.substring(3);
                    type = name.equals("bpchar") || name.equals("name") || name.startsWith("\"")
                            ? BuiltinCatalog.instance().type(null, name.replace("\"", ""))
                            : TypeNames.parse(name, BuiltinCatalog.instance());
                } else {
                    String[] fields = line.split("\t", -1);
                    String text = FixtureExport.unescape(fields[0]);
                    TypeRow of = Objects.requireNonNull(type);
                    Object value = codec(of).decodeText(text, -1, context);
                    lines.add(new Line(of, text, value, fields));
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(900);
        return lines;
    }

    private static TypeCodec codec(TypeRow type) {
        return Codecs.forType(type.oid(), BuiltinCatalog.instance());
    }

    @Test
    void binaryFormsAreThoseOfPostgres() throws Exception {
        List<String> differences = new ArrayList<>();
        FixedContext context = new FixedContext();
        for (Line line : lines()) {
            TypeCodec codec = codec(line.type);
            ByteSink out = new ByteSink();
            codec.encodeBinary(line.value, out);
            String sent = HexFormat.of().formatHex(out.toByteArray());
            if (!sent.equals(line.fields[1])) {
                differences.add(line.type.name() + " " + line.text + ": expected " + line.fields[1] + ", was " + sent);
            }
            byte[] wire = HexFormat.of().parseHex("00" + line.fields[1]);
            VectorBuilder builder = VectorBuilder.of(codec.carrier(), 1);
            codec.decodeBinary(wire, 1, wire.length - 1, builder);
            codec.decodeText(
                    codec.encodeText(line.value, context).getBytes(StandardCharsets.UTF_8),
                    0,
                    codec.encodeText(line.value, context).getBytes(StandardCharsets.UTF_8).length,
                    context,
                    builder);
            Vector read = builder.build();
            for (int row = 0; row < 2; row++) {
                ByteSink text = new ByteSink();
                codec.encodeText(read, row, context, text);
                String expected = codec.encodeText(line.value, context);
                String actual = new String(text.toByteArray(), StandardCharsets.UTF_8);
                if (!actual.equals(expected)) {
                    differences.add(line.type.name() + " row " + row + " " + expected + " came back as " + actual);
                }
                ByteSink again = new ByteSink();
                codec.encodeBinary(read, row, again);
                if (!Arrays.equals(again.toByteArray(), out.toByteArray())) {
                    differences.add(line.type.name() + " " + line.text + " changed on its way through a vector");
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void hashesAreThoseOfPostgres() throws Exception {
        List<String> differences = new ArrayList<>();
        int hashed = 0;
        for (Line line : lines()) {
            if (line.fields[2].isEmpty()) {
                continue;
            }
            hashed++;
            TypeHash hash = Objects.requireNonNull(
                    TypeHash.forType(line.type.oid(), BuiltinCatalog.instance()), line.type.name());
            String actual = hash.plain(line.value) + " " + hash.extended(line.value, 0) + " "
                    + hash.extended(line.value, ShardingHash.SEED);
            String expected = line.fields[2] + " " + line.fields[3] + " " + line.fields[4];
            if (!actual.equals(expected)) {
                differences.add(line.type.name() + " " + line.text + ": expected " + expected + ", was " + actual);
            }
            assertThat(ShardingHash.supports(line.type.oid())).isTrue();
        }
        assertThat(hashed).isGreaterThan(800);
        assertThat(differences).isEmpty();
    }

    @Test
    void orderIsThatOfPostgres() throws Exception {
        List<String> differences = new ArrayList<>();
        List<Line> lines = lines();
        for (Line a : lines) {
            if (a.rank() == 0) {
                continue; // json has no order
            }
            Ordering ordering = Orderings.of(a.type.oid(), a.type.collation(), BuiltinCatalog.instance());
            for (Line b : lines) {
                if (a.type == b.type) {
                    int expected = Integer.compare(a.rank(), b.rank());
                    int actual = Integer.signum(ordering.compare(a.value, b.value));
                    if (actual != expected) {
                        differences.add(a.type.name() + " " + a.text + " : " + b.text + " expected " + expected);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
