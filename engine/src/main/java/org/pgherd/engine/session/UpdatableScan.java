package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.deparse.SystemColumns;

/// The tables of a cursor's query whose rows WHERE CURRENT OF can mean, after execCurrent.c: those whose rows the query
/// locks, or else the one table that it reads without joining, grouping or sorting. Columns that tell where a row lies
/// stand behind those that the client sees.
///
/// @param locks whether rows are locked: then only tables of locked rows count
public record UpdatableScan(boolean locks, List<Source> sources) {
    public static final UpdatableScan NONE = new UpdatableScan(false, List.of());

    public UpdatableScan {
        sources = List.copyOf(sources);
    }

    /// Behind the shard key of a sharded table, or the primary key of a reference table, stand the ctid and, where
    /// there
    /// are children, the tableoid; a reference table has neither.
    ///
    /// @param rti range table index
    /// @param distribution of the table; what is temporary lies on the catalog shard
    /// @param first index of its first column among the added ones
    public record Source(int rti, RteRelation table, Distribution distribution, int first, List<Column> identity) {
        public Source {
            identity = List.copyOf(identity);
        }

        public boolean hasChildren() {
            return table.inherit() && !table.relation().children().isEmpty();
        }

        int columns() {
            return identity.size() + (distribution instanceof Distribution.Reference ? 0 : hasChildren() ? 2 : 1);
        }
    }

    /// How many columns stand behind those that the client sees.
    public int added() {
        return sources.isEmpty()
                ? 0
                : sources.getLast().first + sources.getLast().columns();
    }

    static UpdatableScan of(Query query, ShardingCatalog sharding) {
        if (query.commandType() != CommandType.SELECT || query.setOperations() != null) {
            return NONE;
        }
        List<Source> sources = new ArrayList<>();
        if (!query.rowMarks().isEmpty()) {
            for (RowMarkClause mark : query.rowMarks()) {
                add(query, mark.rti(), sharding, sources);
            }
            return new UpdatableScan(true, sources);
        }
        if (isPlain(query) && query.jointree().fromList().size() == 1) {
            FromItem only = query.jointree().fromList().getFirst();
            if (only instanceof RangeTblRef ref) {
                add(query, ref.rtindex(), sharding, sources);
            }
        }
        return new UpdatableScan(false, sources);
    }

    private static boolean isPlain(Query query) {
        return !query.hasAggs()
                && !query.hasWindowFuncs()
                && !query.hasTargetSRFs()
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.distinctClause().isEmpty()
                && (query.sortClause().isEmpty() || isSortedByKey(query));
    }

    /// PostgreSQL reads the order from the index then, as far as one can tell.
    private static boolean isSortedByKey(Query query) {
        int ref = query.sortClause().getFirst().tleSortGroupRef();
        for (TargetEntry entry : query.targetList()) {
            if (entry.sortGroupRef() == ref
                    && entry.expr() instanceof Var var
                    && var.levelsUp() == 0
                    && query.rte(var.varno()) instanceof RteRelation table) {
                return query.sortClause().size() == 1
                        && table.relation().keys().stream()
                                .anyMatch(key -> key.unique()
                                        && !key.partial()
                                        && key.columns().getFirst() == var.attno());
            }
        }
        return false;
    }

    private static void add(Query query, int rti, ShardingCatalog sharding, List<Source> sources) {
        if (!(query.rte(rti) instanceof RteRelation table)) {
            return;
        }
        Relation relation = table.relation();
        if (relation.kind() != RelationKind.TABLE && relation.kind() != RelationKind.PARTITIONED_TABLE) {
            return;
        }
        Distribution distribution = relation.persistence() == Persistence.TEMPORARY
                ? new Distribution.Single(CatalogLoader.CATALOG_SHARD)
                : sharding.of(relation.oid());
        List<Column> identity = switch (distribution) {
            case Distribution.Hash hash -> List.of(relation.column(hash.attnum()));
            case Distribution.Reference _ -> {
                KeyConstraint key = relation.primaryKey();
                yield key == null
                        ? List.<Column>of()
                        : key.columns().stream().map(relation::column).toList();
            }
            case Distribution.Single _, Distribution.Schema _, Distribution.Catalog _ -> List.of();
        };
        UpdatableScan before = new UpdatableScan(false, sources);
        sources.add(new Source(rti, table, distribution, before.added(), identity));
    }

    /// The query with the columns added.
    Query with(Query query) {
        List<TargetEntry> targets = new ArrayList<>(query.targetList());
        for (Source source : sources) {
            int rti = source.rti;
            for (Column column : source.identity) {
                add(targets, new Var(rti, column.attnum(), column.type(), 0, Position.NONE), column.name());
            }
            if (!(source.distribution instanceof Distribution.Reference)) {
                add(targets, new Var(rti, SystemColumns.CTID, SqlType.of(TypeOids.TID), 0, Position.NONE), "ctid");
                if (source.hasChildren()) {
                    add(targets, new Var(rti, SystemColumns.TABLEOID, SqlType.OID, 0, Position.NONE), "tableoid");
                }
            }
        }
        Query.Builder changed = query.toBuilder();
        changed.targetList = targets;
        return changed.build();
    }

    private static void add(List<TargetEntry> targets, Var var, @Nullable String name) {
        targets.add(new TargetEntry(var, targets.size() + 1, name, 0, 0, 0, false));
    }
}
