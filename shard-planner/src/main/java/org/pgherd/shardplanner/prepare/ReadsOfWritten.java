package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Whether a statement reads a table that another part of it writes: data-modifying WITH queries, subqueries in
/// RETURNING. All parts of a statement see what was there before it began (one snapshot, one command id).
public final class ReadsOfWritten {
    private final PlanningFacts facts;
    /// By part of the statement: the tables it writes, and those it reads.
    private final List<Set<Integer>> written = new ArrayList<>();
    private final List<Set<Integer>> read = new ArrayList<>();

    private ReadsOfWritten(PlanningFacts facts) {
        this.facts = facts;
    }

    public static boolean in(Query query, PlanningFacts facts) {
        ReadsOfWritten parts = new ReadsOfWritten(facts);
        parts.part(query);
        for (CommonTableExpr cte : query.cteList()) {
            parts.part(cte.query());
        }
        return parts.cross() || parts.returnsRead(query);
    }

    private boolean cross() {
        for (int i = 0; i < read.size(); i++) {
            for (int j = 0; j < written.size(); j++) {
                if (i != j && meet(read.get(i), written.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(Set<Integer> some, Set<Integer> others) {
        return some.stream().anyMatch(others::contains);
    }

    private void part(Query query) {
        Set<Integer> writes = new HashSet<>();
        Set<Integer> reads = new HashSet<>();
        for (Query q : withoutWith(query)) {
            for (int i = 0; i < q.rtable().size(); i++) {
                RangeTblEntry entry = q.rtable().get(i);
                if (entry instanceof RteRelation relation) {
                    boolean target = i + 1 == q.resultRelation();
                    if (target) {
                        family(relation, true, writes);
                    }
                    if (!target || q.commandType() != CommandType.INSERT) {
                        family(relation, relation.inherit(), reads);
                    }
                }
            }
        }
        written.add(writes);
        read.add(reads);
    }

    /// A query and those below it, but for its WITH queries, which are parts of their own.
    private static List<Query> withoutWith(Query query) {
        Query.Builder b = query.toBuilder();
        b.cteList = List.of();
        return ExprWalk.allQueries(b.build());
    }

    /// Whether RETURNING of any part reads what that part writes.
    private boolean returnsRead(Query query) {
        for (Query q : ExprWalk.allQueries(query)) {
            if (q.resultRelation() != 0 && q.rte(q.resultRelation()) instanceof RteRelation target) {
                Set<Integer> writes = new HashSet<>();
                family(target, true, writes);
                for (TargetEntry entry : q.returningList()) {
                    if (reads(entry.expr(), writes)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean reads(Expr expr, Set<Integer> writes) {
        boolean[] found = {false};
        ExprWalk.forEach(expr, e -> {
            if (e instanceof SubLink link) {
                for (Query q : ExprWalk.allQueries(link.subselect())) {
                    for (RangeTblEntry entry : q.rtable()) {
                        Set<Integer> reads = new HashSet<>();
                        if (entry instanceof RteRelation relation) {
                            family(relation, relation.inherit(), reads);
                        }
                        found[0] |= meet(reads, writes);
                    }
                }
            }
        });
        return found[0];
    }

    /// A table and, where they are meant as well, its children.
    private void family(RteRelation relation, boolean children, Set<Integer> into) {
        int oid = relation.relation().oid();
        into.addAll(children ? facts.withDescendants(oid) : List.of(oid));
    }
}
