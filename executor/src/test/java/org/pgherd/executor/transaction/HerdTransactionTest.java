package org.pgherd.executor.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.TestShards;
import org.pgherd.semantics.vector.Batch;

class HerdTransactionTest {
    private EmbeddedHerd herd;
    private ShardPool pool;
    private SessionConnections connections;
    private HerdTransaction transaction;

    @BeforeEach
    void open() throws Exception {
        herd = TestShards.herd();
        herd.reset();
        pool = new ShardPool(TestShards.addresses(herd), Map.of());
        connections = new SessionConnections(pool, NoticeListener.NONE);
        transaction = new HerdTransaction(connections);
        for (int shard = 0; shard < 3; shard++) {
            connections.get(shard).command(CommitDecision.SCHEMA);
            connections.get(shard).command("CREATE TABLE t(a int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)");
        }
    }

    @AfterEach
    void close() {
        connections.close();
        pool.close();
    }

    private void insert(int shard, int value) {
        transaction.use(shard, true).command("INSERT INTO t VALUES (" + value + ")");
    }

    private String sum(int shard) {
        try (ShardConnection fresh = ShardConnection.open(pool.address(shard), Map.of(), NoticeListener.NONE)) {
            return text(fresh, "SELECT coalesce(sum(a), 0) FROM t");
        }
    }

    private static String text(ShardConnection connection, String sql) {
        try (RemoteRows rows = connection.send(sql)) {
            Batch batch = rows.next();
            return String.valueOf(batch.column(0).boxed(0));
        }
    }

    private String sums() {
        return sum(0) + " " + sum(1) + " " + sum(2);
    }

    private String prepared(int shard) {
        return text(
                connections.get(shard), "SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()");
    }

    @Test
    void severalWrittenShardsCommitTogether() {
        transaction.begin(TransactionOptions.DEFAULT);
        insert(0, 1);
        insert(1, 2);
        transaction.use(2, false).command("SELECT 1");
        assertThat(sums()).isEqualTo("0 0 0");
        assertThat(transaction.commit()).isTrue();
        assertThat(sums()).isEqualTo("1 2 0");
        assertThat(prepared(1)).isEqualTo("0");
        assertThat(text(connections.get(0), "SELECT count(*) FROM pgherd.commit_decision"))
                .isEqualTo("0");
    }

    @Test
    void aFailureToPrepareUndoesAll() {
        transaction.begin(TransactionOptions.DEFAULT);
        insert(0, 1);
        insert(1, 2);
        insert(2, 3);
        insert(2, 3);
        assertThatThrownBy(() -> transaction.commit())
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("duplicate key value");
        assertThat(sums()).isEqualTo("0 0 0");
        assertThat(prepared(1)).isEqualTo("0");
        assertThat(transaction.inBlock()).isFalse();
    }

    @Test
    void aFailureOfTheDecidingCommitUndoesAll() {
        transaction.begin(TransactionOptions.DEFAULT);
        insert(0, 1);
        insert(0, 1);
        insert(1, 2);
        assertThatThrownBy(() -> transaction.commit()).hasMessageContaining("duplicate key value");
        assertThat(sums()).isEqualTo("0 0 0");
        assertThat(prepared(1)).isEqualTo("0");
    }

    @Test
    void savepointsStandOnShardsThatComeLater() {
        transaction.begin(TransactionOptions.DEFAULT);
        insert(0, 1);
        transaction.savepoint("a");
        insert(0, 10);
        insert(1, 20);
        transaction.fail();
        assertThatThrownBy(() -> transaction.use(2, false))
                .hasMessage("current transaction is aborted, commands ignored until end of transaction block");
        transaction.rollbackTo("a");
        insert(1, 2);
        transaction.release("a");
        assertThat(transaction.commit()).isTrue();
        assertThat(sums()).isEqualTo("1 2 0");
    }

