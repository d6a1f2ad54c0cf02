package org.pgherd.engine.sharding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.hash.ShardingHash;

/// Decides where a table's rows go, from its declaration and its constraints: a unique key must hold over the
/// whole herd
/// although each shard checks only its own rows, and a foreign key must find its row on the same shard.
public final class Placement {
    private final CatalogView view;
    private final CatalogSnapshot snapshot;

    /// What is to be written into pgherd.distribution.
    ///
    /// @param newGroup the colocation group to be made, null if it is there or not needed
    public record Decision(
            Distribution distribution, @Nullable ColocationGroup newGroup) {}

    public Placement(CatalogView view, CatalogSnapshot snapshot) {
        this.view = view;
        this.snapshot = snapshot;
    }

    public Decision decide(Relation table, TableDeclaration declaration) {
        return switch (declaration) {
            case TableDeclaration.Reference _ -> {
                requireForeignKeys(table, new Distribution.Reference());
                yield new Decision(new Distribution.Reference(), null);
            }
            case TableDeclaration.Single _ -> {
                Distribution single = new Distribution.Single(CatalogLoader.CATALOG_SHARD);
                requireForeignKeys(table, single);
                yield new Decision(single, null);
            }
            case TableDeclaration.Hash hash -> explicit(table, hash);
            case TableDeclaration.Automatic _ -> automatic(table);
        };
    }

    private Decision explicit(Relation table, TableDeclaration.Hash hash) {
        Column column = table.column(hash.column());
        if (column == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + hash.column() + "\" of relation \"" + table.name() + "\" does not exist");
        }
        if (!isHashable(column)) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "column \"" + column.name() + "\" of type "
                                    + view.formatType(column.type().oid()) + " cannot be a shard key")
                    .withHint("Its type has no hash function of its own.");
        }
        String unenforceable = unenforceableKey(table, column.attnum());
        if (unenforceable != null) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            unenforceable + " of \"" + table.name() + "\" does not contain the shard key \""
                                    + column.name() + "\"")
                    .withHint("Add the shard key to it, or make the table a reference or single table.");
        }
        Decision decision = group(column, hash.colocateWith(), table);
        requireForeignKeys(table, decision.distribution());
        return decision;
    }

    private Decision automatic(Relation table) {
        KeyConstraint primary = table.primaryKey();
        Column column = primary != null && primary.columns().getFirst() > 0
                ? table.column(primary.columns().getFirst())
                : table.columns().stream()
                        .filter(c -> !c.dropped() && isHashable(c))
                        .findFirst()
                        .orElse(null);
        Decision single = new Decision(new Distribution.Single(CatalogLoader.CATALOG_SHARD), null);
        if (column == null || !isHashable(column) || unenforceableKey(table, column.attnum()) != null) {
            return single;
        }
        Decision decision = group(column, TableDeclaration.DEFAULT_GROUP, table);
        return brokenForeignKey(table, decision.distribution()) == null ? decision : single;
    }

    /// Texts that a nondeterministic collation takes for equal would lie on different shards.
    private boolean isHashable(Column column) {
        CollationRow collation = view.collation(column.type().collation());
        return ShardingHash.supports(column.type().oid()) && (collation == null || collation.deterministic());
    }

    private Decision group(Column column, String colocateWith, Relation table) {
        int type = column.type().oid();
        if (!colocateWith.equals(TableDeclaration.DEFAULT_GROUP) && !colocateWith.equals(TableDeclaration.OWN_GROUP)) {
            String[] parts = colocateWith.split("\\.", 2);
            Relation other = parts.length == 2 ? view.relation(parts[0], parts[1]) : view.relation(null, colocateWith);
            if (other == null) {
                throw new SqlException(SqlState.UNDEFINED_TABLE, "relation \"" + colocateWith + "\" does not exist");
            }
            if (!(snapshot.sharding().of(other.oid()) instanceof Distribution.Hash hash)
                    || hash.group().keyType() != type) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "cannot colocate tables " + table.name() + " and " + other.name());
            }
            return new Decision(new Distribution.Hash(column.attnum(), hash.group()), null);
        }
        if (colocateWith.equals(TableDeclaration.DEFAULT_GROUP)) {
            for (ColocationGroup known : snapshot.sharding().groups()) {
                if (known.keyType() == type
                        && known.keyCollation() == column.type().collation()
                        && known.name().equals(TableDeclaration.DEFAULT_GROUP)) {
                    return new Decision(new Distribution.Hash(column.attnum(), known), null);
                }
            }
        }
        int id = 1
                + snapshot.sharding().groups().stream()
                        .mapToInt(ColocationGroup::id)
                        .max()
                        .orElse(0);
        ColocationGroup made = ColocationGroup.even(
                id,
                colocateWith.equals(TableDeclaration.OWN_GROUP) ? table.name() : colocateWith,
                type,
                column.type().collation(),
                snapshot.sharding().shardCount());
        return new Decision(new Distribution.Hash(column.attnum(), made), made);
    }

    /// A unique key or exclusion constraint whose columns leave the shard key out: rows of two shards could clash.
    ///
    /// @return what it is and its name, as errors put it; null if there is none
    public static @Nullable String unenforceableKey(Relation table, int shardKey) {
        for (KeyConstraint key : table.keys()) {
            if (!key.columns().contains(shardKey)) {
                return (key.unique() ? "unique" : "exclusion") + " constraint \"" + key.name() + "\"";
            }
        }
        return null;
    }

    private void requireForeignKeys(Relation table, Distribution distribution) {
        ForeignKey broken = brokenForeignKey(table, distribution);
        if (broken != null) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "foreign key \"" + broken.name() + "\" of \"" + table.name()
                                    + "\" would refer to rows of other shards")
                    .withHint(
                            "Colocate both tables by the columns of the key, or make the referenced table a reference table.");
        }
    }

    /// A foreign key whose referenced rows need not lie on the shard of the referencing ones, or whose actions would
    /// leave
    /// rows on a shard that is not that of their new key.
    public @Nullable ForeignKey brokenForeignKey(Relation table, Distribution distribution) {
        for (ForeignKey key : table.foreignKeys()) {
            Distribution other = key.referenced() == table.oid()
                    ? distribution
                    : snapshot.sharding().of(key.referenced());
            boolean holds = switch (other) {
                case Distribution.Reference _ ->
                    !(distribution instanceof Distribution.Hash own)
                            || !key.changes(own.attnum())
                                    && !(key.onUpdate() == 'c' && key.columns().contains(own.attnum()));
                case Distribution.Hash target ->
                    distribution instanceof Distribution.Hash own
                            && own.group().id() == target.group().id()
                            && pairs(key, own.attnum(), target.attnum())
                            && !key.changes(own.attnum());
                case Distribution.Single target ->
                    distribution instanceof Distribution.Single own && own.shard() == target.shard();
                case Distribution.Schema _, Distribution.Catalog _ -> false;
            };
            if (!holds) {
                return key;
            }
        }
        return null;
    }

    private static boolean pairs(ForeignKey key, int column, int referencedColumn) {
        List<Integer> columns = key.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == column && key.referencedColumns().get(i) == referencedColumn) {
                return true;
            }
        }
        return false;
    }

    /// Whether a relation of this kind has rows of its own to be placed.
    public static boolean isPlaced(Relation relation) {
        return relation.persistence() != Persistence.TEMPORARY
                && (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE);
    }
}
