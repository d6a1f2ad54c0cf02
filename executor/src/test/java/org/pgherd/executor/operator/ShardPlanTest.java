package org.pgherd.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pgherd.executor.operator.Plans.ascending;
import static org.pgherd.executor.operator.Plans.columns;
import static org.pgherd.executor.operator.Plans.int4;
import static org.pgherd.executor.operator.Plans.int8;
import static org.pgherd.executor.operator.Plans.ints;
import static org.pgherd.executor.operator.Plans.op;
import static org.pgherd.executor.operator.Plans.outer;
import static org.pgherd.executor.operator.Plans.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.PlanExecutor;
import org.pgherd.executor.ResultCursor;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.TestShards;
import org.pgherd.executor.transaction.CommitDecision;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.executor.transaction.ShardPool;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardSet;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.Why;
import org.pgherd.shardplanner.plan.WriteColumn;
import org.pgherd.shardplanner.plan.WriteTarget;

/// Plan nodes that talk to shards, on real ones.
class ShardPlanTest {
    private static final Why WHY = new Why(Rung.PULL, "", "");
    private static final ColocationGroup GROUP = ColocationGroup.even(1, "g", TypeOids.INT4, 0, 3);
    private static final ShardingCatalog SHARDING = new ShardingCatalog(1, 3, 0, Map.of(), List.of(GROUP));
    private static final WriteTarget TARGET = new WriteTarget(1, "public.t", new Distribution.Hash(1, GROUP));
    private static final Routing ALL = new Routing.AllShards();

    private ShardPool pool;
    private SessionConnections connections;
    private HerdTransaction transaction;

    @BeforeEach
    void open() throws Exception {
        EmbeddedHerd herd = TestShards.herd();
        herd.reset();
        pool = new ShardPool(TestShards.addresses(herd), Map.of());
        connections = new SessionConnections(pool, NoticeListener.NONE);
        transaction = new HerdTransaction(connections);
        for (int shard = 0; shard < 3; shard++) {
            connections.get(shard).command(CommitDecision.SCHEMA);
            connections.get(shard).command("CREATE TABLE t(a int PRIMARY KEY, b int, CHECK (b <> 666))");
        }
    }

    @AfterEach
    void close() {
        connections.close();
        pool.close();
    }

    private ExecutionContext context() {
        return Plans.context(transaction, SHARDING, 0);
    }

    private List<String> rows(PlanNode root) {
        return Plans.run(statement(CommandType.SELECT, root, 0), context());
    }

    private String tag(CommandType command, PlanNode root) {
        return tag(statement(command, root, 0));
    }

    private String tag(PlannedStatement plan) {
        try (ResultCursor cursor =
                PlanExecutor.execute(new CompiledPlan(plan, Plans.CODECS), new Object[0], context())) {
            while (cursor.next() != null) {
                // to the end
            }
            return cursor.commandTag();
        }
    }

    private static Remote remote(
            String sql, Routing routing, boolean writes, List<PlanColumn> output, SortKey... order) {
        return new Remote(output, sql, List.of(), routing, List.of(order), writes, false, false, WHY);
    }

    private static Remote scan(SortKey... order) {
        return remote(
                "SELECT a, b FROM t" + (order.length > 0 ? " ORDER BY a" : ""),
                ALL,
                false,
                columns(SqlType.INT4, SqlType.INT4),
                order);
    }

    private static WriteColumn column(String name, int source) {
        return new WriteColumn(name, name, "pg_catalog.int4", SqlType.INT4, source);
    }

    private static ShardInsert insert(PlanNode rows, boolean copy, String suffix, List<PlanColumn> output) {
        return new ShardInsert(
                rows, TARGET, List.of(column("a", 1), column("b", 2)), 0, "", suffix, List.of(), copy, output, WHY);
    }

    private static String[] numbers(int count) {
        String[] rows = new String[count];
        java.util.Arrays.setAll(rows, i -> i + " " + i * 10);
        return rows;
    }

    private static int home(int key) {
        return GROUP.shardOf(ShardingHash.of(TypeOids.INT4, key));
    }

    @Test
    void insertedRowsGoToTheirShardsAndComeBackMerged() {
        assertThat(tag(CommandType.INSERT, insert(ints(numbers(2000)), false, "", List.of())))
                .isEqualTo("INSERT 0 2000");
        for (int shard = 0; shard < 3; shard++) {
            Remote one = remote("SELECT a FROM t", new Routing.Fixed(ShardSet.of(shard)), false, columns(SqlType.INT4));
            int number = shard;
            assertThat(rows(one))
                    .hasSizeBetween(500, 900)
                    .allSatisfy(row -> assertThat(home(Integer.parseInt(row))).isEqualTo(number));
        }
        List<String> merged = rows(scan(ascending(1)));
        assertThat(merged).hasSize(2000).startsWith("0 0", "1 10").endsWith("1999 19990");
        assertThat(rows(new Limit(scan(ascending(1)), int8(2), int8(5), List.of())))
                .containsExactly("5 50", "6 60");
        assertThat(connections
                        .get(1)
                        .simple("SELECT count(*) FROM pg_prepared_xacts")
                        .getFirst()
                        .rows()
                        .getFirst()[0])
                .hasToString("0");
    }

