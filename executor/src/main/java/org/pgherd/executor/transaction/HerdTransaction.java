package org.pgherd.executor.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.roaringbitmap.RoaringBitmap;

/// The transaction state of one session (xact.c's transaction block states, over shards).
///
/// A shard is enlisted when a statement first needs it: BEGIN and the savepoints that stand travel together
/// with that statement. Outside of a block a statement on one shard runs without BEGIN at all; one that writes
/// on several runs in an implicit block that [#endImplicit] ends.
public final class HerdTransaction {
    /// A savepoint of our own that holds what follows SET TRANSACTION READ ONLY; no client's name has a space in front.
    private static final String READ_ONLY_FROM_HERE = " pgherd read only";

    private enum State {
        NONE,
        IMPLICIT,
        BLOCK,
        FAILED
    }

    private final SessionConnections connections;
    private final List<Savepoint> savepoints = new ArrayList<>();
    private final TreeMap<Integer, Enlisted> enlisted = new TreeMap<>();
    private State state = State.NONE;
    private TransactionOptions options = TransactionOptions.DEFAULT;
    private ShardSettings settingsAtBegin = ShardSettings.NONE;
    private int subtransactions;
    private final BooleanSupplier defaultReadOnly;
    private boolean readOnlyByDefault;

    /// @param options the modes of the transaction when it was made, which come back when it ends
    private record Savepoint(String name, ShardSettings settings, TransactionOptions options) {}

    /// A shard that takes part.
    private static final class Enlisted {
        final SessionConnections.Held held;
        final ShardSettings appliedAtBegin;
        /// What the shard had been told when each savepoint was made.
        final List<ShardSettings> appliedAtSavepoints = new ArrayList<>();
        boolean written;

        Enlisted(SessionConnections.Held held) {
            this.held = held;
            this.appliedAtBegin = held.applied;
        }

        ShardConnection connection() {
            return held.connection;
        }
    }

    public HerdTransaction(SessionConnections connections) {
        this(connections, () -> false);
    }

    /// @param defaultReadOnly whether a transaction that does not say so is read-only, asked when it begins
    public HerdTransaction(SessionConnections connections, BooleanSupplier defaultReadOnly) {
        this.connections = connections;
        this.defaultReadOnly = defaultReadOnly;
    }

    /// Whether BEGIN has been said and not ended, failed or not.
    public boolean inBlock() {
        return state == State.BLOCK || state == State.FAILED;
    }

    /// Whether a block of [#beginImplicit] is under way.
    public boolean inImplicit() {
        return state == State.IMPLICIT;
    }

    /// Whether any transaction is under way in which statements can be run.
    public boolean isActive() {
        return state == State.BLOCK || state == State.IMPLICIT;
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }

    /// As in ReadyForQuery: I, T or E.
    public char statusIndicator() {
        return switch (state) {
            case NONE, IMPLICIT -> 'I';
            case BLOCK -> 'T';
            case FAILED -> 'E';
        };
    }

    public TransactionOptions options() {
        return options;
    }

    /// Whether writes are refused (XactReadOnly).
    public boolean isReadOnly() {
        if (state == State.NONE) {
            return defaultReadOnly.getAsBoolean();
        }
        Boolean chosen = options.readOnly();
        return chosen == null ? readOnlyByDefault : chosen;
    }

    /// Shards that take part in the transaction.
    public RoaringBitmap enlistedShards() {
        RoaringBitmap shards = new RoaringBitmap();
        enlisted.keySet().forEach(shards::add);
        return shards;
    }

    /// A shard that is cheap to use for what any shard can answer: one that takes part, else one that is
    /// connected.
    public int preferredShard(int otherwise) {
        return enlisted.isEmpty() ? connections.anyOpen(otherwise) : enlisted.firstKey();
    }

    /// Interrupts whatever runs on the session's shards, from any thread.
    public void cancelRunning() {
        connections.cancel();
    }

    /// Connections to the shards beside the session's own, for work that is none of its transaction's. To be closed.
    public SessionConnections separate() {
        return connections.separate();
    }

