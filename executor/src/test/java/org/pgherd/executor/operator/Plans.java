package org.pgherd.executor.operator;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.executor.CancelToken;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.MemoryLimits;
import org.pgherd.executor.PlanExecutor;
import org.pgherd.executor.ResultCursor;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.executor.transaction.ShardPool;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.Values;

/// Plans by hand, and their rows as text.
public final class Plans {
    public static final FunctionContext FUNCTIONS = (FunctionContext) Proxy.newProxyInstance(
            Plans.class.getClassLoader(), new Class<?>[] {FunctionContext.class}, (proxy, method, arguments) -> {
                return switch (method.getName()) {
                    case "types" -> BuiltinCatalog.instance();
                    case "exact" -> proxy;
                    default -> throw new AssertionError("not expected here: " + method.getName());
                };
            });

    public static final ValueCodecs CODECS = new ValueCodecs() {
        @Override
        public TypeCodec codec(int typeOid) {
            return Codecs.forType(typeOid, BuiltinCatalog.instance());
        }

        @Override
        public FunctionContext context() {
            return FUNCTIONS;
        }
    };

    private Plans() {}

    public static ExecutionContext context(HerdTransaction transaction, ShardingCatalog sharding, long memory) {
        RoutineCaller none = (RoutineCaller) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {RoutineCaller.class}, (p, m, a) -> {
                    throw new AssertionError("routine " + a[0] + " is not expected here");
                });
        return new ExecutionContext(
                transaction,
                sharding,
                FUNCTIONS,
                none,
                CODECS,
                (domain, value) -> {},
                new CancelToken(),
                new MemoryAccount(new MemoryLimits(memory, Long.MAX_VALUE, 0, null)));
    }

    /// Without shards.
    public static ExecutionContext context() {
        ShardPool pool = new ShardPool(List.of(), Map.of());
        return context(
                new HerdTransaction(new SessionConnections(pool, NoticeListener.NONE)),
                new ShardingCatalog(1, 0, 0, Map.of(), List.of()),
                0);
    }

    public static PlannedStatement statement(
            CommandType command, PlanNode root, int execParams, InitPlan... initPlans) {
        return new PlannedStatement(
                command,
                root,
                root.output(),
                List.of(initPlans),
                List.of(),
                execParams,
                List.of(),
                command != CommandType.SELECT,
                Rung.PULL,
                "",
                false);
    }

    public static List<String> rows(PlanNode root) {
        return rows(root, 0);
    }

    public static List<String> rows(PlanNode root, int execParams, InitPlan... initPlans) {
        return run(statement(CommandType.SELECT, root, execParams, initPlans), context());
    }

    public static List<String> run(PlannedStatement plan, ExecutionContext context) {
        try (ResultCursor cursor = PlanExecutor.execute(new CompiledPlan(plan, CODECS), new Object[0], context)) {
            List<String> rows = new ArrayList<>();
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int i = 0; i < batch.rowCount(); i++) {
                    StringBuilder row = new StringBuilder();
                    for (int c = 0; c < batch.columnCount(); c++) {
                        Object value = batch.column(c).boxed(i);
                        row.append(c == 0 ? "" : " ").append(value == null ? "-" : value);
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }

    public static List<PlanColumn> columns(SqlType... types) {
        List<PlanColumn> columns = new ArrayList<>();
        for (SqlType type : types) {
            columns.add(new PlanColumn("c" + (columns.size() + 1), type));
        }
        return columns;
    }

    /// Rows of words separated by blanks: integers, text for text columns, `-` for NULL.
    public static Values table(List<PlanColumn> columns, String... rows) {
        List<List<Expr>> lists = new ArrayList<>();
        for (String row : rows) {
            String[] words = row.split(" ");
            List<Expr> list = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                list.add(constant(columns.get(i).type(), words[i]));
            }
            lists.add(list);
        }
        return new Values(lists, columns);
    }

    public static Values ints(String... rows) {
        SqlType[] types = new SqlType[rows[0].split(" ").length];
        Arrays.fill(types, SqlType.INT4);
        return table(columns(types), rows);
    }

    public static Const constant(SqlType type, String word) {
        Object value = word.equals("-")
                ? null
                : switch (type.carrier()) {
                    case INT -> (Object) Integer.valueOf(word);
                    case LONG -> Long.valueOf(word);
                    case DOUBLE -> Double.valueOf(word);
                    case BOOLEAN -> Boolean.valueOf(word);
                    case FLOAT -> Float.valueOf(word);
                    case REF -> Text.of(word);
                };
        return new Const(type, value, Position.NONE);
    }

    public static Const int4(int value) {
        return Const.ofInt(value, Position.NONE);
    }

    public static Const int8(long value) {
        return new Const(SqlType.INT8, value, Position.NONE);
    }

    public static Var outer(int column) {
        return new Var(Var.OUTER, column, SqlType.INT4, 0, Position.NONE);
    }

    public static Var inner(int column) {
        return new Var(Var.INNER, column, SqlType.INT4, 0, Position.NONE);
    }

    public static OpExpr op(Expr left, String name, Expr right) {
        OperatorRow row = operator(name, left.type(), right.type());
        return new OpExpr(
                row.oid(),
                row.functionOid(),
                name,
                List.of(left, right),
                false,
                SqlType.of(row.result()),
                0,
                Position.NONE);
    }

    public static OperatorRow operator(String name, SqlType left, SqlType right) {
        OperatorRow row = BuiltinCatalog.instance().operator(name, left.oid(), right.oid());
        if (row == null) {
            throw new AssertionError("no operator " + name);
        }
        return row;
    }

    public static GroupKey key(int column) {
        return key(column, SqlType.INT4);
    }

    public static GroupKey key(int column, SqlType type) {
        return new GroupKey(column, type, operator("=", type, type).oid(), type.collation());
    }

    public static SortKey ascending(int column) {
        return new SortKey(
                column,
                SqlType.INT4,
                operator("<", SqlType.INT4, SqlType.INT4).oid(),
                operator("=", SqlType.INT4, SqlType.INT4).oid(),
                false,
                false,
                0);
    }

    public static SortKey descending(int column) {
        return new SortKey(
                column,
                SqlType.INT4,
                operator(">", SqlType.INT4, SqlType.INT4).oid(),
                operator("=", SqlType.INT4, SqlType.INT4).oid(),
                true,
                true,
                0);
    }
}
