package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CastRow;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.Collations;

/// PostgreSQL's built-in objects and a snapshot of the user's, by oid and by schema and name. Immutable; a change
/// of the user's objects is a new snapshot ([#load], [#refresh]).
public final class Catalog {
    private static final BuiltinCatalog BUILTIN = BuiltinCatalog.instance();
    private static final AtomicLong VERSIONS = new AtomicLong();
    private static final Catalog EMPTY = new Catalog(new Rows().withSchema("public"), 0);

    private final long version;
    private final Set<String> schemas;
    private final Map<Integer, Relation> relations = new HashMap<>();
    private final Map<String, Map<String, Relation>> relationsBySchema = new HashMap<>();
    private final Map<Integer, TypeRow> types = new HashMap<>();
    private final Map<String, List<TypeRow>> typesByName = new HashMap<>();
    private final Map<Integer, List<TypeLookup.EnumLabel>> enumLabels;
    private final Map<Integer, List<DomainConstraint>> domainConstraints;
    private final Map<Integer, List<Policy>> policies;
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Map<String, Role> rolesByName = new HashMap<>();
    private final Map<Integer, Routine> routines = new HashMap<>();
    private final Map<String, List<ProcRow>> routinesByName = new HashMap<>();
    private final Map<Integer, OperatorRow> operators = new HashMap<>();
    private final Map<String, List<OperatorRow>> operatorsByName = new HashMap<>();
    private final Map<Long, CastRow> casts = new HashMap<>();
    private final Map<Integer, AggregateRow> aggregates = new HashMap<>();
    private final Map<Integer, CollationRow> collations = new HashMap<>();
    private final Map<Integer, RangeRow> ranges = new HashMap<>();
    private final Map<Integer, Sequence> sequences = new HashMap<>();
    private final Map<Integer, Relation> relationsByRowType = new HashMap<>();
    private final List<ObjectName> names;

    /// What a reader has collected. Its lists belong to the catalog made of it.
    static final class Rows {
        final List<String> schemas = new ArrayList<>(List.of("pg_catalog", "information_schema"));
        final List<Relation> relations = new ArrayList<>();
        final List<TypeRow> types = new ArrayList<>();
        final Map<Integer, List<TypeLookup.EnumLabel>> enumLabels = new LinkedHashMap<>();
        final Map<Integer, List<DomainConstraint>> domainConstraints = new LinkedHashMap<>();
        final Map<Integer, List<Policy>> policies = new LinkedHashMap<>();
        final List<Role> roles = new ArrayList<>();
        final List<Routine> routines = new ArrayList<>();
        final List<OperatorRow> operators = new ArrayList<>();
        final List<CastRow> casts = new ArrayList<>();
        final List<AggregateRow> aggregates = new ArrayList<>();
        final List<CollationRow> collations = new ArrayList<>();
        final List<RangeRow> ranges = new ArrayList<>();
        final List<Sequence> sequences = new ArrayList<>();
        final List<ObjectName> names = new ArrayList<>();

        Rows withSchema(String name) {
            schemas.add(name);
            return this;
        }
    }

    Catalog(Rows rows, long version) {
        this.version = version;
        schemas = Set.copyOf(rows.schemas);
        names = List.copyOf(rows.names);
        for (Relation relation : rows.relations) {
            relations.put(relation.oid(), relation);
            relationsBySchema
                    .computeIfAbsent(relation.schema(), _ -> new HashMap<>())
                    .put(relation.name(), relation);
            if (relation.rowType() != 0) {
                relationsByRowType.put(relation.rowType(), relation);
            }
        }
        for (TypeRow type : rows.types) {
            types.put(type.oid(), type);
            typesByName.computeIfAbsent(type.name(), _ -> new ArrayList<>(1)).add(type);
        }
        enumLabels = Map.copyOf(rows.enumLabels);
        domainConstraints = Map.copyOf(rows.domainConstraints);
        policies = Map.copyOf(rows.policies);
        for (Role role : rows.roles) {
            roles.put(role.oid(), role);
            rolesByName.put(role.name(), role);
        }
        for (Routine routine : rows.routines) {
            routines.put(routine.oid(), routine);
            routinesByName
                    .computeIfAbsent(routine.row().name(), _ -> new ArrayList<>(1))
                    .add(routine.row());
        }
        for (OperatorRow operator : rows.operators) {
            operators.put(operator.oid(), operator);
            operatorsByName
                    .computeIfAbsent(operator.name(), _ -> new ArrayList<>(1))
                    .add(operator);
        }
        rows.casts.forEach(cast -> casts.put(key(cast.source(), cast.target()), cast));
        rows.aggregates.forEach(aggregate -> aggregates.put(aggregate.functionOid(), aggregate));
        rows.collations.forEach(collation -> collations.put(collation.oid(), collation));
        rows.sequences.forEach(sequence -> sequences.put(sequence.oid(), sequence));
        for (RangeRow range : rows.ranges) {
            ranges.put(range.rangeType(), range);
            ranges.put(range.multirangeType(), range);
        }
    }

    /// PostgreSQL as initdb leaves it, plus schema public.
    public static Catalog builtin() {
        return EMPTY;
    }

    /// Reads the user's objects: one statement per kind.
    public static Catalog load(CatalogSource source) {
        return CatalogReader.read(source, VERSIONS.incrementAndGet(), null);
    }

    /// A newer snapshot.
    public Catalog refresh(CatalogSource source) {
        return CatalogReader.read(source, VERSIONS.incrementAndGet(), this);
    }

    /// Each snapshot's own, growing.
    public long version() {
        return version;
    }

