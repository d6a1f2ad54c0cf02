package org.pgherd.executor.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.MemoryLimits;
import org.pgherd.executor.operator.Plans;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Uuid;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Rows come back from a file as they were, and leave nothing behind.
class RowStoreTest {
    @TempDir
    private Path folder;

    private final SqlType[] types = {
        SqlType.BOOL,
        SqlType.INT4,
        SqlType.INT8,
        SqlType.of(TypeOids.FLOAT4),
        SqlType.of(TypeOids.FLOAT8),
        SqlType.TEXT,
        SqlType.NUMERIC,
        SqlType.of(TypeOids.BYTEA)
    };

    private static final Object[] OBJECTS = {
        Text.of("schön"),
        Text.of(""),
        null,
        Numeric.parse("-1.50"),
        Numeric.of(BigInteger.TEN.pow(60).negate(), 7),
        Numeric.NAN,
        new Bytea(new byte[] {0, 1, -1}),
        new Interval(1, -2, 3),
        new Uuid(1, -1),
        new PgArray(TypeOids.INT4, new int[] {2, 1}, new int[] {0, -3}, new Object[] {7, null}),
        new PgRecord(TypeOids.RECORD, new int[] {TypeOids.TEXT, TypeOids.INT8}, new Object[] {Text.of("a"), 9L})
    };

    private Batch batch() {
        int rows = 3;
        boolean[] nulls = {false, true, false};
        return new Batch(
                rows,
                new BooleanVector(rows, new boolean[] {true, false, true}, null),
                new IntVector(rows, new int[] {1, 0, Integer.MIN_VALUE}, nulls),
                new LongVector(rows, new long[] {Long.MAX_VALUE, 0, -1}, null),
                new FloatVector(rows, new float[] {-0f, 1, Float.NaN}, null),
                new DoubleVector(rows, new double[] {1e300, 0, 2}, nulls),
                RefVector.of(OBJECTS[0], OBJECTS[1], OBJECTS[2]),
                RefVector.of(OBJECTS[3], OBJECTS[4], OBJECTS[5]),
                RefVector.of(OBJECTS[6], null, null));
    }

    private RowStore store(MemoryAccount memory) {
        return new RowStore(memory, new BatchForm(types, Plans.CODECS));
    }

    private MemoryAccount account(long work, long files) {
        return new MemoryAccount(new MemoryLimits(0, work, files, folder));
    }

    @Test
    void rowsComeBackAsTheyWere() {
        MemoryAccount memory = account(0, 0);
        try (RowStore store = store(memory)) {
            store.add(batch());
            store.add(batch());
            assertThat(store.isSpilled()).isTrue();
            assertThat(store.rowCount()).isEqualTo(6);
            Batch read = store.batch(1);
            for (int i = 0; i < types.length; i++) {
                Vector expected = batch().column(i);
                for (int row = 0; row < 3; row++) {
                    assertThat(read.column(i).boxed(row)).isEqualTo(expected.boxed(row));
                    assertThat(read.column(i).isNull(row)).isEqualTo(expected.isNull(row));
                }
            }
            assertThat(memory.used()).isZero();
            assertThat(memory.inFiles()).isPositive();
        }
        assertThat(memory.inFiles()).isZero();
    }

    @Test
    void objectsOfAllClassesComeBackAsTheyWere() {
        BatchForm form = new BatchForm(new SqlType[] {SqlType.TEXT}, Plans.CODECS);
        Batch read = form.decode(form.encode(new Batch(OBJECTS.length, RefVector.of(OBJECTS))));
        for (int row = 0; row < OBJECTS.length; row++) {
            assertThat(read.column(0).boxed(row)).isEqualTo(OBJECTS[row]);
        }
    }

    @Test
    void theFirstRowsStayInMemory() {
        MemoryAccount memory = account(2000, 0);
        try (RowStore store = store(memory)) {
            for (int i = 0; i < 20; i++) {
                store.add(batch());
            }
            assertThat(memory.used()).isPositive().isLessThanOrEqualTo(2000);
            assertThat(store.batchCount()).isEqualTo(20);
            assertThat(store.batch(19).column(5).boxed(0)).isEqualTo(OBJECTS[0]);
        }
        assertThat(memory.used()).isZero();
    }

    @Test
    void filesHaveNoNameAndALimit() throws Exception {
        try (RowStore store = store(account(0, 1000))) {
            store.add(batch());
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            store.add(batch());
                        }
                    })
                    .isInstanceOfSatisfying(
                            SqlException.class,
                            e -> assertThat(e.state()).isEqualTo(SqlState.CONFIGURATION_LIMIT_EXCEEDED))
                    .hasMessage("temporary file size exceeds \"pgherd.temp_file_limit\" (0kB)");
        }
    }
}
