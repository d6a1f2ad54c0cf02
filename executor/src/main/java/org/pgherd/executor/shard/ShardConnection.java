package org.pgherd.executor.shard;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.Demand;
import org.pgherd.executor.shard.PreparedStatements.Prepared;
import org.pgherd.semantics.codec.ByteSink;

/// One connection to one shard. One response is read at a time: to start the next statement while rows of the
/// last are still on the wire takes the rest of them into memory. Safe for use by several threads in turn;
/// [#cancel] at any time.
///
/// Errors of the shard come as they are; a lost connection is 08006, one that cannot be opened 08001, both
/// naming the shard.
public final class ShardConnection implements AutoCloseable {
    private final ShardAddress shard;
    private final Login login;
    private final WireInput in;
    private final WireOutput out;
    private final ReentrantLock lock = new ReentrantLock();
    private final PreparedStatements prepared = new PreparedStatements();
    private final Map<String, String> parameters = new HashMap<>();
    /// Commands sent whose answers have not been read yet.
    private final ArrayDeque<String> queued = new ArrayDeque<>();
    private volatile NoticeListener listener;
    private volatile TransactionStatus status = TransactionStatus.IDLE;
    private volatile @Nullable SqlException lost;
    /// The first error of the transaction, as long as it is failed.
    private @Nullable SqlException failure;
    private volatile boolean closed;
    private final Object cancels = new Object();
    /// Whether a request to cancel is on its way.
    private volatile boolean cancelling;
    private @Nullable RemoteRows active;
    private int portals;

    private ShardConnection(ShardAddress shard, Login login, NoticeListener listener) throws IOException {
        this.shard = shard;
        this.login = login;
        this.listener = listener;
        this.in = new WireInput(login.socket().getInputStream());
        this.out = new WireOutput(login.output());
        this.parameters.putAll(login.driver().getParameterStatuses());
    }

    /// Connects and logs in.
    ///
    /// @param settings run-time parameters of the start-up message, such as application_name
    public static ShardConnection open(ShardAddress shard, Map<String, String> settings, NoticeListener listener) {
        Login login = Login.open(shard, settings);
        try {
            return new ShardConnection(shard, login, listener);
        } catch (IOException e) {
            throw new SqlException(SqlState.of("08001"), "could not connect to " + shard + ": " + Login.reason(e));
        }
    }

    public int shard() {
        return shard.number();
    }

    public ShardAddress address() {
        return shard;
    }

    /// Process id of the backend, as pg_backend_pid() there.
    public int processId() {
        return login.driver().getBackendPID();
    }

    /// As of the last answer read.
    public TransactionStatus transactionStatus() {
        return status;
    }

    /// False once the connection has been lost or closed.
    public boolean isUsable() {
        return lost == null && !closed;
    }

    /// Whether a response is still being read.
    public boolean isBusy() {
        return active != null || !queued.isEmpty();
    }

    public void listener(NoticeListener changed) {
        listener = changed;
    }

    /// A value the shard reports by itself (server_version, TimeZone, ...).
    public @Nullable String parameter(String name) {
        lock.lock();
        try {
            return parameters.get(name);
        } finally {
            lock.unlock();
        }
    }