    /// Every statement but those that end the block fails in an aborted one.
    public void requireNotFailed() {
        if (state == State.FAILED) {
            throw new SqlException(
                    SqlState.IN_FAILED_SQL_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    /// BEGIN. Within a block the caller has warned, and this does nothing; an implicit block becomes an
    /// explicit one, with what it has done so far.
    public void begin(TransactionOptions chosen) {
        if (state == State.NONE) {
            start(State.BLOCK, chosen);
        } else if (state == State.IMPLICIT) {
            state = State.BLOCK;
            change(chosen);
        }
    }

    private void start(State next, TransactionOptions chosen) {
        state = next;
        options = chosen;
        settingsAtBegin = connections.settings();
        readOnlyByDefault = defaultReadOnly.getAsBoolean();
    }

    /// SET TRANSACTION. What only the transaction as a whole can be is refused in a subtransaction, as is
    /// writing in one within a read-only transaction (check_transaction_isolation, check_transaction_deferrable and
    /// check_transaction_read_only of variable.c); what comes too late the shards say that were asked something.
    public void change(TransactionOptions modes) {
        requireNotFailed();
        if (modes.equals(TransactionOptions.DEFAULT)) {
            return;
        }
        if (!savepoints.isEmpty()) {
            requireOfSubtransaction(modes);
        }
        if (Boolean.TRUE.equals(modes.readOnly()) && !isReadOnly() && savepoints.isEmpty() && writers() > 0) {
            // the decision of the commit is written after this, where the savepoint has been released
            addSavepoint(READ_ONLY_FROM_HERE);
        }
        options = options.merge(modes);
        String sql = "SET TRANSACTION" + modes.modes();
        for (Enlisted one : enlisted.values()) {
            command(one, sql);
        }
    }

    private void requireOfSubtransaction(TransactionOptions modes) {
        TransactionOptions.Isolation isolation = modes.isolation();
        if (isolation != null && isolation != options.isolation()) {
            refuse(
                    enlisted.isEmpty()
                            ? "SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction"
                            : "SET TRANSACTION ISOLATION LEVEL must be called before any query");
        }
        Savepoint last = savepoints.getLast();
        Boolean outside = last.options.readOnly();
        if (Boolean.FALSE.equals(modes.readOnly()) && isReadOnly() && (outside == null ? readOnlyByDefault : outside)) {
            refuse("cannot set transaction read-write mode inside a read-only transaction");
        }
        if (modes.deferrable() != null) {
            refuse("SET TRANSACTION [NOT] DEFERRABLE cannot be called within a subtransaction");
        }
    }

    private void refuse(String message) {
        fail();
        throw new SqlException(SqlState.ACTIVE_SQL_TRANSACTION, message);
    }

    private long writers() {
        return enlisted.values().stream().filter(one -> one.written).count();
    }

    /// Begins a block of its own for a statement that writes on several shards, unless it runs in one.
    ///
    /// @return whether the caller must end it by [#endImplicit]
    public boolean beginImplicit(TransactionOptions defaults) {
        requireNotFailed();
        if (state != State.NONE) {
            return false;
        }
        start(State.IMPLICIT, defaults);
        return true;
    }

    /// Ends what [#beginImplicit] has begun.
    public void endImplicit(boolean success) {
        if (state != State.IMPLICIT) {
            throw new AssertionError("no implicit transaction");
        }
        if (success) {
            commitAll();
        } else {
            rollbackAll();
        }
    }

    /// The connection for a statement, enlisted if a transaction is under way.
    public ShardConnection use(int shard, boolean writes) {
        return use(shard, writes, null);
    }

    /// @param role as which the shard is to take the statement; null for the session's own
    public ShardConnection use(int shard, boolean writes, @Nullable String role) {
        requireNotFailed();
        if (state == State.NONE) {
            return role == null ? connections.get(shard) : connections.get(shard, role);
        }
        Enlisted one = enlisted.get(shard);
        if (one == null) {
            one = enlist(shard);
        }
        one.written |= writes;
        ShardSettings wanted = connections.settings();
        connections.apply(one.held, role == null ? wanted : wanted.as(role));
        return one.connection();
    }

    /// As [#use] where the transaction must hold the shard even if nothing has been said to it yet.
    public void markWritten(int shard) {
        ShardConnection ignored = use(shard, true);
    }

    /// The same command on several shards at once, as part of the transaction; all answers are waited for.
    public void run(Collection<Integer> shards, String sql, boolean writes) {
        open(shards);
        List<ShardConnection> used = new ArrayList<>();
        for (int shard : shards) {
            used.add(use(shard, writes));
        }
        Commands.onAll(used, sql);
    }

    /// Opens connections to all these shards at once, if they are not open yet.
    public void open(Collection<Integer> shards) {
        connections.open(shards);
    }

    private Enlisted enlist(int shard) {
        SessionConnections.Held held = connections.held(shard);
        // settings of before the transaction must survive its rollback
        connections.apply(held, settingsAtBegin);
        Enlisted one = new Enlisted(held);
        TransactionOptions modes = savepoints.isEmpty() ? options : savepoints.getFirst().options;
        held.connection.queue("BEGIN" + modes.modes());
        for (int i = 0; i < savepoints.size(); i++) {
            Savepoint savepoint = savepoints.get(i);
            connections.apply(held, savepoint.settings);
            one.appliedAtSavepoints.add(held.applied);
            held.connection.queue("SAVEPOINT " + SqlQuoting.identifier(savepoint.name));
            TransactionOptions next = i + 1 < savepoints.size() ? savepoints.get(i + 1).options : options;
            if (!next.equals(modes)) {
                held.connection.queue("SET TRANSACTION" + next.modesBeside(modes));
                modes = next;
            }
        }
        enlisted.put(shard, one);
        return one;
    }

    /// A statement has failed: in a block that aborts the transaction, on all shards.
    public void fail() {
        if (state == State.BLOCK) {
            state = State.FAILED;
        }
    }

    public void savepoint(String name) {
        requireNotFailed();
        requireBlock("SAVEPOINT");
        addSavepoint(name);
    }

    /// A subtransaction of a routine's own, such as a block with an EXCEPTION clause; in an implicit block too.
    ///
    /// @return what [#releaseSubtransaction] or [#rollbackSubtransaction] must be given
    public String beginSubtransaction() {
        requireNotFailed();
        if (state == State.NONE) {
            throw new AssertionError("subtransaction outside of a transaction");
        }
        String name = "pgherd " + ++subtransactions;
        addSavepoint(name);
        return name;
    }

    public void releaseSubtransaction(String name) {
        requireNotFailed();
        releaseAt(find(name), name);
    }

    /// Undoes the subtransaction and ends it.
    public void rollbackSubtransaction(String name) {
        State before = state == State.IMPLICIT ? State.IMPLICIT : State.BLOCK;
        rollbackToAt(find(name), name);
        state = before;
        releaseAt(find(name), name);
    }

    private void addSavepoint(String name) {
        savepoints.add(new Savepoint(name, connections.settings(), options));
        for (Enlisted one : enlisted.values()) {
            one.appliedAtSavepoints.add(one.held.applied);
            queue(one, "SAVEPOINT " + SqlQuoting.identifier(name));
        }
    }

    public void release(String name) {
        requireNotFailed();
        requireBlock("RELEASE SAVEPOINT");
        releaseAt(find(name), name);
    }

    private void releaseAt(int index, String name) {
        options = savepoints.get(index).options;
        truncateSavepoints(index);
        for (Enlisted one : enlisted.values()) {
            queue(one, "RELEASE SAVEPOINT " + SqlQuoting.identifier(name));
        }
    }

    /// Also ends the failed state, if the savepoint is older than the failure.
    public void rollbackTo(String name) {
        requireBlock("ROLLBACK TO SAVEPOINT");
        rollbackToAt(find(name), name);
        state = State.BLOCK;
    }

    private void rollbackToAt(int index, String name) {
        for (Enlisted one : enlisted.values()) {
            if (!one.connection().isUsable()) {
                // the shard has rolled back all of its part, which cannot be brought back
                throw one.connection().lostError();
            }
        }
        for (Enlisted one : enlisted.values()) {
            queue(one, "ROLLBACK TO SAVEPOINT " + SqlQuoting.identifier(name));
            one.held.applied = one.appliedAtSavepoints.get(index);
        }
        connections.restore(savepoints.get(index).settings);
        options = savepoints.get(index).options;
        truncateSavepoints(index + 1);
    }

    private int find(String name) {
        for (int i = savepoints.size() - 1; i >= 0; i--) {
            if (savepoints.get(i).name.equals(name)) {
                return i;
            }
        }
        fail();
        throw new SqlException(SqlState.S_E_INVALID_SPECIFICATION, "savepoint \"" + name + "\" does not exist");
    }

    private void truncateSavepoints(int size) {
        savepoints.subList(size, savepoints.size()).clear();
        for (Enlisted one : enlisted.values()) {
            List<ShardSettings> applied = one.appliedAtSavepoints;
            applied.subList(size, applied.size()).clear();
        }
    }

    private void requireBlock(String command) {
        if (!inBlock()) {
            throw new SqlException(
                    SqlState.NO_ACTIVE_SQL_TRANSACTION, command + " can only be used in transaction blocks");
        }
    }

    /// COMMIT.
    ///
    /// @return false if the transaction had failed and was rolled back instead
    public boolean commit() {
        boolean good = state != State.FAILED;
        if (good) {
            commitAll();
        } else {
            rollbackAll();
        }
        return good;
    }

    /// Whether a shard, if it takes part, would prepare its part of the transaction: throws what it has against that.
    /// The
    /// part is rolled back.
    public void tryPrepare(int shard) {
        Enlisted one = enlisted.get(shard);
        if (one != null) {
            String part = CommitDecision.newTransaction(shard);
            String ignored = one.connection().command(CommitDecision.prepare(part, shard));
            String undone = one.connection().command(CommitDecision.rollbackPrepared(part, shard));
        }
    }

    /// ROLLBACK.
    public void rollback() {
        rollbackAll();
    }

    private void commitAll() {
        List<Enlisted> writers = new ArrayList<>();
        List<Enlisted> readers = new ArrayList<>();
        for (Enlisted one : enlisted.values()) {
            (one.written ? writers : readers).add(one);
        }
        List<Enlisted> all = List.copyOf(enlisted.values());
        try {
            if (writers.size() < 2) {
                commitPlainly(readers, writers);
            } else {
                if (!savepoints.isEmpty() && isReadOnly()) {
                    // one that writes again, for the decision
                    releaseAt(0, savepoints.getFirst().name);
                }
                new TwoPhaseCommit(connections, defaultReadOnly.getAsBoolean()).run(shards(writers), shards(readers));
            }
        } catch (SqlException | Error e) {
            for (Enlisted one : all) {
                rollback(one);
                one.held.applied = one.appliedAtBegin;
            }
            connections.restore(settingsAtBegin);
            throw e;
        } finally {
            ended();
        }
    }

    private static List<ShardConnection> shards(List<Enlisted> some) {
        return some.stream().map(Enlisted::connection).toList();
    }

    /// With one writer the readers go first: their failure (of a serializable transaction) still can undo all.
    private static void commitPlainly(List<Enlisted> readers, List<Enlisted> writers) {
        Commands.onAll(shards(readers), "COMMIT");
        for (Enlisted writer : writers) {
            Commands.requireCommitted(writer.connection().command("COMMIT"));
        }
    }

    private void rollbackAll() {
        try {
            for (Enlisted one : enlisted.values()) {
                rollback(one);
                one.held.applied = one.appliedAtBegin;
            }
            if (state != State.NONE) {
                connections.restore(settingsAtBegin);
            }
        } finally {
            ended();
        }
    }

    /// Best effort: a shard that cannot be told has rolled back by itself.
    private static void rollback(Enlisted one) {
        ShardConnection connection = one.connection();
        if (connection.isUsable()) {
            try {
                connection.queue("ROLLBACK");
                connection.sendQueued();
            } catch (SqlException e) {
                connection.close();
            }
        }
    }

    private void ended() {
        state = State.NONE;
        savepoints.clear();
        enlisted.clear();
        options = TransactionOptions.DEFAULT;
    }

    private static void queue(Enlisted one, String sql) {
        if (one.connection().isUsable()) {
            one.connection().queue(sql);
        }
    }

    private void command(Enlisted one, String sql) {
        try {
            String ignored = one.connection().command(sql);
        } catch (SqlException e) {
            fail();
            throw e;
        }
    }

    /// For messages to a user: which shards, if any, have unsaved changes.
    public @Nullable RoaringBitmap writtenShards() {
        RoaringBitmap shards = new RoaringBitmap();
        enlisted.forEach((shard, one) -> {
            if (one.written) {
                shards.add(shard);
            }
        });
        return shards.isEmpty() ? null : shards;
    }
}
