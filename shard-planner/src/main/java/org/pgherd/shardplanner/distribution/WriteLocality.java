package org.pgherd.shardplanner.distribution;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.OnConflictExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;

/// Proves that a write may run whole, each shard doing its own rows' part, also as a WITH query of another statement.
///
/// Counter-example: rows that would belong to another shard than that which makes them.
public final class WriteLocality {
    private final Tables tables;
    private final Locality around;

    private WriteLocality(Tables tables, Locality around) {
        this.tables = tables;
        this.around = around;
    }

    /// @param around the proof of what the write is part of
    public static Finding of(Query write, Locality around, Tables tables) {
        RteRelation target = (RteRelation) write.rte(write.resultRelation());
        return write.commandType() == CommandType.INSERT
                ? new InsertLocality(tables, around).of(write, target)
                : new WriteLocality(tables, around).found(write, target);
    }

    /// A WITH query runs where the statement does, which for a reference table need not be everywhere.
    static Finding ofWith(Query write, Locality around, Tables tables) {
        RteRelation target = (RteRelation) write.rte(write.resultRelation());
        return tables.distribution(target) instanceof Distribution.Reference
                ? new Refusal("all copies of a reference table are written, the statement around runs elsewhere")
                : of(write, around, tables);
    }

    private Finding found(Query query, RteRelation target) {
        Locality proof = around.below();
        Finding finding = proof.of(query).finding();
        if (!(finding instanceof Spread spread)) {
            return finding;
        }
        Distribution distribution = tables.distribution(target);
        if (distribution instanceof Distribution.Reference) {
            return referenceWrite(query, spread);
        }
        if (distribution instanceof Distribution.Hash hash && assignsKey(query, hash.attnum())) {
            return new Refusal("the shard key is assigned, rows may move to another shard");
        }
        if (query.commandType() == CommandType.MERGE && distribution instanceof Distribution.Hash hash) {
            return mergeInserts(query, hash, spread, proof);
        }
        return spread;
    }

    /// Every copy must come out the same.
    private Finding referenceWrite(Query query, Spread spread) {
        if (!spread.everywhere()) {
            return new Refusal("the new rows of a reference table depend on rows that are not on every shard");
        }
        return ExprFacts.isVolatile(query, tables.facts())
                ? new Refusal("a volatile function would give each copy of a reference table other values")
                : spread;
    }

    public static boolean assignsKey(Query query, int attnum) {
        for (TargetEntry entry : query.targetList()) {
            boolean same =
                    entry.expr() instanceof Var var && var.varno() == query.resultRelation() && var.attno() == attnum;
            if (!entry.junk() && entry.resno() == attnum && !same && query.commandType() == CommandType.UPDATE) {
                return true;
            }
        }
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() == CommandType.UPDATE) {
                for (TargetEntry entry : action.targetList()) {
                    if (entry.resno() == attnum) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// What DO UPDATE assigns to the shard key, null if nothing. The row in place and the one proposed have the same
    /// key:
    /// every unique index contains it.
    public static @Nullable TargetEntry reassigned(Query insert, int attnum) {
        OnConflictExpr conflict = insert.onConflict();
        if (conflict == null) {
            return null;
        }
        for (TargetEntry entry : conflict.set()) {
            boolean same = assigned(entry.expr(), conflict) instanceof Var var
                    && var.levelsUp() == 0
                    && var.attno() == attnum
                    && (var.varno() == insert.resultRelation() || var.varno() == conflict.excludedRelIndex());
            if (!entry.junk() && entry.resno() == attnum && !same) {
                return entry;
            }
        }
        return null;
    }

    /// What a column gets of `SET (a, b) = (SELECT x, y)`, in terms of the rows in conflict.
    private static Expr assigned(Expr expr, OnConflictExpr conflict) {
        if (expr instanceof Param param && param.kind() == Param.Kind.MULTIEXPR) {
            for (TargetEntry entry : conflict.set()) {
                if (entry.expr() instanceof SubLink source
                        && source.id() == param.number() >> 16
                        && source.subselect().rtable().isEmpty()
                        && source.subselect().jointree().quals() == null
                        && source.subselect().limitCount() == null
                        && source.subselect().limitOffset() == null
                        && source.subselect()
                                        .outputColumns()
                                        .get((param.number() & 0xffff) - 1)
                                        .expr()
                                instanceof Var var
                        && var.levelsUp() == 1) {
                    return var.withLevelsUp(0);
                }
            }
        }
        return expr;
    }

    /// A source row without a partner is inserted where it is: its key must say that it belongs there.
    private static Finding mergeInserts(Query query, Distribution.Hash hash, Spread spread, Locality proof) {
        Equalities equal = proof.scope(query);
        boolean sourceSharded =
                spread.keys().stream().anyMatch(key -> key instanceof Var var && var.varno() != query.resultRelation());
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() == CommandType.INSERT
                    && action.targetList().stream()
                            .noneMatch(entry -> entry.resno() == hash.attnum()
                                    && (isPinned(entry.expr(), spread, equal)
                                            || sourceSharded && equal.isKey(entry.expr(), spread.keys())))) {
                return new Refusal("MERGE inserts rows whose shard key is not that of the source row's shard");
            }
        }
        return spread;
    }

    private static boolean isPinned(Expr key, Spread spread, Equalities equal) {
        return spread.pin() instanceof Pin.ToKey pin && equal.same(Equalities.plain(key), pin.key());
    }
}
