package org.pgherd.shardplanner.distribution;

import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.facts.Volatility;

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
        if (query.commandType() == CommandType.MERGE && !spread.onOneShard()) {
            return mergeInserts(query, spread, proof);
        }
        return spread;
    }

    /// Every copy must come out the same.
    private Finding referenceWrite(Query query, Spread spread) {
        if (!spread.everywhere()) {
            return new Refusal("the new rows of a reference table depend on rows that are not on every shard");
        }
        for (Query q : ExprWalk.allQueries(query)) {
            for (Expr expr : ExprWalk.expressions(q)) {
                if (ExprFacts.volatility(expr, tables.facts()) == Volatility.VOLATILE) {
                    return new Refusal("a volatile function would give each copy of a reference table other values");
                }
            }
        }
        return spread;
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

    /// A source row without a partner is inserted where it is: its key must say that it belongs there.
    private Finding mergeInserts(Query query, Spread spread, Locality proof) {
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() == CommandType.INSERT) {
                RteRelation target = (RteRelation) query.rte(query.resultRelation());
                int key = tables.distribution(target) instanceof Distribution.Hash h ? h.attnum() : 0;
                Equalities equal = proof.scope(query);
                boolean fromKey = action.targetList().stream()
                        .anyMatch(entry -> entry.resno() == key && equal.isKey(entry.expr(), spread.keys()));
                boolean sourceSharded = spread.keys().stream()
                        .anyMatch(k -> k instanceof Var var && var.varno() != query.resultRelation());
                if (!fromKey || !sourceSharded) {
                    return new Refusal("MERGE inserts rows whose shard key is not that of the source row's shard");
                }
            }
        }
        return spread;
    }
}
