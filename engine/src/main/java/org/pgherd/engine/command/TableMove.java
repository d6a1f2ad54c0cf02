package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;
import org.pgherd.analyzer.effect.Effect;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.session.TriggerReach;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.CopyIn;
import org.pgherd.executor.shard.CopyOut;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.value.Bytea;

/// Places tables that are there already: writes where they lie and moves the rows that they have, in the open
/// transaction.
final class TableMove {
    private final SessionState session;

    TableMove(SessionState session) {
        this.session = session;
    }

    /// A table with all that inherits from it, its partitions among them.
    void placeWithChildren(Relation table, Placement.Decision decision) {
        place(table, decision);
        List<Relation> below = new ArrayList<>(List.of(table));
        for (int i = 0; i < below.size(); i++) {
            for (Relation child : children(below.get(i))) {
                if (!below.contains(child)) {
                    below.add(child);
                    place(child, new Placement.Decision(sameKey(table, child, decision.distribution()), null));
                }
            }
        }
        session.definitionsChanged(false);
    }

    /// ALTER TABLE may have taken a shard key away, changed its type, or made a table the child of another.
    ///
    /// @param declaration where a table goes whose key is gone
    void followDefinitions(TableDeclaration declaration) {
        for (Relation table : session.snapshot().catalog().relations()) {
            if (Placement.isPlaced(table) && table.parents().isEmpty()) {
                Placement.Decision anew = withoutKey(table, declaration);
                if (anew != null) {
                    placeWithChildren(table, anew);
                }
            }
        }
        boolean moved = false;
        for (Relation table : session.snapshot().catalog().relations()) {
            if (Placement.isPlaced(table)
                    && table.parents().isEmpty()
                    && !table.children().isEmpty()) {
                moved |= gatherChildren(table, session.snapshot().sharding().of(table.oid()));
            }
        }
        if (moved) {
            session.definitionsChanged(false);
        }
    }

    /// Null if the key of the table, if it has one, is there and of its type.
    private Placement.@Nullable Decision withoutKey(Relation table, TableDeclaration declaration) {
        if (!(session.snapshot().sharding().of(table.oid()) instanceof Distribution.Hash hash)) {
            return null;
        }
        Column key = table.column(hash.attnum());
        Placement placement = new Placement(session.view(), session.snapshot());
        if (key.dropped()) {
            return placement.decide(table, declaration);
        }
        if (key.type().oid() == hash.group().keyType()) {
            return null;
        }
        boolean hashable =
                ShardingHash.supports(key.type().oid()) && Placement.unenforceableKey(table, key.attnum()) == null;
        return placement.decide(
                table,
                hashable
                        ? new TableDeclaration.Hash(key.name(), TableDeclaration.DEFAULT_GROUP)
                        : new TableDeclaration.Single());
    }

    private boolean gatherChildren(Relation parent, Distribution distribution) {
        boolean moved = false;
        for (Relation child : children(parent)) {
            Distribution wanted = sameKey(parent, child, distribution);
            Distribution found = session.snapshot().sharding().of(child.oid());
            if (!sameShards(wanted, found)) {
                place(child, new Placement.Decision(wanted, null));
                moved = true;
            }
            moved |= gatherChildren(child, wanted);
        }
        return moved;
    }

    /// Where tables are placed by themselves, one whose constraints its shards cannot keep each alone goes to one
    /// shard, with
    /// those that it refers to.
    void makeEnforceable() {
        boolean moved = true;
        while (moved) {
            moved = false;
            Placement placement = new Placement(session.view(), session.snapshot());
            for (Relation table : session.snapshot().catalog().relations()) {
                if (!Placement.isPlaced(table)) {
                    continue;
                }
                Distribution distribution = session.snapshot().sharding().of(table.oid());
                if (distribution instanceof Distribution.Hash hash
                        && Placement.unenforceableKey(table, hash.attnum()) != null) {
                    moved = gather(table);
                } else {
                    ForeignKey broken = placement.brokenForeignKey(table, distribution);
                    Relation referenced =
                            broken == null ? null : session.snapshot().catalog().relation(broken.referenced());
                    moved = referenced != null && gather(table) | gather(referenced);
                }
                if (moved) {
                    break;
                }
            }
        }
    }

