package org.pgherd.shardplanner.distribution;

import java.util.HashSet;
import java.util.Set;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.shardplanner.facts.Volatility;

/// Proves that an INSERT may run whole where its target's rows belong.
final class InsertLocality {
    private final Tables tables;
    private final Locality around;

    /// @param around the proof of what the INSERT is part of
    InsertLocality(Tables tables, Locality around) {
        this.tables = tables;
        this.around = around;
    }

    Finding of(Query query, RteRelation target) {
        Finding source = around.below().of(query).finding();
        if (!(source instanceof Spread spread)) {
            return source;
        }
        return switch (tables.distribution(target)) {
            case Distribution.Reference _ -> reference(query, spread);
            case Distribution.Single single -> on(spread, new Pin.ToShard(single.shard()), target);
            case Distribution.Schema schema -> on(spread, new Pin.ToShard(schema.shard()), target);
            case Distribution.Catalog _ ->
                on(spread, new Pin.ToShard(tables.sharding().catalogShard()), target);
            case Distribution.Hash hash -> sharded(query, target, hash, spread);
        };
    }

    private Finding on(Spread source, Pin pin, RteRelation target) {
        Spread home = Spread.one(pin, target.relation().name() + " is on one shard");
        return Combine.semi(home, source, Equalities.none(tables.facts()));
    }

    private Finding reference(Query query, Spread source) {
        if (!source.everywhere()) {
            return new Refusal("the new rows of a reference table come from rows that are not on every shard");
        }
        if (ExprFacts.isVolatile(query, tables.facts())) {
            return new Refusal("a volatile function would give each copy of a reference table other values");
        }
        for (Query q : ExprWalk.allQueries(query)) {
            if (q.limitCount() != null && q.sortClause().isEmpty()) {
                return new Refusal("LIMIT without ORDER BY might choose other rows for each copy");
            }
        }
        return source;
    }

    private Finding sharded(Query query, RteRelation target, Distribution.Hash hash, Spread source) {
        int group = hash.group().id();
        String name = target.relation().name() + "."
                + target.relation().column(hash.attnum()).name();
        if (WriteLocality.reassigned(query, hash.attnum()) != null) {
            return new Refusal("ON CONFLICT DO UPDATE changes the shard key " + name);
        }
        Expr key = null;
        for (TargetEntry entry : query.targetList()) {
            if (entry.resno() == hash.attnum()) {
                key = Equalities.plain(entry.expr());
            }
        }
        if (key == null) {
            return new Refusal("the shard key " + name + " is not given");
        }
        if (query.jointree().fromList().isEmpty()) {
            if (ExprFacts.volatility(key, tables.facts()) == Volatility.VOLATILE
                    || !ExprFacts.subLinks(key).isEmpty()) {
                return new Refusal("the shard key " + name + " is computed by a volatile function or a subquery");
            }
            Spread home = new Spread(
                    Spread.Kind.SHARDED,
                    group,
                    Set.of(),
                    new Pin.ToKey(group, key),
                    null,
                    "the new row's " + name + " pins the shard key");
            return Combine.semi(home, source, Equalities.none(tables.facts()));
        }
        for (FromItem item : query.jointree().fromList()) {
            if (item instanceof RangeTblRef ref && query.rte(ref.rtindex()) instanceof RteValues) {
                return new Refusal("rows of VALUES go to the shards of their keys");
            }
        }
        if (source.kind() == Spread.Kind.SHARDED && source.group() == group && keyed(query, key, source)) {
            return source.because("the source is sharded like the target, and its key becomes " + name);
        }
        return new Refusal("the shard key " + name + " does not come from the source's shard key");
    }

    private boolean keyed(Query query, Expr key, Spread source) {
        Locality proof = around.below();
        Equalities equal = proof.scope(query);
        Set<Expr> keys = new HashSet<>(source.keys());
        boolean columns = equal.isKey(key, keys);
        boolean pinned = source.pin() instanceof Pin.ToKey pin && equal.same(pin.key(), key);
        return columns || pinned;
    }
}
