package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.shardplanner.plan.Routing;
import org.roaringbitmap.RoaringBitmap;

/// Finds the shards of a Routing for one execution.
public final class Router {
    private final Routing routing;
    private final Evaluator[] keys;

    private Router(Routing routing, Evaluator[] keys) {
        this.routing = routing;
        this.keys = keys;
    }

    static Router compile(Routing routing, ExpressionCompiler compiler) {
        return new Router(
                routing,
                switch (routing) {
                    case Routing.ByKey byKey -> compiler.compileAll(List.of(byKey.key()));
                    case Routing.ByKeys byKeys -> compiler.compileAll(byKeys.keys());
                    case Routing.Owners owners -> compiler.compileAll(List.of(owners.keys()));
                    case Routing.AllShards _, Routing.Fixed _, Routing.AnyOne _ -> new Evaluator[0];
                });
    }

    /// In ascending order, none twice.
    public int[] shards(RowFrame frame, ShardingCatalog sharding, HerdTransaction transaction) {
        return switch (routing) {
            case Routing.AllShards _ -> all(sharding);
            case Routing.Fixed fixed -> fixed.shards().toArray();
            case Routing.AnyOne _ -> new int[] {transaction.preferredShard(sharding.catalogShard())};
            case Routing.ByKey byKey -> {
                Object key = keys[0].evaluate(frame);
                yield new int[] {
                    key == null
                            ? transaction.preferredShard(sharding.catalogShard())
                            : shardOf(group(sharding, byKey.colocationGroup()), key)
                };
            }
            case Routing.ByKeys byKeys -> byKeys(byKeys, frame, sharding, transaction);
            case Routing.Owners owners -> {
                Object array = keys[0].evaluate(frame);
                yield array == null
                        ? all(sharding)
                        : owners(group(sharding, owners.colocationGroup()), (PgArray) array, sharding.shardCount());
            }
        };
    }

    private static int[] all(ShardingCatalog sharding) {
        int[] all = new int[sharding.shardCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }

    private static int[] owners(ColocationGroup group, PgArray keys, int shardCount) {
        RoaringBitmap found = new RoaringBitmap();
        int missing = shardCount;
        for (@Nullable Object key : keys.elements()) {
            if (key != null && found.checkedAdd(shardOf(group, key)) && --missing == 0) {
                break;
            }
        }
        return found.toArray();
    }

    private int[] byKeys(Routing.ByKeys byKeys, RowFrame frame, ShardingCatalog sharding, HerdTransaction transaction) {
        ColocationGroup group = group(sharding, byKeys.colocationGroup());
        RoaringBitmap found = new RoaringBitmap();
        for (Evaluator key : keys) {
            Object value = key.evaluate(frame);
            if (value == null) {
                continue;
            }
            if (!byKeys.arrays()) {
                found.add(shardOf(group, value));
                continue;
            }
            for (@Nullable Object element : ((PgArray) value).elements()) {
                if (element != null) {
                    found.add(shardOf(group, element));
                }
            }
        }
        if (found.isEmpty() && byKeys.atLeastOne()) {
            found.add(transaction.preferredShard(sharding.catalogShard()));
        }
        return found.toArray();
    }

    static ColocationGroup group(ShardingCatalog sharding, int id) {
        for (ColocationGroup group : sharding.groups()) {
            if (group.id() == id) {
                return group;
            }
        }
        throw new AssertionError("no colocation group " + id);
    }

    /// Integers of all widths hash alike, so a key need not have the column's own.
    static int shardOf(ColocationGroup group, Object key) {
        long hash = switch (key) {
            case Integer i when isInteger(group.keyType()) -> ShardingHash.ofLong(TypeOids.INT8, i);
            case Long l when isInteger(group.keyType()) -> ShardingHash.ofLong(TypeOids.INT8, l);
            default -> ShardingHash.of(group.keyType(), key);
        };
        return group.shardOf(hash);
    }

    private static boolean isInteger(int typeOid) {
        return typeOid == TypeOids.INT2 || typeOid == TypeOids.INT4 || typeOid == TypeOids.INT8;
    }
}
