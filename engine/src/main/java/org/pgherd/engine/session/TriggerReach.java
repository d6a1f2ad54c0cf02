package org.pgherd.engine.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.effect.Effect;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.effect.NewRow;
import org.pgherd.analyzer.rewrite.ViewText;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.RangeVar;

/// What of a trigger's effects the shard of its row cannot have right by itself.
public final class TriggerReach {
    private final CatalogView view;
    private final ShardingCatalog sharding;
    private final EffectAnalysis analysis;

    public TriggerReach(CatalogView view, ShardingCatalog sharding) {
        this.view = view;
        this.sharding = sharding;
        this.analysis = new EffectAnalysis(view);
    }

    /// Each such effect with the calls that lead to it.
    public Map<Effect, String> beyond(Trigger trigger, Relation table) {
        Map<Effect, String> found = new LinkedHashMap<>();
        Distribution home =
                table.isView() ? new Distribution.Single(CatalogLoader.CATALOG_SHARD) : sharding.of(table.oid());
        if (trigger.enabled()) {
            analysis.routine(trigger.function()).reasons().forEach((effect, reason) -> {
                if (!isLocal(effect, home)) {
                    found.put(effect, reason);
                }
            });
        }
        return found;
    }

    /// Whether it may give a row another shard key when the shard has been chosen.
    public boolean mayMove(Trigger trigger, Relation table) {
        if (!(sharding.of(table.oid()) instanceof Distribution.Hash hash)
                || !trigger.enabled()
                || !trigger.forEachRow()
                || !trigger.isBefore()
                || !trigger.onInsert() && !trigger.onUpdate()) {
            return false;
        }
        Routine routine = view.catalog().routine(trigger.function());
        return routine != null
                && NewRow.mayChange(routine, table.column(hash.attnum()).name());
    }

    /// The tables that a view reads, by way of other views, too.
    public Set<Relation> under(Relation relation) {
        Set<Relation> found = new LinkedHashSet<>();
        collect(relation, found);
        found.removeIf(Relation::isView);
        return found;
    }

    private void collect(Relation relation, Set<Relation> found) {
        String definition = relation.viewDefinition();
        if (found.add(relation) && relation.isView() && definition != null) {
            for (RangeVar name : AstWalk.all(ViewText.of(definition).statement().stmt(), RangeVar.class)) {
                Relation read = view.relation(name.schemaname(), name.relname());
                if (read != null) {
                    collect(read, found);
                }
            }
        }
    }

    private boolean isLocal(Effect effect, Distribution home) {
        boolean copies = home instanceof Distribution.Reference;
        return switch (effect.kind()) {
            case STABLE_VALUE, VOLATILE_VALUE -> !copies;
            case READS -> {
                Distribution read = sharding.of(effect.object());
                Relation relation = view.catalog().relation(effect.object());
                // what a view stands for is told beside it
                yield read instanceof Distribution.Reference
                        || read instanceof Distribution.Catalog && home instanceof Distribution.Single
                        || relation != null && relation.isView()
                        || isSamePlace(read, home);
            }
            case WRITES -> isSamePlace(sharding.of(effect.object()), home);
            case LOCKS, NOTIFIES, SEQUENCE, SESSION_STATE -> home instanceof Distribution.Single;
            case DDL, OUTSIDE, UNKNOWN -> false;
        };
    }

    /// Only what lies on one shard whole is the same place; co-location does not say which rows a trigger touches.
    private static boolean isSamePlace(Distribution other, Distribution home) {
        return other instanceof Distribution.Single a
                && home instanceof Distribution.Single b
                && a.shard() == b.shard();
    }
}
