package org.pgherd.shardplanner.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.shardplanner.distribution.Locality;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.WorkTableScan;

/// The WITH queries that the coordinator keeps, as one level of nesting sees them.
final class Environment {
    private final @Nullable Environment outer;
    private final Locality locality;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(int id, boolean workTable, List<PlanColumn> columns) {}

    private Environment(@Nullable Environment outer, Locality locality) {
        this.outer = outer;
        this.locality = locality;
    }

    static Environment top(Locality locality) {
        return new Environment(null, locality);
    }

    Environment below() {
        return new Environment(this, locality.below());
    }

    /// For proofs about this level: WITH queries kept here are unknown to it, so what reads them is not pushed.
    Locality locality() {
        return locality;
    }

    /// The level around this one.
    Environment outer() {
        if (outer == null) {
            throw new AssertionError("no query around");
        }
        return outer;
    }

    void defineCte(String name, int id, List<PlanColumn> columns) {
        entries.put(name, new Entry(id, false, columns));
    }

    void defineWorkTable(String name, int id, List<PlanColumn> columns) {
        entries.put(name, new Entry(id, true, columns));
    }

    PlanNode scan(RteCte cte) {
        Entry entry = entry(cte, cte.levelsUp());
        if (entry == null) {
            throw new AssertionError("WITH query " + cte.cteName() + " is not planned");
        }
        return entry.workTable()
                ? new WorkTableScan(entry.id(), entry.columns())
                : new CteScan(entry.id(), cte.cteName(), entry.columns());
    }

    /// Whether a subquery reads a WITH query of this level, or of one around it, whose rows change from one run to the
    /// next.
    boolean readsVarying(Query subquery, Planning planning) {
        boolean[] found = {false};
        new ExprRewriter() {
            @Override
            public RangeTblEntry rewrite(RangeTblEntry rte) {
                if (rte instanceof RteCte cte && cte.levelsUp() > depth) {
                    Entry entry = entry(cte, cte.levelsUp() - depth - 1);
                    found[0] |= entry != null && (entry.workTable() || planning.isVaryingCte(entry.id()));
                }
                return super.rewrite(rte);
            }
        }.rewrite(subquery);
        return found[0];
    }

    private @Nullable Entry entry(RteCte cte, int levelsUp) {
        Environment at = this;
        for (int i = 0; i < levelsUp; i++) {
            if (at.outer == null) {
                throw new AssertionError("WITH query " + cte.cteName() + " is out of reach");
            }
            at = at.outer;
        }
        return at.entries.get(cte.cteName());
    }
}