    @Test
    void copyWritesManyRowsAtOnce() {
        assertThat(tag(CommandType.INSERT, insert(ints(numbers(5000)), true, "", List.of())))
                .isEqualTo("INSERT 0 5000");
        assertThat(rows(scan(ascending(1)))).hasSize(5000);
    }

    @Test
    void aFailureOnOneShardLeavesNothingOnTheOthers() {
        String[] rows = numbers(100);
        rows[99] = "99 666";
        assertThatThrownBy(() -> tag(CommandType.INSERT, insert(ints(rows), false, "", List.of())))
                .hasMessageContaining("violates check constraint");
        assertThat(rows(scan())).isEmpty();
        transaction.begin(TransactionOptions.DEFAULT);
        assertThatThrownBy(() -> tag(CommandType.INSERT, insert(ints(rows), true, "", List.of())))
                .hasMessageContaining("violates check constraint");
        assertThat(transaction.statusIndicator()).isEqualTo('E');
        assertThat(transaction.commit()).isFalse();
        assertThat(rows(scan())).isEmpty();
    }

    @Test
    void oneKeyIsRoutedToItsShard() {
        tag(CommandType.INSERT, insert(ints(numbers(50)), false, "", List.of()));
        for (int key : new int[] {0, 7, 49}) {
            Remote byKey = new Remote(
                    columns(SqlType.INT4, SqlType.INT4),
                    "SELECT a, b FROM t WHERE a = $1",
                    List.of(int4(key)),
                    new Routing.ByKey(1, int4(key)),
                    List.of(),
                    false,
                    false,
                    true,
                    WHY);
            assertThat(rows(new Remote(
                            columns(SqlType.INT4, SqlType.INT4, SqlType.INT4),
                            byKey.sql(),
                            byKey.parameters(),
                            byKey.routing(),
                            List.of(),
                            false,
                            false,
                            true,
                            WHY)))
                    .containsExactly(key + " " + key * 10 + " " + home(key));
        }
        Routing.ByKeys two = new Routing.ByKeys(1, List.of(int4(3), int4(4)), false, false);
        assertThat(rows(remote(
                        "SELECT a FROM t WHERE a IN (3, 4) ORDER BY a",
                        two,
                        false,
                        columns(SqlType.INT4),
                        ascending(1))))
                .containsExactly("3", "4");
    }

    @Test
    void returningGivesEveryRow() {
        List<String> returned = Plans.run(
                statement(
                        CommandType.INSERT,
                        insert(ints(numbers(10)), false, "RETURNING a + 1", columns(SqlType.INT4)),
                        0),
                context());
        assertThat(returned).hasSize(10).contains("1", "10");
    }

    private static PlanNode found(String where) {
        return new Remote(
                List.of(
                        new PlanColumn("ctid", SqlType.of(TypeOids.TID)),
                        new PlanColumn("a", SqlType.INT4),
                        new PlanColumn("b", SqlType.INT4),
                        new PlanColumn("shard", SqlType.INT4)),
                "SELECT ctid, a, b FROM t WHERE " + where + " FOR UPDATE",
                List.of(),
                ALL,
                List.of(),
                false,
                false,
                true,
                WHY);
    }

    private static PlanNode changed(String where, Expr a, Expr b) {
        return new org.pgherd.shardplanner.plan.Project(
                found(where),
                List.of(
                        outer(4),
                        new org.pgherd.analyzer.query.Var(
                                -1, 1, SqlType.of(TypeOids.TID), 0, org.pgherd.errors.Position.NONE),
                        a,
                        b),
                List.of(
                        new PlanColumn("shard", SqlType.INT4),
                        new PlanColumn("ctid", SqlType.of(TypeOids.TID)),
                        new PlanColumn("a", SqlType.INT4),
                        new PlanColumn("b", SqlType.INT4)));
    }

    @Test
    void foundRowsAreUpdatedAndDeleted() {
        tag(CommandType.INSERT, insert(ints(numbers(30)), false, "", List.of()));
        ShardUpdate update = new ShardUpdate(
                changed("a < 10", outer(2), op(outer(3), "+", int4(1))),
                TARGET,
                1,
                2,
                0,
                List.of(column("b", 4)),
                List.of(),
                -1,
                List.of(),
                "RETURNING t.b",
                columns(SqlType.INT4),
                WHY);
        assertThat(Plans.run(statement(CommandType.UPDATE, update, 0), context()))
                .containsExactlyInAnyOrder("1", "11", "21", "31", "41", "51", "61", "71", "81", "91");
        ShardDelete delete =
                new ShardDelete(changed("a >= 5", outer(2), outer(3)), TARGET, 1, 2, 0, "", List.of(), WHY);
        assertThat(tag(CommandType.DELETE, delete)).isEqualTo("DELETE 25");
        assertThat(rows(scan(ascending(1)))).containsExactly("0 1", "1 11", "2 21", "3 31", "4 41");
    }

