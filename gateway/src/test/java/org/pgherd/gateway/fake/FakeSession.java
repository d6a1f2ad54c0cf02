package org.pgherd.gateway.fake;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.StatementResult;
import org.pgherd.errors.Notice;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Sentences: `rows N`, `echo $1 $2...`, `fail`, `crash`, `sleep`, `notice`, `copy in`, `copy out`, `set NAME VALUE`,
/// `begin`, `commit`, `rollback`; anything else is done without rows.
public final class FakeSession implements Session {
    /// Sessions not closed yet.
    public static final AtomicInteger OPEN = new AtomicInteger();
    /// Statements that were stopped by a cancel.
    public static final AtomicInteger CANCELLED = new AtomicInteger();
    /// Counted down when a `sleep` begins.
    public static volatile CountDownLatch sleeping = new CountDownLatch(1);

    private static final int BATCH = 3;

    private final SessionOptions options;
    private final Map<String, Prepared> stored = new HashMap<>();
    private final FunctionContext context = context();
    private Consumer<Notice> notices = _ -> {};
    private BiConsumer<String, String> statuses = (_, _) -> {};
    private char status = 'I';
    private volatile @Nullable CountDownLatch sleep;
    private boolean closed;
    private @Nullable StatementResult open;
    public final StringBuilder copied = new StringBuilder();

    public FakeSession(SessionOptions options) {
        this.options = options;
        if (options.user().equals("nobody")) {
            throw new SqlException(SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "role \"nobody\" does not exist");
        }
        OPEN.incrementAndGet();
    }

    private record Statement(
            String sql, int[] parameterTypes, @Nullable List<ResultColumn> columns) implements Prepared {}

