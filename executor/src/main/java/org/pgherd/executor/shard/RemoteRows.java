package org.pgherd.executor.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.PreparedStatements.Prepared;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// The response to one statement: its rows as batches straight from the socket, then its command tag. Must be
/// read to its end or closed.
public final class RemoteRows implements AutoCloseable {
    /// A batch is handed on with fewer rows if the shard has no more at hand.
    private static final int EARLY_ROWS = 256;

    private final ShardConnection connection;
    private final @Nullable Source source;
    private final int fetchSize;
    private final ShardConnection.@Nullable Portal portal;
    /// Whether the portal waits to be asked, and the connection is free.
    private boolean parked;
    private boolean closed;
    private @Nullable ResultShape shape;
    private VectorBuilder @Nullable [] builders;
    private int rows;
    private boolean first = true;
    private int[] parameterTypes = {};
    private @Nullable List<SimpleResult> results;
    private boolean suspended;
    private boolean synced;
    private boolean finished;
    private boolean copyIn;
    private boolean copying;
    private String tag = "";
    private @Nullable SqlException error;
    private @Nullable Supplier<RowStore> space;
    private Runnable stillWanted = () -> {};
    private @Nullable RowStore buffered;
    private int bufferedRead;
    private @Nullable RemoteRows replacement;
    /// Bytes of messages with rows, for EXPLAIN.
    private long bytes;

    /// What was sent, to send it again if the shard's plan was stale.
    record Source(ShardStatement statement, ByteSink parameters, Prepared plan, boolean parsed) {}

    RemoteRows(
            ShardConnection connection,
            @Nullable Source source,
            @Nullable ResultShape shape,
            int fetchSize,
            ShardConnection.@Nullable Portal portal) {
        this.connection = connection;
        this.portal = portal;
        this.source = source;
        this.shape = shape;
        this.fetchSize = fetchSize;
        this.synced = fetchSize == 0;
    }

    public int shard() {
        return connection.shard();
    }