    @Test
    void aChangedKeyMovesTheRow() {
        tag(CommandType.INSERT, insert(ints(numbers(20)), false, "", List.of()));
        ShardUpdate update = new ShardUpdate(
                changed("true", op(outer(2), "+", int4(100)), outer(3)),
                TARGET,
                1,
                2,
                0,
                List.of(column("a", 3)),
                List.of(column("a", 3), column("b", 4)),
                0,
                List.of(),
                "",
                List.of(),
                WHY);
        assertThat(tag(CommandType.UPDATE, update)).isEqualTo("UPDATE 20");
        for (int shard = 0; shard < 3; shard++) {
            int number = shard;
            assertThat(rows(remote(
                            "SELECT a FROM t", new Routing.Fixed(ShardSet.of(shard)), false, columns(SqlType.INT4))))
                    .allSatisfy(row -> assertThat(home(Integer.parseInt(row))).isEqualTo(number));
        }
        assertThat(rows(scan(ascending(1)))).hasSize(20).startsWith("100 0", "101 10");
    }

    @Test
    void scatteredWritesCommitTogetherOrNotAtAll() {
        tag(CommandType.INSERT, insert(ints(numbers(30)), false, "", List.of()));
        assertThat(tag(CommandType.UPDATE, remote("UPDATE t SET b = 0", ALL, true, List.of())))
                .isEqualTo("UPDATE 30");
        int last = home(29);
        assertThatThrownBy(() -> tag(
                        CommandType.UPDATE,
                        remote("UPDATE t SET b = CASE a WHEN 29 THEN 666 ELSE 1 END", ALL, true, List.of())))
                .hasMessageContaining("violates check constraint");
        assertThat(rows(scan())).hasSize(30).allSatisfy(row -> assertThat(row).endsWith(" 0"));
        assertThat(last).isBetween(0, 2);
    }

    @Test
    void aShardIsAskedForWhatJavaCannotDo() {
        AskCall call = new AskCall(
                "pg_catalog.format('%s-%s', a1, a2)",
                List.of(outer(1), outer(2)),
                List.of("pg_catalog.int4", "pg_catalog.int4"),
                new PlanColumn("f", SqlType.TEXT));
        assertThat(rows(new AskShard(ints("1 2", "3 -", "5 6"), List.of(call))))
                .containsExactly("1 2 1-2", "3 - 3-", "5 6 5-6");
    }

    @Test
    void cancelReachesTheShards() {
        ExecutionContext context = context();
        Remote slow = remote("SELECT 1 FROM pg_sleep(20)", ALL, false, columns(SqlType.INT4));
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            context.cancel().timeOut();
        });
        long from = System.nanoTime();
        assertThatThrownBy(() -> Plans.run(statement(CommandType.SELECT, slow, 0), context))
                .hasMessage("canceling statement due to statement timeout");
        assertThat(System.nanoTime() - from).isLessThan(3_000_000_000L);
        assertThat(canceller).isNotNull();
        assertThat(rows(remote("SELECT 1", ALL, false, columns(SqlType.INT4)))).hasSize(3);
    }

    @Test
    void aLostShardFailsTheStatementAndNotTheSession() {
        List<Integer> processes = new ArrayList<>();
        for (int shard = 0; shard < 3; shard++) {
            processes.add(connections.get(shard).processId());
        }
        try (ShardConnection other = ShardConnection.open(pool.address(1), Map.of(), NoticeListener.NONE)) {
            other.command("SELECT pg_terminate_backend(" + processes.get(1) + ", 5000)");
        }
        assertThatThrownBy(() -> rows(scan())).hasMessageStartingWith("connection to shard 1 lost: ");
        assertThat(rows(scan())).isEmpty();
        assertThat(connections.get(0).processId()).isEqualTo(processes.get(0));
    }

    @Test
    void aResultThatIsLeftDoesNotDisturbTheNext() {
        Remote many = remote("SELECT generate_series(1, 200000)", ALL, false, columns(SqlType.INT4));
        try (ResultCursor cursor = PlanExecutor.execute(
                new CompiledPlan(statement(CommandType.SELECT, many, 0), Plans.CODECS), new Object[0], context())) {
            Batch first = cursor.next();
            assertThat(first).isNotNull();
            assertThat(rows(remote("SELECT 5", ALL, false, columns(SqlType.INT4))))
                    .containsExactly("5", "5", "5");
        }
        assertThat(rows(remote("SELECT 6", ALL, false, columns(SqlType.INT4)))).containsExactly("6", "6", "6");
    }
}