    /// Where tables are placed by themselves, one whose triggers do what its shards cannot do each alone goes to one
    /// shard,
    /// with the tables that they touch, if that is all it takes.
    void gatherTriggers() {
        boolean moved = true;
        while (moved) {
            moved = false;
            TriggerReach reach =
                    new TriggerReach(session.view(), session.snapshot().sharding());
            for (Relation table : session.snapshot().catalog().relations()) {
                if (!table.triggers().isEmpty() && (table.isView() || Placement.isPlaced(table))) {
                    moved = gatherTriggers(table, reach);
                }
                if (moved) {
                    break;
                }
            }
        }
    }

    /// A trigger FOR EACH STATEMENT fires once, which several shards cannot do; one INSTEAD OF sees all of the view.
    private boolean gatherTriggers(Relation table, TriggerReach reach) {
        Set<Effect> beyond = new LinkedHashSet<>();
        boolean whole = table.isView();
        for (Trigger trigger : table.triggers()) {
            beyond.addAll(reach.beyond(trigger, table).keySet());
            whole |= trigger.enabled() && !trigger.forEachRow() || reach.mayMove(trigger, table);
        }
        boolean moved = false;
        if ((whole || !beyond.isEmpty()) && beyond.stream().allMatch(this::canBeGathered)) {
            for (Relation own : reach.under(table)) {
                moved |= isSharded(own) && gather(own);
            }
            for (Effect effect : beyond) {
                Relation touched = session.snapshot().catalog().relation(effect.object());
                moved |= touched != null && isSharded(touched) && gather(touched);
            }
        }
        return moved;
    }

    /// To one shard, with all that inherit from each other: its rows are to be changed as one PostgreSQL would.
    void gatherWhole(Relation table) {
        boolean ignored = gather(table);
    }

    private boolean isSharded(Relation table) {
        return Placement.isPlaced(table)
                && !(session.snapshot().sharding().of(table.oid()) instanceof Distribution.Reference);
    }

    private boolean canBeGathered(Effect effect) {
        return switch (effect.kind()) {
            case READS, WRITES -> {
                Relation touched = session.snapshot().catalog().relation(effect.object());
                yield touched != null
                        && !(session.snapshot().sharding().of(touched.oid()) instanceof Distribution.Reference);
            }
            case LOCKS, NOTIFIES, SEQUENCE, SESSION_STATE -> true;
            case STABLE_VALUE, VOLATILE_VALUE, DDL, OUTSIDE, UNKNOWN -> false;
        };
    }

    /// Before ALTER TABLE adds a foreign key, which each shard will check against the rows that it has.
    void gatherForeignKeys(AlterTableStmt alter) {
        for (Constraint constraint : AstWalk.all(alter, Constraint.class)) {
            RangeVar other = constraint.pktable();
            Relation table = session.view()
                    .relation(alter.relation().schemaname(), alter.relation().relname());
            Relation referenced = other == null ? null : session.view().relation(other.schemaname(), other.relname());
            if (table != null
                    && referenced != null
                    && Placement.isPlaced(table)
                    && Placement.isPlaced(referenced)
                    && !(session.snapshot().sharding().of(referenced.oid()) instanceof Distribution.Reference)
                    && !pairsKeys(constraint, table, referenced)) {
                gather(table);
                gather(referenced);
            }
        }
    }

    private boolean pairsKeys(Constraint constraint, Relation table, Relation referenced) {
        if (!(session.snapshot().sharding().of(table.oid()) instanceof Distribution.Hash own)
                || !(session.snapshot().sharding().of(referenced.oid()) instanceof Distribution.Hash target)
                || own.group().id() != target.group().id()) {
            return false;
        }
        int at = constraint.fkAttrs().indexOf(table.column(own.attnum()).name());
        String key = referenced.column(target.attnum()).name();
        KeyConstraint primary = referenced.primaryKey();
        return at >= 0
                && (constraint.pkAttrs().isEmpty()
                        ? primary != null && primary.columns().get(at) == target.attnum()
                        : constraint.pkAttrs().get(at).equals(key));
    }

