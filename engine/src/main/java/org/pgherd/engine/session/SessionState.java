package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.engine.herd.Herd;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// What the commands see of a session: connections, transaction, settings, and the catalog as this session sees it.
public final class SessionState implements NoticeListener {
    private final Herd herd;
    private final SessionOptions options;
    private final SessionConnections connections;
    private final HerdTransaction transaction;
    private final SessionSettings settings;
    private final List<Integer> allShards = new ArrayList<>();
    /// What the session has set for itself, and what of it SET LOCAL hides until the transaction ends.
    private final Map<String, String> setInSession = new java.util.HashMap<>();
    private final Map<String, java.util.Optional<String>> beforeLocal = new java.util.HashMap<>();
    private final Map<String, Long> timesSet = new java.util.HashMap<>();
    private Consumer<Notice> notices = _ -> {};
    private BiConsumer<String, String> parameterStatus = (_, _) -> {};

    /// Of this session alone: uncommitted definitions, temporary objects.
    private @Nullable CatalogSnapshot own;
    /// Whether this transaction has changed definitions.
    private boolean uncommittedDefinitions;
    /// Whether this transaction has changed settings.
    private boolean settingsUncommitted;
    /// Whether the session has (had) temporary objects, which only its own snapshot shows.
    private boolean temporaryObjects;
    private @Nullable CatalogView view;
    private final Map<CollationRow, CollationOrder> serverOrders = new java.util.HashMap<>();
    private long viewSettings = -1;
    private boolean runsScript;
    private int ownNames;
    /// While definitions run on all shards alike, only the catalog shard's notices are told.
    private boolean onlyCatalogShardSpeaks;

    SessionState(Herd herd, SessionOptions options) {
        this.herd = herd;
        this.options = options;
        this.connections = new SessionConnections(herd.pool(), this);
        this.settings = new SessionSettings(herd.config().settings());
        this.transaction =
                new HerdTransaction(connections, () -> "on".equals(settings.get("default_transaction_read_only")));
        for (int shard = 0; shard < herd.shardCount(); shard++) {
            allShards.add(shard);
        }
    }

    public Herd herd() {
        return herd;
    }

    public SessionOptions options() {
        return options;
    }

    public SessionConnections connections() {
        return connections;
    }

    public HerdTransaction transaction() {
        return transaction;
    }

    public List<Integer> allShards() {
        return allShards;
    }

    /// The settings, read again if they may have changed.
    public SessionSettings settings() {
        if (settings.isStale() && !transaction.isFailed()) {
            Map<String, String> changed = settings.refresh(catalogShard(false));
            changed.forEach(parameterStatus);
            if (!changed.isEmpty()) {
                connections.dropPrepared();
            }
        }
        return settings;
    }

    /// The settings as last read: for use while a shard may be answering.
    public SessionSettings knownSettings() {
        return settings;
    }

    public void settingsChanged() {
        settings.invalidate();
    }

    /// The connection to the catalog shard, enlisted in the transaction if there is one.
    public ShardConnection catalogShard(boolean writes) {
        return transaction.use(CatalogLoader.CATALOG_SHARD, writes);
    }

    public CatalogSnapshot snapshot() {
        CatalogSnapshot mine = own;
        if (mine != null) {
            return mine;
        }
        if (uncommittedDefinitions || temporaryObjects) {
            mine = load();
            own = mine;
            return mine;
        }
        CatalogSnapshot shared = herd.snapshot();
        if (shared == null) {
            long readAt = herd.definitionsVersion();
            shared = load();
            herd.publish(shared, readAt);
        }
        return shared;
    }

    /// Between transactions, now and then: definitions that another coordinator made, or somebody on a shard.
    void lookForForeignDefinitions() {
        if (transaction.statusIndicator() == 'I' && herd.foreignDefinitionsDue()) {
            foundForeignDefinitions();
        }
    }

    /// Whether the definitions known here are no longer the shards', and will be read again. Never inside a
    /// transaction block, whose statements must agree with each other.
    boolean foundForeignDefinitions() {
        CatalogSnapshot known = own != null ? own : herd.snapshot();
        if (known == null
                || uncommittedDefinitions
                || transaction.inImplicit()
                || transaction.statusIndicator() != 'I'
                || !CatalogLoader.isStale(known, catalogShard(false))) {
            return false;
        }
        own = null;
        herd.invalidate();
        return true;
    }

    private CatalogSnapshot load() {
        ShardConnection connection = catalogShard(false);
        boolean inTransaction = transaction.enlistedShards().contains(CatalogLoader.CATALOG_SHARD);
        return CatalogLoader.load(connection, inTransaction, herd.shardCount(), herd.lastSnapshot());
    }

    /// A place for rows that outlive their statement, within limits of its own.
    public RowStore rowStore(List<ResultColumn> columns, FunctionContext functions) {
        SqlType[] types = columns.stream().map(ResultColumn::type).toArray(SqlType[]::new);
        return new RowStore(
                new MemoryAccount(settings().memoryLimits()),
                new BatchForm(types, new SessionCodecs(view(), functions)));
    }

