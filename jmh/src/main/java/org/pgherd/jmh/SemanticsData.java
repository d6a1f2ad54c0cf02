package org.pgherd.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// The same rows for both sides: as texts for COPY, and as a batch.
final class SemanticsData {
    private final Random random = new Random(7);
    private final List<String[]> rows = new ArrayList<>();

    SemanticsData(int count) {
        for (int i = 0; i < count; i++) {
            rows.add(row());
        }
    }

    List<String[]> rows() {
        return rows;
    }

    private String[] row() {
        return new String[] {
            String.valueOf(random.nextInt(1000)),
            String.valueOf(random.nextInt(1000)),
            String.valueOf(random.nextInt(1_000_000) / 8.0),
            String.valueOf(random.nextInt(1_000_000) / 8.0),
            "20" + (10 + random.nextInt(20)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
            String.valueOf(random.nextInt(1000)),
            "20" + (10 + random.nextInt(20)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + " 12:34:56",
            random.nextInt(1_000_000) + "." + (10 + random.nextInt(89)),
            random.nextInt(10_000) + "." + (10 + random.nextInt(89)),
            word(),
            word(),
            "{\"id\": " + random.nextInt(1000) + ", \"name\": \"" + word() + "\", \"tags\": [1, 2, 3], \"zip\": null}"
        };
    }

    private String word() {
        StringBuilder word = new StringBuilder("some words with ");
        for (int i = 0; i < 6; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.append(random.nextInt(4) == 0 ? " needle " : " nothing ")
                .append("e")
                .append(random.nextInt(100))
                .append(random.nextBoolean() ? "x" : "y")
                .toString();
    }

    Batch batch(FunctionContext session) {
        List<Vector> columns = new ArrayList<>();
        for (SemanticsShape.Column column : SemanticsShape.Column.values()) {
            VectorBuilder builder = VectorBuilder.of(column.type.carrier(), rows.size());
            for (String[] row : rows) {
                builder.appendBoxed(Codecs.input(column.type.oid(), -1, row[column.ordinal()], session));
            }
            columns.add(builder.build());
        }
        return Batch.of(columns);
    }
}
