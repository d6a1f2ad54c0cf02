package org.pgherd.executor.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.Demand;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;

class ShardConnectionTest {
    private static final SqlType[] INT = {SqlType.INT4};
    private final List<String> notices = new ArrayList<>();
    private ShardConnection connection;

    @BeforeEach
    void open() throws Exception {
        var herd = TestShards.herd();
        herd.reset();
        connection = TestShards.open(herd.shard(0), (shard, notice) -> notices.add(shard + ":" + notice.message()));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static ShardStatement statement(String sql, SqlType[] columns, int... parameters) {
        return ShardStatement.prepared(sql, parameters, columns, TestShards.CODECS);
    }

    private static List<Object> values(RemoteRows rows) {
        List<Object> values = new ArrayList<>();
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            for (int i = 0; i < batch.rowCount(); i++) {
                values.add(batch.column(0).boxed(i));
            }
        }
        return values;
    }

    @Test
    void preparedStatementsAreParsedOnce() {
        ShardStatement plus = statement("SELECT $1::int4 + 1", INT, TypeOids.INT4);
        assertThat(values(connection.execute(plus, 41))).containsExactly(42);
        assertThat(values(connection.execute(plus, new Object[] {null}))).containsExactly((Object) null);
        assertThat(values(connection.execute(statement("SELECT count(*)::int4 FROM pg_prepared_statements", INT))))
                .containsExactly(2);
    }

    @Test
    void unknownColumnsAreAskedFor() {
        RemoteRows rows = connection.execute(
                ShardStatement.prepared("SELECT 7 AS seven, 'x' AS x", new int[0], null, TestShards.CODECS));
        assertThat(rows.columns()).extracting(RemoteColumn::name).containsExactly("seven", "x");
        assertThat(values(rows)).containsExactly(7);
        assertThat(rows.commandTag()).isEqualTo("SELECT 1");
    }

    @Test
    void errorsKeepEveryField() {
        connection.command("CREATE TABLE t(a int CONSTRAINT positive CHECK (a > 0))");
        SqlException e = catchThrowableOfType(
                SqlException.class,
                () -> connection
                        .execute(statement("INSERT INTO t VALUES (-1)", new SqlType[0]))
                        .finish());
        assertThat(e.state().code()).isEqualTo("23514");
        assertThat(e.fields().constraint()).isEqualTo("positive");
        assertThat(e.fields().table()).isEqualTo("t");
        assertThat(e.fields().detail()).isEqualTo("Failing row contains (-1).");
        SqlException syntax = catchThrowableOfType(
                SqlException.class,
                () -> connection
                        .execute(statement("SELECT 1 FROM nowhere", INT))
                        .finish());
        assertThat(syntax.fields().character()).isEqualTo(15);
        assertThat(values(connection.execute(statement("SELECT 1", INT)))).containsExactly(1);
    }

    @Test
    void queuedCommandsTravelWithTheNextStatement() {
        connection.queue("BEGIN");
        connection.queue("SAVEPOINT a");
        RemoteRows rows = connection.execute(statement("SELECT 5", INT));
        assertThat(values(rows)).containsExactly(5);
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
        connection.queue("ROLLBACK TO b");
        assertThatThrownBy(() -> values(connection.execute(statement("SELECT 6", INT))))
                .hasMessage("savepoint \"b\" does not exist");
        connection.command("ROLLBACK");
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
    }

    @Test
    void rowsNotYetReadSurviveTheNextStatement() {
        RemoteRows many = connection.execute(statement("SELECT g FROM generate_series(1, 50000) g", INT));
        Batch first = many.next();
        assertThat(first.rowCount()).isPositive();
        assertThat(values(connection.execute(statement("SELECT -1", INT)))).containsExactly(-1);
        assertThat(first.rowCount() + values(many).size()).isEqualTo(50000);
    }

    @Test
    void portalsComputeNoMoreThanIsAskedFor() {
        connection.command("BEGIN");
        Demand demand = new Demand();
        RemoteRows rows = connection.open(
                statement("SELECT 12 / (4 - g) FROM generate_series(1, 9) g", INT), new Object[0], demand);
        rows.awaitOpen();
        demand.expect(2);
        Batch batch = rows.next();
        assertThat(batch.rowCount()).isEqualTo(2);
        connection.queue("SAVEPOINT s");
        assertThat(values(connection.execute(statement("SELECT 5", INT)))).containsExactly(5);
        assertThat(rows.next().column(0).boxed(0)).isEqualTo(12);
        assertThatThrownBy(rows::next).hasMessage("division by zero");
        rows.close();
        connection.queue("ROLLBACK TO s");
        assertThat(values(connection.execute(statement("SELECT 6", INT)))).containsExactly(6);
        connection.command("ROLLBACK");
    }

