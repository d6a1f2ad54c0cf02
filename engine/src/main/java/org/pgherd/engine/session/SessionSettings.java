package org.pgherd.engine.session;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.ArrayText;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.MemoryLimits;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.shardplanner.RepartitionJoins;

/// What the engine itself must know of the session's settings. The catalog shard is where they live (so that
/// SET, SHOW,
/// rollback and validation are PostgreSQL's own); these are copies, read again whenever they may have changed.
public final class SessionSettings {
    public static final String MAX_PUSHDOWN = "pgherd.max_pushdown";
    public static final String DEFAULT_SHARD_BY = "pgherd.default_shard_by";
    /// What one operator may hold in memory before it goes on in temporary files.
    public static final String WORK_MEM = "pgherd.work_mem";
    /// What all operators of one statement may hold in memory together.
    public static final String STATEMENT_MEMORY = "pgherd.statement_memory";
    /// What one statement may have in temporary files.
    public static final String TEMP_FILE_LIMIT = "pgherd.temp_file_limit";
    public static final String SEMI_JOIN_FILTERS = "pgherd.semi_join_filters";
    public static final String REPARTITION_JOINS = "pgherd.repartition_joins";
    /// Bytes of a join's hashed side from which the shards compute it.
    public static final String REPARTITION_JOIN_SIZE = "pgherd.repartition_join_size";

    /// Settings that decide how values are read and printed, names resolved, plans made.
    private static final List<String> TRACKED = List.of(
            "search_path",
            "timezone",
            "datestyle",
            "intervalstyle",
            "extra_float_digits",
            "bytea_output",
            "role",
            "statement_timeout",
            "application_name",
            "client_encoding",
            "server_version",
            "server_encoding",
            "is_superuser",
            "session_authorization",
            "integer_datetimes",
            "standard_conforming_strings",
            "backslash_quote",
            "escape_string_warning",
            "in_hot_standby",
            "default_transaction_read_only",
            "default_transaction_isolation",
            "scram_iterations",
            "xmloption",
            "lc_monetary",
            "check_function_bodies",
            "plan_cache_mode",
            "row_security",
            "session_replication_role",
            MAX_PUSHDOWN,
            DEFAULT_SHARD_BY,
            WORK_MEM,
            STATEMENT_MEMORY,
            TEMP_FILE_LIMIT,
            SEMI_JOIN_FILTERS,
            REPARTITION_JOINS,
            REPARTITION_JOIN_SIZE);

    private static final Map<String, String> HERD_DEFAULTS = Map.of(
            MAX_PUSHDOWN,
            "route",
            DEFAULT_SHARD_BY,
            "single",
            SEMI_JOIN_FILTERS,
            "auto",
            REPARTITION_JOINS,
            "auto",
            REPARTITION_JOIN_SIZE,
            "1GB");
    private static final Set<String> RUNGS = Set.of("route", "scatter", "split", "pull");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> defaults;
    private List<String> schemas = List.of();
    private String user = "";
    private boolean stale = true;
    private long version;
    private String planKey = "";
    private long planKeyVersion = -1;
    private LexicalSettings lexical = LexicalSettings.STANDARD;
    private long lexicalVersion = -1;

    public SessionSettings(Map<String, String> herdDefaults) {
        Map<String, String> all = new HashMap<>(HERD_DEFAULTS);
        all.putAll(herdDefaults);
        this.defaults = Map.copyOf(all);
    }

    /// The copies may be wrong now: something was set, reset or rolled back.
    public void invalidate() {
        stale = true;
    }

    public boolean isStale() {
        return stale;
    }

    /// Reads the copies again.
    ///
    /// @return names and values of those that changed
    public Map<String, String> refresh(ShardConnection catalogShard) {
        StringBuilder sql = new StringBuilder("SELECT current_schemas(true)::text[]::text, current_user::text");
        for (String name : TRACKED) {
            sql.append(", pg_catalog.current_setting('").append(name).append("', true)");
        }
        @Nullable String[] row = TextRows.often(catalogShard, sql.toString()).getFirst();
        Map<String, String> changed = new HashMap<>();
        List<String> path = ArrayText.elements(String.valueOf(row[0]));
        if (!path.equals(schemas) || !user.equals(row[1])) {
            schemas = path;
            user = String.valueOf(row[1]);
            version++;
        }
        for (int i = 0; i < TRACKED.size(); i++) {
            String name = TRACKED.get(i);
            String value = row[i + 2];
            if (value == null || value.isEmpty()) {
                value = defaults.getOrDefault(name, value == null ? "" : value);
            }
            String before = values.put(name, value);
            if (!value.equals(before)) {
                changed.put(name, value);
                version++;
            }
        }
        stale = false;
        return changed;
    }