    /// The next rows, or null at the end; then the command tag is known.
    public @Nullable Batch next() {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            RemoteRows other = replacement;
            if (other != null) {
                return other.next();
            }
            RowStore kept = buffered;
            if (kept != null) {
                if (bufferedRead < kept.batchCount()) {
                    return kept.batch(bufferedRead++);
                }
                throwError();
                if (!parked) {
                    return null;
                }
                kept.clear();
                buffered = null;
                bufferedRead = 0;
            }
            return portal == null ? read(false) : fetch(portal);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the portal is there, without any row.
    public void awaitOpen() {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            Batch batch = parked || finished ? null : read(false);
            if (batch != null) {
                throw new AssertionError("rows that nobody asked for");
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks for more rows ahead of reading them.
    public void request() {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            if (portal == null || finished || buffered != null) {
                return;
            }
            awaitOpen();
            if (parked) {
                parked = false;
                connection.request(this, portal);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The portal's next rows, which may take another round trip.
    private @Nullable Batch fetch(ShardConnection.Portal from) {
        while (true) {
            if (parked) {
                parked = false;
                connection.request(this, from);
            }
            Batch batch = read(false);
            if (batch != null || !parked) {
                return batch;
            }
        }
    }

    /// Whether the shard has said all.
    public boolean isFinished() {
        return finished;
    }

    /// Reads to the end, throwing away rows.
    public void finish() {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            discardRows();
        } finally {
            lock.unlock();
        }
    }

    void discardRows() {
        while (next() != null) {
            // only the end matters
        }
    }

    /// The columns as the shard described them; empty if the caller had said what they are.
    public List<RemoteColumn> columns() {
        ResultShape known = replacement == null ? shape : replacement.shape;
        return known == null ? List.of() : known.columns();
    }

    /// Where rows go that must be taken from the connection before they are read.
    ///
    /// @param wanted throws when nobody wants them any longer
    public void bufferInto(Supplier<RowStore> store, Runnable wanted) {
        space = store;
        stillWanted = wanted;
    }

    /// The types of the rows' columns.
    public SqlType[] types() {
        ResultShape known = replacement == null ? shape : replacement.shape;
        return known == null ? new SqlType[0] : known.types();
    }

    /// Such as `INSERT 0 1`; empty before the end and for an empty statement.
    public String commandTag() {
        return replacement == null ? tag : replacement.tag;
    }

    /// The number at the end of the command tag, or -1.
    public long affectedRows() {
        return CommandTags.rows(commandTag());
    }

    /// Bytes of row data received so far.
    public long bytes() {
        return replacement == null ? bytes : replacement.bytes;
    }

    /// Leaves the response: what is still to come is skipped. Outside of a transaction block the shard is told
    /// to stop; inside it may not be, as that would abort the transaction, unless that is lost anyhow.
    @Override
    public void close() {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            RemoteRows other = replacement;
            if (other != null) {
                other.close();
                return;
            }
            RowStore kept = buffered;
            if (kept != null) {
                kept.clear();
            }
            if (portal != null && finished) {
                closePortal(portal);
            }
            if (finished || !connection.isUsable()) {
                finished = true;
                return;
            }
            if (portal != null && (parked || isCancelled() || awaitParked())) {
                closePortal(portal);
                return;
            }
            if (copyIn) {
                connection.output().begin('f').cString("COPY was abandoned").end();
                connection.flush();
                copyIn = false;
            }
            boolean worthIt = fetchSize == 0 && !connection.isTransactionBlock() && !connection.hasQueued() && isLong();
            if (worthIt || isCancelled()) {
                connection.cancel();
            }
            try {
                skipRows();
            } catch (SqlException e) {
                // the caller has lost interest in the statement; a lost connection shows at its next use
            }
        } finally {
            lock.unlock();
        }
    }

    /// Skips the rows that the portal was asked for.
    private boolean awaitParked() {
        try {
            skipRows();
        } catch (SqlException e) {
            return false;
        }
        return true;
    }

    private void closePortal(ShardConnection.Portal open) {
        if (!parked && !finished) {
            connection.cancel();
            boolean ignored = awaitParked();
        }
        if (!closed && connection.isTransactionBlock()) {
            connection.closeLater(open);
        }
        closed = true;
        parked = false;
        finished = true;
    }

    /// Whether rows have begun to come and more may: then interrupting beats reading on.
    private boolean isLong() {
        return !first || rows > 0;
    }

    /// Whether the statement that asked for the rows has been cancelled: it fails anyhow, with its transaction.
    private boolean isCancelled() {
        try {
            stillWanted.run();
            return false;
        } catch (SqlException e) {
            return true;
        }
    }

    private void skipRows() {
        rows = 0;
        builders = null;
        while (!finished && !parked) {
            read(true);
        }
    }

    /// Reads all that is to come into memory: the connection is needed for another statement.
    void buffer() {
        Supplier<RowStore> given = space;
        RowStore kept = given == null ? RowStore.unlimited() : given.get();
        try {
            for (Batch batch = read(false); batch != null; batch = parked ? null : read(false)) {
                kept.add(batch);
                stillWanted.run();
            }
        } catch (SqlException e) {
            if (connection.isUsable()) {
                skipRows();
            }
            error = e;
        }
        buffered = kept;
    }

    private @Nullable Batch read(boolean skip) {
        if (finished) {
            if (!skip) {
                throwError();
            }
            return null;
        }
        skipQueued();
        if (suspended && !synced) {
            resume(skip);
        }
        WireInput in = connection.input();
        while (true) {
            int type = connection.nextMessage();
            switch (type) {
                case 'D' -> {
                    if (!skip) {
                        row(in);
                        if (results == null && rows >= Batch.DEFAULT_ROWS
                                || (results == null
                                        && !in.hasBuffered()
                                        && (first || rows >= EARLY_ROWS)
                                        && !expectsOneRow())) {
                            return takeBatch();
                        }
                    }
                }
                case 'd' -> {
                    if (copying && !skip) {
                        return new Batch(1, copyData(in));
                    }
                }
                case '1' -> {
                    if (source != null) {
                        connection.prepared().keep(source.statement(), source.plan());
                    }
                }
                case 'T' -> shape = describe(in);
                case 'C' -> {
                    tag = in.cString();
                    if (!collectResult(tag)) {
                        sync();
                    }
                }
                case 'I' -> sync();
                case 's' -> {
                    if (portal == null) {
                        suspended = true;
                        if (rows > 0) {
                            return takeBatch();
                        }
                        resume(skip);
                    }
                }
                case 'E' -> {
                    ErrorResponse response = ErrorResponse.read(in);
                    if (response.isFatal()) {
                        throw connection.lose(response.message());
                    }
                    if (error == null) {
                        error = connection.failed(response.toException());
                    }
                    sync();
                }
                case 'G' -> {
                    copyIn = true;
                    return null;
                }
                case 'H' -> copying = true;
                case 't' -> {
                    parameterTypes = new int[in.int2()];
                    for (int i = 0; i < parameterTypes.length; i++) {
                        parameterTypes[i] = in.int4();
                    }
                }
                case '2', '3', 'n', 'c' -> {
                    // BindComplete, CloseComplete, NoData, CopyDone: nothing to do
                }
                case 'Z' -> {
                    connection.ready(this);
                    if (portal != null && tag.isEmpty() && error == null) {
                        parked = true;
                        return rows > 0 && !skip ? takeBatch() : null;
                    }
                    finished = true;
                    if (skip) {
                        return null;
                    }
                    return ended();
                }
                default -> connection.asynchronous(type);
            }
        }
    }

    private @Nullable Batch ended() {
        if (error != null && isStalePlan(error)) {
            Source sent = source;
            if (sent != null && first && rows == 0 && !connection.isTransactionBlock()) {
                connection.prepared().drop(sent.statement());
                RemoteRows again = connection.resend(sent, fetchSize);
                replacement = again;
                return again.next();
            }
            if (sent != null) {
                connection.prepared().drop(sent.statement());
            }
        }
        if (rows == 0 || results != null) {
            throwError();
        }
        // an error comes after the rows before it
        return rows > 0 ? takeBatch() : null;
    }

    /// A prepared statement whose columns DDL has changed, or that someone has deallocated.
    private boolean isStalePlan(SqlException e) {
        return source != null
                && !source.parsed()
                && ((e.state().equals(SqlState.FEATURE_NOT_SUPPORTED)
                                && e.message().equals("cached plan must not change result type"))
                        || e.state().equals(SqlState.UNDEFINED_PSTATEMENT));
    }

    private void throwError() {
        SqlException failure = error;
        if (failure != null) {
            error = null;
            throw failure;
        }
    }

    /// The rest of a single row's response comes in the same packet; waiting for it saves a second batch.
    private boolean expectsOneRow() {
        return first && rows == 1 && source != null && fetchSize == 0 && bytes < 1024;
    }

    private void sync() {
        if (!synced) {
            synced = true;
            connection.output().begin('S').end();
            connection.flush();
        }
    }

    private void resume(boolean skip) {
        suspended = false;
        WireOutput out = connection.output();
        if (skip) {
            sync();
        } else {
            out.begin('E').int1(0).int4(fetchSize).end();
            out.begin('H').end();
            connection.flush();
        }
    }

    /// Reads the answers to the commands that were sent ahead.
    private void skipQueued() {
        WireInput in = connection.input();
        while (connection.hasQueued()) {
            int type = connection.nextMessage();
            switch (type) {
                case 'Z' -> {
                    connection.readyQueued();
                    String ignored = connection.pollQueued();
                }
                case 'E' -> {
                    ErrorResponse response = ErrorResponse.read(in);
                    if (response.isFatal()) {
                        throw connection.lose(response.message());
                    }
                    if (error == null) {
                        error = connection.failed(response.toException());
                    }
                }
                case 'C', 'T', 'D', 'I', '3' -> {
                    // results of a command are of no interest
                }
                default -> connection.asynchronous(type);
            }
        }
    }

    private void row(WireInput in) {
        ResultShape known = shape;
        if (known == null) {
            throw connection.lose("rows came without a description");
        }
        int fields = in.int2();
        if (fields != known.types().length) {
            throw new AssertionError("shard " + shard() + " sent " + fields + " columns, " + known.types().length
                    + " were expected of: " + (source == null ? "" : source.statement()));
        }
        VectorBuilder[] targets = builders;
        if (targets == null) {
            targets = known.newBuilders(first ? 16 : Batch.DEFAULT_ROWS);
            builders = targets;
        }
        bytes += in.limit() - in.position();
        known.decode(in, fields, targets);
        rows++;
    }

    private Batch takeBatch() {
        VectorBuilder[] filled = builders;
        int count = rows;
        rows = 0;
        builders = null;
        first = false;
        if (filled == null) {
            return new Batch(count);
        }
        Vector[] columns = new Vector[filled.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = filled[i].build();
        }
        return new Batch(count, columns);
    }

    /// A RowDescription outside of a prepared statement: rows of the simple protocol are text.
    private ResultShape describe(WireInput in) {
        int count = in.int2();
        List<RemoteColumn> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.cString();
            int table = in.int4();
            int attribute = (short) in.int2();
            int type = in.int4();
            in.skip(2);
            int typmod = in.int4();
            in.skip(2);
            columns.add(new RemoteColumn(name, table, attribute, new SqlType(type, typmod, 0)));
        }
        return ResultShape.text(columns);
    }

    private static Vector copyData(WireInput in) {
        return RefVector.of(new Bytea(in.rest()));
    }

    int[] parameterTypes() {
        return parameterTypes;
    }

    /// Reads all results of a simple query of several commands.
    void collect(List<SimpleResult> into) {
        results = into;
        read(false);
    }

    /// While collecting: the rows so far are those of the command that has ended.
    private boolean collectResult(String commandTag) {
        List<SimpleResult> into = results;
        if (into == null) {
            return false;
        }
        List<@Nullable Text[]> texts = new ArrayList<>();
        ResultShape known = shape;
        if (rows > 0) {
            Batch batch = takeBatch();
            for (int row = 0; row < batch.rowCount(); row++) {
                @Nullable Text[] text = new Text[batch.columnCount()];
                for (int i = 0; i < text.length; i++) {
                    text[i] = (Text) batch.column(i).boxed(row);
                }
                texts.add(text);
            }
        }
        into.add(new SimpleResult(commandTag, known == null ? List.of() : known.columns(), texts));
        shape = null;
        return true;
    }

    void awaitCopyIn() {
        read(false);
        if (!copyIn) {
            throw new AssertionError("not a COPY FROM STDIN");
        }
    }

    void copyInEnds() {
        copyIn = false;
    }
}