    @Test
    void portalsAreGoneWhenTheyAreClosed() {
        connection.command("CREATE TABLE portal_of AS SELECT g FROM generate_series(1, 9) g");
        connection.command("BEGIN");
        RemoteRows rows = connection.open(statement("SELECT g FROM portal_of", INT), new Object[0], new Demand());
        assertThat(rows.next().rowCount()).isEqualTo(1);
        rows.close();
        connection.command("DROP TABLE portal_of");
        connection.command("COMMIT");
        rows.close();
        assertThat(values(connection.execute(statement("SELECT 1", INT)))).containsExactly(1);
    }

    @Test
    void aFetchSizeLetsTheResponseBeLeft() {
        connection.command("BEGIN");
        try (RemoteRows rows =
                connection.execute(statement("SELECT generate_series(1, 100000000)", INT), new Object[0], 100)) {
            assertThat(rows.next().rowCount()).isBetween(1, 100);
        }
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
        RemoteRows all =
                connection.execute(statement("SELECT g FROM generate_series(1, 1050) g", INT), new Object[0], 100);
        assertThat(values(all)).hasSize(1050).endsWith(1050);
        connection.command("ROLLBACK");
    }

    @Test
    void leavingALongResponseInterruptsIt() {
        long before = System.nanoTime();
        try (RemoteRows rows = connection.execute(statement("SELECT generate_series(1, 300000000)", INT))) {
            assertThat(rows.next()).isNotNull();
        }
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        assertThat(values(connection.execute(statement("SELECT 1", INT)))).containsExactly(1);
    }

    @Test
    void cancelReachesARunningStatement() throws Exception {
        Thread killer = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            connection.cancel();
        });
        assertThatThrownBy(() -> connection.command("SELECT pg_sleep(30)"))
                .hasMessage("canceling statement due to user request");
        killer.join();
    }

    @Test
    void aTerminatedBackendIsReportedByShard() {
        try (ShardConnection other = TestShards.open(TestShards.herd().shard(0), NoticeListener.NONE)) {
            other.command("SELECT pg_terminate_backend(" + connection.processId() + ", 5000)");
        }
        SqlException e = catchThrowableOfType(SqlException.class, () -> connection.command("SELECT 1"));
        assertThat(e.state().code()).isEqualTo("08006");
        assertThat(e.message())
                .isEqualTo("connection to shard 0 lost: terminating connection due to administrator command");
        assertThat(connection.isUsable()).isFalse();
    }

    @Test
    void aShardThatIsNotThereIsNamed() {
        ShardAddress nobody = new ShardAddress(3, "127.0.0.1", 1, "x", "y", null);
        assertThatThrownBy(() -> ShardConnection.open(nobody, Map.of(), NoticeListener.NONE))
                .hasMessage("could not connect to shard 3 (127.0.0.1:1/x): connection refused")
                .satisfies(e -> assertThat(((SqlException) e).state().code()).isEqualTo("08001"));
    }

    @Test
    void noticesAreForwarded() {
        connection.command("DO $$ BEGIN RAISE NOTICE 'hello'; END $$");
        assertThat(notices).containsExactly("0:hello");
    }

    @Test
    void copyGoesBothWays() {
        connection.command("CREATE TABLE c(a int, b text)");
        try (CopyIn in = connection.copyIn("COPY c FROM STDIN")) {
            byte[] row = "1\tone\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20000; i++) {
                in.write(row, 0, row.length);
            }
            assertThat(in.end()).isEqualTo(20000);
        }
        try (CopyOut out = connection.copyOut("COPY (SELECT * FROM c LIMIT 2) TO STDOUT")) {
            assertThat(new String(out.next().bytes(), StandardCharsets.UTF_8)).isEqualTo("1\tone\n");
            assertThat(out.next()).isNotNull();
            assertThat(out.next()).isNull();
        }
        CopyIn bad = connection.copyIn("COPY c FROM STDIN");
        byte[] row = "x\tone\n".getBytes(StandardCharsets.UTF_8);
        bad.write(row, 0, row.length);
        assertThatThrownBy(bad::end).hasMessage("invalid input syntax for type integer: \"x\"");
        assertThat(values(connection.execute(statement("SELECT count(*)::int4 FROM c", INT))))
                .containsExactly(20000);
    }

    @Test
    void aStalePlanIsMadeAgain() {
        connection.command("CREATE TABLE s(a int); INSERT INTO s VALUES (1)");
        ShardStatement star = ShardStatement.prepared("SELECT * FROM s", new int[0], null, TestShards.CODECS);
        assertThat(values(connection.execute(star))).containsExactly(1);
        connection.command("ALTER TABLE s ALTER a TYPE text");
        assertThat(values(connection.execute(star))).containsExactly(Text.of("1"));
    }
}