    /// Grows whenever a copy changes; part of what a cached plan depends on.
    public long version() {
        return version;
    }

    /// A tracked setting, or null.
    public @Nullable String get(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    public String required(String name) {
        String value = get(name);
        return value == null ? defaults.getOrDefault(name, "") : value;
    }

    /// The schemas that are searched, implicit ones included, in order; only those that exist.
    public List<String> schemas() {
        return schemas;
    }

    public String user() {
        return user;
    }

    /// How texts of the session are read.
    public LexicalSettings lexical() {
        if (lexicalVersion != version) {
            lexical = LexicalSettings.of(values::get);
            lexicalVersion = version;
        }
        return lexical;
    }

    /// As set, or shares of the heap.
    public MemoryLimits memoryLimits() {
        MemoryLimits usual = MemoryLimits.ofHeap();
        return new MemoryLimits(
                bytes(STATEMENT_MEMORY, usual.statement()),
                bytes(WORK_MEM, usual.work()),
                bytes(TEMP_FILE_LIMIT, usual.files()),
                usual.folder());
    }

    /// When joins are computed by the shards over temporary tables.
    public RepartitionJoins repartitionJoins() {
        return new RepartitionJoins(
                RepartitionJoins.Mode.valueOf(required(REPARTITION_JOINS).toUpperCase(Locale.ROOT)),
                bytes(REPARTITION_JOIN_SIZE, Long.MAX_VALUE));
    }

    private long bytes(String name, long usual) {
        String value = required(name);
        if (value.isEmpty()) {
            return usual;
        }
        long bytes = MemorySize.parse(value);
        if (bytes == MemorySize.UNLIMITED) {
            return name.equals(WORK_MEM) || name.equals(REPARTITION_JOIN_SIZE) ? Long.MAX_VALUE : 0;
        }
        return bytes;
    }

    /// What the plans of this session depend on beside catalog and text.
    public String planKey() {
        if (planKeyVersion != version) {
            planKey = makePlanKey();
            planKeyVersion = version;
        }
        return planKey;
    }

    private String makePlanKey() {
        return user
                + '\n'
                + required("row_security")
                + '\n'
                + required("session_replication_role")
                + '\n'
                + schemas
                + '\n'
                + required(MAX_PUSHDOWN)
                + '\n'
                + required(SEMI_JOIN_FILTERS)
                + '\n'
                + required(REPARTITION_JOINS)
                + '\n'
                + required(REPARTITION_JOIN_SIZE)
                + '\n'
                + required("timezone")
                + '\n'
                + required("datestyle")
                + '\n'
                + required("intervalstyle")
                + '\n'
                + required("bytea_output")
                + '\n'
                + required("extra_float_digits");
    }

    /// PostgreSQL takes any value for a parameter it does not know; ours are checked here.
    public static void validate(String name, String value) {
        boolean good = switch (name) {
            case MAX_PUSHDOWN -> RUNGS.contains(value);
            case DEFAULT_SHARD_BY -> Set.of("single", "auto", "reference").contains(value);
            case WORK_MEM, STATEMENT_MEMORY, TEMP_FILE_LIMIT, REPARTITION_JOIN_SIZE ->
                MemorySize.parse(value) >= MemorySize.UNLIMITED;
            case SEMI_JOIN_FILTERS, REPARTITION_JOINS ->
                Set.of("auto", "always", "never").contains(value);
            default ->
                throw new SqlException(
                        SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
        };
        if (!good) {
            throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "invalid value for parameter \"" + name + "\": \"" + value + "\"")
                    .withHint(
                            switch (name) {
                                case MAX_PUSHDOWN -> "Available values: route, scatter, split, pull.";
                                case DEFAULT_SHARD_BY -> "Available values: single, auto, reference.";
                                case SEMI_JOIN_FILTERS, REPARTITION_JOINS -> "Available values: auto, always, never.";
                                default -> MemorySize.HINT;
                            });
        }
    }
}