    /// The catalog along the session's search path.
    public CatalogView view() {
        SessionSettings current = settings();
        CatalogSnapshot snapshot = snapshot();
        CatalogView known = view;
        if (known == null || known.catalog() != snapshot.catalog() || viewSettings != current.version()) {
            known = new CatalogView(snapshot.catalog(), searchPath(current), this::serverOrder);
            view = known;
            viewSettings = current.version();
        }
        return known;
    }

    private CollationOrder serverOrder(CollationRow collation) {
        return serverOrders.computeIfAbsent(collation, row -> new AskedOrder(this, row));
    }

    private static SearchPath searchPath(SessionSettings settings) {
        List<String> schemas = new ArrayList<>(settings.schemas());
        String temporary = null;
        for (String schema : settings.schemas()) {
            if (schema.startsWith("pg_temp_")) {
                temporary = schema;
            }
        }
        // current_schemas(true) names what is searched without being asked for, too
        String said = settings.required("search_path");
        if (!said.contains("pg_temp")) {
            schemas.remove(temporary);
        }
        if (!said.contains(SearchPath.CATALOG)) {
            schemas.remove(SearchPath.CATALOG);
        }
        return new SearchPath(schemas, temporary);
    }

    /// How often SET or RESET was given for the session.
    public long timesSet(String name) {
        return timesSet.getOrDefault(name, 0L);
    }

    /// SET LOCAL: every shard is told, and told the old value when the transaction commits (a rollback does it
    /// by itself).
    public void setLocally(String name, @Nullable String value) {
        beforeLocal.putIfAbsent(name, java.util.Optional.ofNullable(setInSession.get(name)));
        connections.set(name, value);
        settingChanged();
    }

    /// SET and RESET for the session; null is the default.
    public void setForSession(String name, @Nullable String value) {
        timesSet.merge(name, 1L, Long::sum);
        if (name.equals("session_authorization")) {
            // becoming another user ends the role that was taken (SetSessionAuthorization)
            setForSession("role", null);
        }
        connections.set(name, value);
        settingChanged();
        beforeLocal.remove(name);
        if (value == null) {
            setInSession.remove(name);
        } else {
            setInSession.put(name, value);
        }
    }

    /// A statement that a shard has prepared keeps the constants that it read under the old setting (DateStyle...).
    private void settingChanged() {
        settingsUncommitted = true;
        connections.dropPrepared();
    }

    /// A definition has been made, changed or dropped in this transaction, or just now outside of one.
    public void definitionsChanged(boolean temporary) {
        own = null;
        temporaryObjects |= temporary;
        uncommittedDefinitions = true;
        settings.invalidate();
        connections.dropPrepared();
    }

    /// The transaction is over.
    public void transactionEnded(boolean committed) {
        if (!beforeLocal.isEmpty()) {
            if (committed) {
                beforeLocal.forEach((name, value) -> connections.set(name, value.orElse(null)));
            }
            beforeLocal.clear();
            settings.invalidate();
        }
        if (uncommittedDefinitions) {
            uncommittedDefinitions = false;
            own = null;
            connections.dropPrepared();
            if (committed) {
                herd.invalidate();
            }
        }
        if (!committed) {
            settings.invalidate();
        }
        if (settingsUncommitted) {
            settingsUncommitted = false;
            connections.dropPrepared();
        }
    }

    /// A rollback to a savepoint may have undone definitions and settings.
    public void partlyRolledBack() {
        own = null;
        settings.invalidate();
        if (settingsUncommitted) {
            connections.dropPrepared();
        }
    }

    public void forgetTemporaryObjects() {
        temporaryObjects = false;
        own = null;
    }

    /// Whether the statement is one of several in a simple Query, which are a transaction block.
    public boolean runsScript() {
        return runsScript;
    }

    /// A name for an object of the engine's own in the sessions of the shards.
    public String ownName() {
        return " pgherd " + ++ownNames;
    }

    void runsScript(boolean several) {
        runsScript = several;
    }

    public void notice(Notice notice) {
        notices.accept(notice);
    }

    void onNotice(Consumer<Notice> listener) {
        notices = listener;
    }

    void onParameterStatus(BiConsumer<String, String> listener) {
        parameterStatus = listener;
    }

    /// Runs something that all shards do alike; the notices of one are enough.
    public <T> T alike(java.util.function.Supplier<T> action) {
        boolean before = onlyCatalogShardSpeaks;
        onlyCatalogShardSpeaks = true;
        try {
            return action.get();
        } finally {
            onlyCatalogShardSpeaks = before;
        }
    }

    @Override
    public void notice(int shard, Notice notice) {
        // names that are too long were told of when the text was parsed here
        boolean told = notice.state().equals(SqlState.NAME_TOO_LONG);
        if (!told && (!onlyCatalogShardSpeaks || shard == CatalogLoader.CATALOG_SHARD)) {
            notices.accept(notice);
        }
    }
}