    /// To the catalog shard, all tables that a table is tied to by inheritance; false if they lie there already.
    private boolean gather(Relation table) {
        Distribution single = new Distribution.Single(CatalogLoader.CATALOG_SHARD);
        boolean moved = false;
        for (Relation root : roots(table)) {
            if (!session.snapshot().sharding().of(root.oid()).equals(single)) {
                placeWithChildren(root, new Placement.Decision(single, null));
                moved = true;
            }
        }
        return moved;
    }

    /// To the catalog shard for a while, with all that inherit from each other.
    ///
    /// @return where the tables that were moved, those without parents, had been
    Map<Integer, Distribution> lend(Relation table) {
        Distribution single = new Distribution.Single(CatalogLoader.CATALOG_SHARD);
        Map<Integer, Distribution> homes = new LinkedHashMap<>();
        for (Relation root : roots(table)) {
            Distribution home = session.snapshot().sharding().of(root.oid());
            if (!home.equals(single)) {
                homes.put(root.oid(), home);
                placeWithChildren(root, new Placement.Decision(single, null));
            }
        }
        return homes;
    }

    /// The tables without parents from which one reaches a table by way of parents and children.
    private List<Relation> roots(Relation table) {
        List<Relation> tied = new ArrayList<>(List.of(table));
        for (int i = 0; i < tied.size(); i++) {
            List<Relation> next = new ArrayList<>(children(tied.get(i)));
            next.addAll(parents(tied.get(i)));
            next.removeAll(tied);
            tied.addAll(next);
        }
        return tied.stream().filter(one -> one.parents().isEmpty()).toList();
    }

    private List<Relation> parents(Relation table) {
        List<Relation> found = new ArrayList<>();
        for (int oid : table.parents()) {
            Relation parent = session.snapshot().catalog().relation(oid);
            if (parent != null) {
                found.add(parent);
            }
        }
        return found;
    }

    /// Brings parents that are not distributed alike to the catalog shard, with all that is tied to them.
    void gatherParents(Relation child) {
        if (!isAtHome(child)) {
            gather(child);
        }
    }

