package org.pgherd.shardplanner.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Environment at = this;
        for (int i = 0; i < cte.levelsUp(); i++) {
            if (at.outer == null) {
                throw new AssertionError("WITH query " + cte.cteName() + " is out of reach");
            }
            at = at.outer;
        }
        Entry entry = at.entries.get(cte.cteName());
        if (entry == null) {
            throw new AssertionError("WITH query " + cte.cteName() + " is not planned");
        }
        return entry.workTable()
                ? new WorkTableScan(entry.id(), entry.columns())
                : new CteScan(entry.id(), cte.cteName(), entry.columns());
    }
}
