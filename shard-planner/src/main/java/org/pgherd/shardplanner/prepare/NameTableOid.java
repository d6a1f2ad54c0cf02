package org.pgherd.shardplanner.prepare;

import java.util.ArrayDeque;
import java.util.Deque;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.deparse.SystemColumns;

/// tableoid of a table without children => its oid on the catalog shard, for shards number their tables differently.
/// That of a table with children => a column that a shard computes from its own.
public final class NameTableOid extends ExprRewriter {
    private final Deque<Query> queries = new ArrayDeque<>();

    public static Query in(Query query) {
        return new NameTableOid().rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        queries.push(query);
        try {
            return super.rewrite(query);
        } finally {
            queries.pop();
        }
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof Var var
                && var.attno() == SystemColumns.TABLEOID
                && var.varno() > 0
                && var.levelsUp() < queries.size()) {
            Query home = queries.stream().skip(var.levelsUp()).findFirst().orElseThrow();
            if (home.rte(var.varno()) instanceof RteRelation relation) {
                return relation.relation().children().isEmpty()
                        ? new Const(SqlType.OID, relation.relation().oid(), var.at())
                        : new Var(var.varno(), SystemColumns.NAMED_TABLEOID, var.type(), var.levelsUp(), var.at());
            }
        }
        return rewriteChildren(expr);
    }
}