    /// A row of a child is a row of all its parents: they must have it on the same shard.
    void requireOneHome(Relation child) {
        if (!isAtHome(child)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "the parents of table \"" + child.name() + "\" are not distributed alike");
        }
    }

    private boolean isAtHome(Relation child) {
        for (Relation parent : parents(child)) {
            Distribution wanted =
                    sameKey(parent, child, session.snapshot().sharding().of(parent.oid()));
            if (!sameShards(wanted, session.snapshot().sharding().of(child.oid()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameShards(Distribution left, Distribution right) {
        return left instanceof Distribution.Hash a && right instanceof Distribution.Hash b
                ? a.attnum() == b.attnum() && a.group().id() == b.group().id()
                : left.equals(right);
    }

    private List<Relation> children(Relation table) {
        List<Relation> found = new ArrayList<>();
        for (int oid : table.children()) {
            Relation child = session.snapshot().catalog().relation(oid);
            if (child != null && Placement.isPlaced(child)) {
                found.add(child);
            }
        }
        return found;
    }

    /// Where a child lies: a row of it is a row of its parent. Its columns have their own numbers; the key is the
    /// parent's
    /// column by name.
    static Distribution sameKey(Relation parent, Relation child, Distribution inherited) {
        if (!(inherited instanceof Distribution.Hash hash)) {
            return inherited;
        }
        Column column = child.column(parent.column(hash.attnum()).name());
        if (column == null) {
            throw new AssertionError("child " + child + " lacks the shard key");
        }
        return new Distribution.Hash(column.attnum(), hash.group());
    }

    private void place(Relation table, Placement.Decision decision) {
        if (table.kind() == RelationKind.TABLE) {
            move(table, session.snapshot().sharding().of(table.oid()), decision.distribution());
        }
        for (String sql : PlacementWriter.statements(table, decision)) {
            Broadcast.run(session, session.allShards(), sql, true);
        }
    }

    /// Rows go from where they are to where they belong; those that already lie there stay.
    private void move(Relation table, Distribution from, Distribution to) {
        if (table.triggers().isEmpty()) {
            moveRows(table, from, to);
        } else {
            // nothing has happened that a trigger should see
            session.connections().withoutRules(() -> moveRows(table, from, to));
        }
    }

    private void moveRows(Relation table, Distribution from, Distribution to) {
        if (from instanceof Distribution.Hash && to instanceof Distribution.Reference) {
            // by way of one shard: what has come from another just now must not go on
            Distribution single = new Distribution.Single(CatalogLoader.CATALOG_SHARD);
            moveRows(table, from, single);
            moveRows(table, single, to);
            return;
        }
        boolean everywhere = from instanceof Distribution.Reference;
        List<Integer> sources = everywhere ? session.allShards() : shards(from);
        for (int source : everywhere ? List.<Integer>of() : sources) {
            for (int target : session.allShards()) {
                String wanted = belongs(table, to, target);
                if (target != source && wanted != null) {
                    copy(table, source, target, wanted);
                }
            }
        }
        for (int shard : session.allShards()) {
            if (sources.contains(shard)) {
                String stays = belongs(table, to, shard);
                String delete = "DELETE FROM ONLY " + PlacementWriter.qualified(table)
                        + (stays == null ? "" : " WHERE (" + stays + ") IS NOT TRUE");
                if (stays == null || !stays.equals("true")) {
                    session.transaction().use(shard, true).command(delete);
                }
            }
        }
    }

    private List<Integer> shards(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Hash _ -> session.allShards();
            case Distribution.Reference _, Distribution.Catalog _ -> List.of(0);
            case Distribution.Single single -> List.of(single.shard());
            case Distribution.Schema schema -> List.of(schema.shard());
        };
    }

    /// The condition for a row to lie on a shard; null if none does.
    private static @Nullable String belongs(Relation table, Distribution distribution, int shard) {
        return switch (distribution) {
            case Distribution.Reference _, Distribution.Catalog _ -> "true";
            case Distribution.Single single -> single.shard() == shard ? "true" : null;
            case Distribution.Schema schema -> schema.shard() == shard ? "true" : null;
            case Distribution.Hash hash -> hashCondition(table.column(hash.attnum()), hash.group(), shard);
        };
    }

    private static @Nullable String hashCondition(Column key, ColocationGroup group, int shard) {
        String value = "coalesce(" + ShardingHash.sqlFunction(key.type().oid()) + "("
                + PlacementWriter.quoted(key.name()) + ", " + ShardingHash.SEED + "), 0)";
        List<String> parts = new ArrayList<>();
        for (HashRange range : group.ranges()) {
            if (range.shard() == shard) {
                parts.add(value + " BETWEEN '" + range.first() + "'::bigint AND '" + range.last() + "'::bigint");
            }
        }
        return parts.isEmpty() ? null : String.join(" OR ", parts);
    }

    private void copy(Relation table, int source, int target, String condition) {
        String name = PlacementWriter.qualified(table);
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.dropped() && !column.isGenerated()) {
                columns.add(PlacementWriter.quoted(column.name()));
            }
        }
        String list = String.join(", ", columns);
        ShardConnection reading = session.transaction().use(source, false);
        ShardConnection writing = session.transaction().use(target, true);
        try (CopyOut out = reading.copyOut(
                        "COPY (SELECT " + list + " FROM ONLY " + name + " WHERE " + condition + ") TO STDOUT");
                CopyIn in =
                        writing.copyIn("COPY " + name + (columns.isEmpty() ? "" : " (" + list + ")") + " FROM STDIN")) {
            for (Bytea row = out.next(); row != null; row = out.next()) {
                byte[] bytes = row.bytes();
                in.write(bytes, 0, bytes.length);
            }
            in.end();
        }
    }
}