    @Override
    public Script script(String sql) {
        if (sql.startsWith("syntax")) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "syntax error at or near \"syntax\"", new Position(0, 6));
        }
        Queue<String> rest = new ArrayDeque<>();
        Arrays.stream(sql.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .forEach(rest::add);
        boolean empty = rest.isEmpty();
        return new Script() {
            private boolean first = true;

            @Override
            public @Nullable StatementResult next() {
                if (empty && first) {
                    first = false;
                    return new StatementResult.Empty();
                }
                String statement = rest.poll();
                return statement == null ? null : run(statement);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Prepared prepare(String sql, int... parameterTypes) {
        String statement = sql.strip();
        requireTransactionFine(statement);
        if (statement.startsWith("syntax")) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "syntax error at or near \"syntax\"", new Position(0, 6));
        }
        if (statement.startsWith("echo")) {
            int n = statement.split("\\$", -1).length - 1;
            int[] types = new int[n];
            List<ResultColumn> columns = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int given = i < parameterTypes.length ? parameterTypes[i] : 0;
                types[i] = given == 0 ? TypeOids.TEXT : given;
                columns.add(new ResultColumn("c" + i, SqlType.of(types[i]), 0, 0, -1));
            }
            return new Statement(statement, types, columns);
        }
        return new Statement(statement, new int[0], statement.startsWith("rows") ? rowsColumns() : null);
    }

    private static List<ResultColumn> rowsColumns() {
        return List.of(
                new ResultColumn("id", SqlType.INT4, 16400, 1, 4),
                new ResultColumn("name", SqlType.TEXT, 16400, 2, -1));
    }

    @Override
    public StatementResult execute(Prepared statement, @Nullable Object... parameters) {
        if (statement.sql().startsWith("echo")) {
            requireTransactionFine(statement.sql());
            List<ResultColumn> columns = List.copyOf(java.util.Objects.requireNonNull(statement.columns()));
            Vector[] vectors = new Vector[parameters.length];
            for (int i = 0; i < vectors.length; i++) {
                VectorBuilder builder =
                        VectorBuilder.of(Carrier.of(columns.get(i).type().oid()));
                builder.appendBoxed(parameters[i]);
                vectors[i] = builder.build();
            }
            return rows(columns, new ArrayDeque<>(List.of(new Batch(1, vectors))), "SELECT 1");
        }
        return run(statement.sql());
    }

    @Override
    public StatementResult execute(String sql, @Nullable Object... parameters) {
        return execute(prepare(sql), parameters);
    }

    private StatementResult run(String sql) {
        if (open != null) {
            throw new AssertionError("the previous result is still open");
        }
        requireTransactionFine(sql);
        String[] words = sql.split("\\s+");
        try {
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "rows" -> {
                    return rows(Integer.parseInt(words[1]));
                }
                case "fail" ->
                    throw new SqlException(
                                    SqlState.DIVISION_BY_ZERO,
                                    "division by zero",
                                    new Position(sql.length(), sql.length()))
                            .withDetail("a detail")
                            .withHint("a hint")
                            .withContext("a context")
                            .withFields(new SqlException(SqlState.DIVISION_BY_ZERO, "")
                                    .fields()
                                    .withObject("s", "t", "c", "d", "n")
                                    .withDetail("a detail")
                                    .withHint("a hint")
                                    .withContext("a context")
                                    .withAt(new Position(2, 3)));
                case "crash" -> throw new IllegalStateException("secret class name");
                case "sleep" -> sleep();
                case "notice" -> notices.accept(Notice.notice("look here"));
                case "copy" -> {
                    return words[1].equals("in") ? copyIn() : copyOut();
                }
                case "set" -> {
                    if (words.length == 3 && words[1].equals("TimeZone")) {
                        statuses.accept(words[1], words[2]);
                    }
                }
                case "begin" -> status = 'T';
                case "commit", "rollback" -> {
                    status = 'I';
                    return new StatementResult.Command(words[0].toUpperCase(Locale.ROOT));
                }
                default -> {}
            }
        } catch (RuntimeException e) {
            if (status == 'T') {
                status = 'E';
            }
            throw e;
        }
        return new StatementResult.Command(words[0].toUpperCase(Locale.ROOT));
    }

    private void requireTransactionFine(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        if (status == 'E' && !lower.startsWith("rollback") && !lower.startsWith("commit")) {
            throw new SqlException(
                    SqlState.IN_FAILED_SQL_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    private void sleep() {
        CountDownLatch latch = new CountDownLatch(1);
        sleep = latch;
        sleeping.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        CANCELLED.incrementAndGet();
        throw new SqlException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
    }

    private StatementResult.Rows rows(int count) {
        Queue<Batch> batches = new ArrayDeque<>();
        for (int from = 1; from <= count; from += BATCH) {
            int n = Math.min(BATCH, count - from + 1);
            int[] ids = new int[n];
            Object[] names = new Object[n];
            for (int i = 0; i < n; i++) {
                ids[i] = from + i;
                names[i] = (from + i) % 5 == 0 ? null : Text.of("näme" + (from + i));
            }
            batches.add(new Batch(n, new IntVector(n, ids, null), RefVector.of(names)));
        }
        return rows(rowsColumns(), batches, "SELECT " + count);
    }

    private StatementResult.Rows rows(List<ResultColumn> columns, Queue<Batch> batches, String tag) {
        StatementResult.Rows rows = new StatementResult.Rows() {
            @Override
            public List<ResultColumn> columns() {
                return columns;
            }

            @Override
            public @Nullable Batch next() {
                Batch batch = batches.poll();
                if (batch == null) {
                    open = null;
                }
                return batch;
            }

            @Override
            public String tag() {
                return tag;
            }

            @Override
            public void close() {
                open = null;
            }
        };
        open = rows;
        return rows;
    }

    private StatementResult.CopyIn copyIn() {
        copied.setLength(0);
        return new StatementResult.CopyIn() {
            @Override
            public boolean binary() {
                return false;
            }

            @Override
            public int columnCount() {
                return 2;
            }

            @Override
            public void write(byte[] data, int offset, int length) {
                copied.append(new String(data, offset, length, StandardCharsets.UTF_8));
                if (copied.indexOf("bad") >= 0) {
                    throw new SqlException(SqlState.BAD_COPY_FILE_FORMAT, "extra data after last expected column");
                }
            }

            @Override
            public String finish() {
                return "COPY " + copied.toString().lines().count();
            }

            @Override
            public void fail(String message) {}

            @Override
            public void close() {}
        };
    }

    private static StatementResult.CopyOut copyOut() {
        Queue<String> lines = new ArrayDeque<>(List.of("1\tone\n", "2\ttwo\n"));
        return new StatementResult.CopyOut() {
            @Override
            public boolean binary() {
                return false;
            }

            @Override
            public int columnCount() {
                return 2;
            }

            @Override
            public byte @Nullable [] next() {
                String line = lines.poll();
                return line == null ? null : line.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String tag() {
                return "COPY 2";
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void pipeline() {
        pipelined++;
    }

    /// How many statements were known to have others behind them.
    public int pipelined;

    @Override
    public void sync() {
        if (open != null && status != 'T') {
            throw new AssertionError("sync over an open result");
        }
    }

    @Override
    public void failTransaction() {
        if (status == 'T') {
            status = 'E';
        }
    }

    @Override
    public char transactionStatus() {
        return status;
    }

    @Override
    public void cancel() {
        CountDownLatch latch = sleep;
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public @Nullable String setting(String name) {
        return switch (name) {
            case "server_version" -> "18.6";
            case "application_name" -> options.settings().get("application_name");
            default -> null;
        };
    }

    @Override
    public void onNotice(Consumer<Notice> listener) {
        notices = listener;
    }

    @Override
    public void onParameterStatus(BiConsumer<String, String> listener) {
        statuses = listener;
    }

    @Override
    public TypeCodec codec(int typeOid) {
        return Codecs.forType(typeOid, BuiltinCatalog.instance());
    }

    @Override
    public FunctionContext functionContext() {
        return context;
    }

    private static FunctionContext context() {
        return (FunctionContext) Proxy.newProxyInstance(
                FakeSession.class.getClassLoader(),
                new Class<?>[] {FunctionContext.class},
                (_, method, _) -> switch (method.getName()) {
                    case "timeZone" -> PgTimeZone.UTC;
                    case "dateStyle" -> DateStyle.ISO_MDY;
                    case "intervalStyle" -> IntervalStyle.POSTGRES;
                    case "byteaOutput" -> ByteaOutput.HEX;
                    case "extraFloatDigits" -> 1;
                    case "types" -> BuiltinCatalog.instance();
                    default -> throw new AssertionError("not in the fake: " + method);
                });
    }

    @Override
    public void store(String name, Prepared statement) {
        stored.put(name, statement);
    }

    @Override
    public @Nullable Prepared stored(String name) {
        return stored.get(name);
    }

    @Override
    public void forget(String name) {
        stored.remove(name);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            OPEN.decrementAndGet();
        }
    }
}