    public boolean hasSchema(String name) {
        return schemas.contains(name);
    }

    /// The user's relations.
    public Collection<Relation> relations() {
        return relations.values();
    }

    public @Nullable Relation relation(int oid) {
        Relation relation = relations.get(oid);
        return relation != null ? relation : SystemRelations.relation(oid);
    }

    public @Nullable Relation relation(String schema, String name) {
        Map<String, Relation> inSchema = relationsBySchema.get(schema);
        Relation relation = inSchema == null ? null : inSchema.get(name);
        return relation != null ? relation : SystemRelations.relation(schema, name);
    }

    /// The relation whose rows have this composite type; null if it is no such type.
    public @Nullable Relation relationOfRowType(int typeOid) {
        Relation relation = relationsByRowType.get(typeOid);
        if (relation != null) {
            return relation;
        }
        TypeRow row = BUILTIN.type(typeOid);
        return row == null || row.relationOid() == 0 ? null : SystemRelations.relation(row.relationOid());
    }

    public @Nullable TypeRow type(int oid) {
        TypeRow row = types.get(oid);
        return row != null ? row : BUILTIN.type(oid);
    }

    public @Nullable TypeRow type(String schema, String name) {
        for (TypeRow row : typesByName.getOrDefault(name, List.of())) {
            if (row.schema().equals(schema)) {
                return row;
            }
        }
        return BUILTIN.type(schema, name);
    }

    public List<TypeLookup.EnumLabel> enumLabels(int typeOid) {
        return enumLabels.getOrDefault(typeOid, List.of());
    }

    public List<DomainConstraint> domainConstraints(int typeOid) {
        return domainConstraints.getOrDefault(typeOid, List.of());
    }

    /// Of a table with row-level security.
    public List<Policy> policies(int relationOid) {
        return policies.getOrDefault(relationOid, List.of());
    }

    /// Null if there is none, or no table has row-level security.
    public @Nullable Role role(int oid) {
        return roles.get(oid);
    }

    public @Nullable Role role(String name) {
        return rolesByName.get(name);
    }

    public @Nullable ProcRow proc(int oid) {
        Routine routine = routines.get(oid);
        return routine != null ? routine.row() : BUILTIN.proc(oid);
    }

    /// A user's routine; null for built-in ones.
    public @Nullable Routine routine(int oid) {
        return routines.get(oid);
    }

    /// The user's routines.
    public Collection<Routine> routines() {
        return routines.values();
    }

    /// Of every schema.
    public List<ProcRow> procsNamed(String name) {
        return joined(BUILTIN.procsNamed(name), routinesByName.get(name));
    }

    public @Nullable OperatorRow operator(int oid) {
        OperatorRow row = operators.get(oid);
        return row != null ? row : BUILTIN.operator(oid);
    }

    /// Of every schema.
    public List<OperatorRow> operatorsNamed(String name) {
        return joined(BUILTIN.operatorsNamed(name), operatorsByName.get(name));
    }

    public @Nullable CastRow cast(int source, int target) {
        CastRow row = casts.get(key(source, target));
        return row != null ? row : BUILTIN.cast(source, target);
    }

    public @Nullable AggregateRow aggregate(int functionOid) {
        AggregateRow row = aggregates.get(functionOid);
        return row != null ? row : BUILTIN.aggregate(functionOid);
    }

    public @Nullable CollationRow collation(int oid) {
        CollationRow row = collations.get(oid);
        return row != null ? row : BUILTIN.collation(oid);
    }

    /// Those that came with the server; they do not change while it lives.
    List<CollationRow> initialCollations() {
        return collations.values().stream()
                .filter(row -> row.oid() != Collations.DEFAULT
                        && Integer.compareUnsigned(row.oid(), ShardingCatalog.FIRST_NORMAL_OID) < 0)
                .toList();
    }

    /// The user's collations of a name, in any schema, before the built-in ones.
    public List<CollationRow> collationsNamed(String name) {
        List<CollationRow> user = new ArrayList<>();
        for (CollationRow row : collations.values()) {
            if (row.name().equals(name)) {
                user.add(row);
            }
        }
        return joined(user, BUILTIN.collationsNamed(name));
    }

    /// By range or multirange type.
    public @Nullable RangeRow range(int typeOid) {
        RangeRow row = ranges.get(typeOid);
        return row != null ? row : BUILTIN.range(typeOid);
    }

    public @Nullable Sequence sequence(int oid) {
        return sequences.get(oid);
    }

    /// The sequence behind an identity column; null if the column is none.
    public @Nullable Sequence identitySequence(int relation, int attnum) {
        for (Sequence sequence : sequences.values()) {
            if (sequence.identity() && sequence.ownedBy() == relation && sequence.ownedColumn() == attnum) {
                return sequence;
            }
        }
        return null;
    }

    /// The name of an object of a reg* type that has no rows here otherwise; null if it is not known.
    @Nullable
    public String nameOf(int regType, int oid) {
        for (ObjectName name : names) {
            if (name.regType() == regType && name.oid() == oid) {
                return name.name();
            }
        }
        return null;
    }

    /// The reverse; -1 if there is none.
    int oidOf(int regType, String wanted) {
        for (ObjectName name : names) {
            if (name.regType() == regType && name.name().equals(wanted)) {
                return name.oid();
            }
        }
        return -1;
    }

    private static <T> List<T> joined(List<T> first, @Nullable List<T> second) {
        if (second == null || second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
        }
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static long key(int source, int target) {
        return (long) source << 32 | target & 0xFFFFFFFFL;
    }
}