    /// Sends a command that yields no rows together with the next statement, without a round trip of its own.
    /// If it fails, that next statement fails with its error.
    public void queue(String command) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('Q').cString(command).end();
            queued.add(command);
        } finally {
            lock.unlock();
        }
    }

    /// Sends what was queued without waiting for the answers, which are read before the next statement's.
    public void sendQueued() {
        lock.lock();
        try {
            require();
            flush();
        } finally {
            lock.unlock();
        }
    }

    /// Runs a command (or several, separated by semicolons) by the simple protocol; rows it yields are thrown
    /// away.
    ///
    /// @return the last command tag
    public String command(String sql) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('Q').cString(sql).end();
            RemoteRows rows = begin(null, null, 0);
            rows.discardRows();
            return rows.commandTag();
        } finally {
            lock.unlock();
        }
    }

    /// Sends a command without waiting; [RemoteRows#finish] waits. For the same command on many shards at once.
    public RemoteRows send(String sql) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('Q').cString(sql).end();
            return begin(null, null, 0);
        } finally {
            lock.unlock();
        }
    }

    /// Sends a statement; its response is read through the result.
    ///
    /// @param values boxed carriers of the parameters' types, null for NULL
    /// @param fetchSize rows the shard computes ahead at most, 0 for no limit. With a limit the response can be
    ///     left early at no cost, but the shard plans it without parallel workers
    public RemoteRows execute(ShardStatement statement, @Nullable Object[] values, int fetchSize) {
        if (values.length < statement.parameterCount()) {
            throw new AssertionError("too few parameters for " + statement);
        }
        ByteSink parameters = ParameterWriter.encode(statement, values);
        lock.lock();
        try {
            require();
            detach();
            return send(statement, parameters, fetchSize, null);
        } finally {
            lock.unlock();
        }
    }

    /// Opens a portal that lasts as long as the transaction; the connection is free between the rows that are asked
    /// for.
    ///
    /// @param demand how many rows to compute when more are asked for
    public RemoteRows open(ShardStatement statement, @Nullable Object[] values, Demand demand) {
        if (values.length < statement.parameterCount()) {
            throw new AssertionError("too few parameters for " + statement);
        }
        ByteSink parameters = ParameterWriter.encode(statement, values);
        lock.lock();
        try {
            require();
            detach();
            return send(statement, parameters, 0, new Portal("c" + ++portals, demand));
        } finally {
            lock.unlock();
        }
    }

    /// @param name within its connection
    record Portal(String name, Demand demand) {}

    public RemoteRows execute(ShardStatement statement, @Nullable Object... values) {
        return execute(statement, values, 0);
    }

    /// Writes Parse (unless known), Bind, Execute and Sync, and flushes them at once.
    private RemoteRows send(ShardStatement statement, ByteSink parameters, int fetchSize, @Nullable Portal portal) {
        Prepared plan = prepared.get(statement);
        boolean parse = plan == null;
        if (plan == null) {
            ResultShape shape = statement.shape();
            plan = shape == null ? describe(statement) : prepared.create(statement, shape);
            parse = shape != null;
        }
        prepared.writeCloses(out);
        if (parse) {
            writeParse(plan.name(), statement);
        }
        out.begin('B').cString(portal == null ? "" : portal.name()).cString(plan.name());
        out.bytes(parameters.bytes(), 0, parameters.length());
        plan.shape().writeFormats(out);
        out.end();
        if (portal == null) {
            out.begin('E').int1(0).int4(fetchSize).end();
        }
        if (fetchSize == 0) {
            out.begin('S').end();
        } else {
            out.begin('H').end();
        }
        if (!parse && !statement.isPrepared()) {
            prepared.closeLater(plan);
        }
        return begin(new RemoteRows.Source(statement, parameters, plan, parse), plan.shape(), fetchSize, portal);
    }

    private void writeParse(String name, ShardStatement statement) {
        out.begin('P').cString(name).cString(statement.sql()).int2(statement.parameterCount());
        for (int i = 0; i < statement.parameterCount(); i++) {
            out.int4(ParameterWriter.declaredType(statement.parameterType(i)));
        }
        out.end();
    }

    /// Parses a statement whose columns nobody knows yet, and waits for the shard's description of them.
    private Prepared describe(ShardStatement statement) {
        Prepared unshaped = prepared.createToDescribe();
        prepared.writeCloses(out);
        writeParse(unshaped.name(), statement);
        out.begin('D').int1('S').cString(unshaped.name()).end();
        out.begin('S').end();
        RemoteRows description = begin(null, null, 0);
        description.finish();
        Prepared described =
                new Prepared(unshaped.name(), ResultShape.described(description.columns(), statement.codecs()));
        if (statement.isPrepared()) {
            prepared.keep(statement, described);
        }
        return described;
    }

    private RemoteRows begin(RemoteRows.@Nullable Source source, @Nullable ResultShape shape, int fetchSize) {
        return begin(source, shape, fetchSize, null);
    }

    private RemoteRows begin(
            RemoteRows.@Nullable Source source, @Nullable ResultShape shape, int fetchSize, @Nullable Portal portal) {
        flush();
        RemoteRows rows = new RemoteRows(this, source, shape, fetchSize, portal);
        active = rows;
        return rows;
    }

    /// Runs commands by the simple protocol and gives all their results, rows in text. A failure discards the
    /// results of the commands before it.
    public List<SimpleResult> simple(String sql) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('Q').cString(sql).end();
            RemoteRows rows = begin(null, null, 0);
            List<SimpleResult> results = new ArrayList<>();
            rows.collect(results);
            return results;
        } finally {
            lock.unlock();
        }
    }

    /// What the shard makes of a statement, without running it.
    ///
    /// @param parameterTypes as far as they are known, 0 for the others; may be shorter than the parameters are
    public StatementDescription describe(String sql, int... parameterTypes) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('P').cString("").cString(sql).int2(parameterTypes.length);
            for (int type : parameterTypes) {
                out.int4(type);
            }
            out.end();
            out.begin('D').int1('S').cString("").end();
            out.begin('S').end();
            RemoteRows rows = begin(null, null, 0);
            rows.discardRows();
            return new StatementDescription(rows.parameterTypes(), rows.columns());
        } finally {
            lock.unlock();
        }
    }

    /// The columns of a statement as the shard sees them, without running it.
    public List<RemoteColumn> columnsOf(ShardStatement statement) {
        lock.lock();
        try {
            require();
            detach();
            Prepared known = prepared.get(statement);
            if (known != null && !known.shape().columns().isEmpty()) {
                return known.shape().columns();
            }
            Prepared described = describe(statement);
            if (!statement.isPrepared()) {
                prepared.closeLater(described);
            }
            return described.shape().columns();
        } finally {
            lock.unlock();
        }
    }

    /// Begins `COPY ... FROM STDIN`.
    public CopyIn copyIn(String sql) {
        lock.lock();
        try {
            require();
            detach();
            out.begin('Q').cString(sql).end();
            RemoteRows rows = begin(null, null, 0);
            rows.awaitCopyIn();
            return new CopyIn(this, rows);
        } finally {
            lock.unlock();
        }
    }

    /// Begins `COPY ... TO STDOUT`.
    public CopyOut copyOut(String sql) {
        return new CopyOut(send(sql));
    }

    /// Asks the shard to give up what it is doing for this connection; the statement then fails with 57014.
    /// Callable from any thread; does nothing to an idle connection.
    public void cancel() {
        login.cancel();
    }

    /// As [#cancel], without waiting. The next statement here waits until the shard has been told, or it would be the
    /// one that is given up.
    public void cancelSoon() {
        synchronized (cancels) {
            if (cancelling) {
                return;
            }
            cancelling = true;
        }
        Thread.ofVirtual().start(() -> {
            try {
                login.cancel();
            } finally {
                synchronized (cancels) {
                    cancelling = false;
                    cancels.notifyAll();
                }
            }
        });
    }

    private void awaitCancel() {
        if (!cancelling) {
            return;
        }
        boolean interrupted = false;
        synchronized (cancels) {
            while (cancelling) {
                try {
                    cancels.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes the rows that are still to come into memory, so that the connection is free.
    public void detach() {
        RemoteRows open = active;
        if (open != null) {
            open.buffer();
        }
    }

    /// Closes the statements prepared here, as their plans or types may have changed.
    public void dropPrepared() {
        lock.lock();
        try {
            prepared.dropAll();
        } finally {
            lock.unlock();
        }
    }

    /// Brings the session to the state of a new one.
    public void discardAll() {
        command("DISCARD ALL");
        lock.lock();
        try {
            prepared.forget();
        } finally {
            lock.unlock();
        }
    }

    /// Whether the shard still answers (a round trip).
    public boolean ping() {
        lock.lock();
        try {
            if (!isUsable()) {
                return false;
            }
            detach();
            out.begin('S').end();
            begin(null, null, 0).finish();
            return isUsable();
        } catch (SqlException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the connection politely; whatever runs on it is interrupted.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (lost == null) {
            if (active != null) {
                cancel();
            }
            try {
                login.driver().close();
            } catch (SQLException e) {
                // gone already
            }
        }
        closeSocket();
    }

    private void closeSocket() {
        try {
            login.socket().close();
        } catch (IOException e) {
            // nothing more to release
        }
    }

    // What follows is for RemoteRows and the copies, which hold the lock.

    ReentrantLock lock() {
        return lock;
    }

    WireInput input() {
        return in;
    }

    WireOutput output() {
        return out;
    }

    PreparedStatements prepared() {
        return prepared;
    }

    @Nullable
    String pollQueued() {
        return queued.poll();
    }

    boolean hasQueued() {
        return !queued.isEmpty();
    }

    /// Sends the statement of a response again that a stale plan has failed.
    RemoteRows resend(RemoteRows.Source source, int fetchSize) {
        return send(source.statement(), source.parameters(), fetchSize, null);
    }

    /// Asks for more rows of a portal.
    void request(RemoteRows rows, Portal portal) {
        require();
        detach();
        out.begin('E').cString(portal.name()).int4(portal.demand().limit()).end();
        out.begin('S').end();
        flush();
        active = rows;
    }

    /// Closes a portal with the next statement.
    void closeLater(Portal portal) {
        if (!isUsable()) {
            return;
        }
        detach();
        out.begin('C').int1('P').cString(portal.name()).end();
        out.begin('S').end();
        queued.add("");
    }

    int nextMessage() {
        try {
            return in.nextMessage();
        } catch (IOException e) {
            throw lose(Login.reason(e));
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw loseAfterWriting(Login.reason(e));
        }
    }

    /// ReadyForQuery has come for the response that was being read.
    void ready(RemoteRows finished) {
        readyQueued();
        if (active == finished) {
            active = null;
        }
    }

    void readyQueued() {
        status = TransactionStatus.of(in.int1());
        if (status != TransactionStatus.FAILED) {
            failure = null;
        }
    }

    /// What a command failed with: one after a failure in its transaction is told the failure, which may not have been
    /// read yet.
    SqlException failed(SqlException error) {
        SqlException before = failure;
        if (before == null) {
            failure = error;
            return error;
        }
        return error.state().equals(SqlState.IN_FAILED_SQL_TRANSACTION) ? before : error;
    }

    boolean isTransactionBlock() {
        return status != TransactionStatus.IDLE;
    }

    /// Handles the messages that may come at any time.
    void asynchronous(int type) {
        switch (type) {
            case 'N' -> listener.notice(shard.number(), ErrorResponse.read(in).toNotice());
            case 'S' -> {
                String name = in.cString();
                String value = in.cString();
                parameters.put(name, value);
                listener.parameterStatus(shard.number(), name, value);
            }
            case 'A' -> {
                int sender = in.int4();
                String channel = in.cString();
                listener.notification(shard.number(), sender, channel, in.cString());
            }
            default -> throw lose("unexpected message of type " + (char) type);
        }
    }

    /// The connection is gone: says so now and whenever it is used again.
    SqlException lose(String why) {
        SqlException already = lost;
        if (already != null) {
            return already;
        }
        SqlException gone = closed
                ? new SqlException(
                        SqlState.CONNECTION_DOES_NOT_EXIST, "connection to shard " + shard.number() + " is closed")
                : new SqlException(
                        SqlState.CONNECTION_FAILURE, "connection to shard " + shard.number() + " lost: " + why);
        lost = gone;
        active = null;
        queued.clear();
        closeSocket();
        return gone;
    }

    /// A shard that shut down has usually said why before the socket broke.
    private SqlException loseAfterWriting(String why) {
        try {
            while (true) {
                if (in.nextMessage() == 'E') {
                    return lose(ErrorResponse.read(in).message());
                }
            }
        } catch (IOException | RuntimeException e) {
            return lose(why);
        }
    }

    /// Why the connection is not usable.
    public SqlException lostError() {
        SqlException gone = lost;
        return gone == null ? lose("closed") : gone;
    }

    private void require() {
        awaitCancel();
        SqlException gone = lost;
        if (gone != null) {
            throw gone;
        }
        if (closed) {
            throw new SqlException(
                    SqlState.CONNECTION_DOES_NOT_EXIST, "connection to shard " + shard.number() + " is closed");
        }
    }
}