    @Test
    void anUnknownSavepointFailsTheTransaction() {
        transaction.begin(TransactionOptions.DEFAULT);
        assertThatThrownBy(() -> transaction.release("nope")).hasMessage("savepoint \"nope\" does not exist");
        assertThat(transaction.isFailed()).isTrue();
        assertThat(transaction.commit()).isFalse();
    }

    @Test
    void settingsFollowAndRollBack() {
        connections.set("search_path", "pg_catalog, \"$user\"");
        assertThat(text(connections.get(0), "SHOW search_path")).isEqualTo("pg_catalog, \"$user\"");
        transaction.begin(TransactionOptions.DEFAULT);
        connections.set("work_mem", "5MB");
        assertThat(text(transaction.use(1, false), "SHOW work_mem")).isEqualTo("5MB");
        transaction.rollback();
        assertThat(text(connections.get(1), "SHOW work_mem")).isEqualTo("4MB");
        assertThat(text(connections.get(1), "SHOW search_path")).isEqualTo("pg_catalog, \"$user\"");
        connections.set("search_path", null);
        assertThat(text(connections.get(0), "SHOW search_path")).isEqualTo("\"$user\", public");
    }

    @Test
    void transactionModesReachEveryShard() {
        transaction.begin(new TransactionOptions(TransactionOptions.Isolation.SERIALIZABLE, true, true));
        assertThat(text(transaction.use(1, false), "SHOW transaction_isolation"))
                .isEqualTo("serializable");
        assertThatThrownBy(() -> insert(2, 1)).hasMessage("cannot execute INSERT in a read-only transaction");
        transaction.rollback();
    }

    @Test
    void recoveryFinishesWhatACoordinatorLeft() {
        String undecided = CommitDecision.newTransaction(0);
        String decided = CommitDecision.newTransaction(0);
        connections.get(1).command("BEGIN; INSERT INTO t VALUES (1); " + CommitDecision.prepare(undecided, 1));
        connections.get(2).command("BEGIN; INSERT INTO t VALUES (2); " + CommitDecision.prepare(decided, 2));
        connections.get(0).command(CommitDecision.record(decided));
        InDoubtRecovery recovery = new InDoubtRecovery(connections, List.of(0, 1, 2));
        assertThat(recovery.run(3600)).isEqualTo(new InDoubtRecovery.Outcome(0, 0, 0));
        assertThat(recovery.run(0)).isEqualTo(new InDoubtRecovery.Outcome(1, 1, 0));
        assertThat(sums()).isEqualTo("0 0 2");
        // the coordinator that was only slow comes too late
        assertThatThrownBy(() -> connections.get(0).command(CommitDecision.record(undecided)))
                .hasMessageContaining("duplicate key value");
    }

    @Test
    void connectionsComeBackClean() {
        connections.get(0).command("CREATE TEMP TABLE tt(a int); SET work_mem = '7MB'");
        int process = connections.get(0).processId();
        connections.close();
        SessionConnections next = new SessionConnections(pool, NoticeListener.NONE);
        assertThat(next.get(0).processId()).isEqualTo(process);
        assertThat(text(next.get(0), "SHOW work_mem")).isEqualTo("4MB");
        next.close();
    }

    @Test
    void theSessionOutlivesAShardsConnection() {
        ShardConnection first = connections.get(0);
        connections.get(1).command("SELECT 1");
        try (ShardConnection other = ShardConnection.open(pool.address(0), Map.of(), NoticeListener.NONE)) {
            other.command("SELECT pg_terminate_backend(" + first.processId() + ", 5000)");
        }
        assertThatThrownBy(() -> connections.get(0).command("SELECT 1"))
                .hasMessageStartingWith("connection to shard 0 lost: ");
        assertThat(text(connections.get(0), "SELECT 1")).isEqualTo("1");
        assertThat(text(connections.get(1), "SELECT 2")).isEqualTo("2");
    }
}
