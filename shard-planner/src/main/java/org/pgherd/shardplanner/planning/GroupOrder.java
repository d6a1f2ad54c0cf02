package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.distribution.CollatedCalls;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;

/// The order of groups where PostgreSQL has no choice: an aggregate that wants its input in order (DISTINCT, ORDER BY,
/// WITHIN GROUP) forbids hashing, so that groups come sorted by their keys (create_grouping_paths,
/// preprocess_grouping_sets). A LIMIT without ORDER BY lets out the first of them, and the first one's error is told.
final class GroupOrder {
    private GroupOrder() {}

    static boolean isGiven(List<Aggref> aggregates) {
        return aggregates.stream().anyMatch(GroupOrder::wantsOrder);
    }

    static boolean wantsOrder(Aggref a) {
        return a.kind() != Aggref.Kind.NORMAL
                || !a.order().isEmpty()
                || !a.distinct().isEmpty();
    }

    /// Sets in which PostgreSQL makes them of sorted rows, the finest first; as they are if it has to sort more than
    /// once.
    static List<List<Integer>> sets(List<List<Integer>> sets) {
        return chain(sets) == null ? sets : byKeys(sets).reversed();
    }

    /// The groups in order; as they come if the statement sorts them anyhow, or where there is no one order.
    ///
    /// @param references of the group keys, 0 for those that others determine
    static PlanNode of(Aggregate node, Query query, List<Integer> references, PlanningFacts facts) {
        List<Integer> keys = node.groupingSets().isEmpty() ? all(references.size()) : chain(node.groupingSets());
        if (keys == null || !query.sortClause().isEmpty()) {
            return node;
        }
        List<SortKey> order = new ArrayList<>();
        for (int key : keys) {
            SortGroupClause clause = clause(query, references.get(key));
            if (clause != null) {
                var group = node.keys().get(key);
                if (clause.sortOp() == 0 || !isKnownHere(group.type(), group.collation(), facts)) {
                    return node;
                }
                order.add(new SortKey(
                        key + 1,
                        group.type(),
                        clause.sortOp(),
                        clause.eqOp(),
                        clause.reverseSort(),
                        clause.nullsFirst(),
                        group.collation()));
            }
        }
        return order.isEmpty() ? node : new Sort(node, order);
    }

    /// Whether values can be sorted without asking a server for each pair: nobody has asked for the order.
    static boolean isKnownHere(SqlType type, int collation, PlanningFacts facts) {
        TypeRow row = facts.types().type(type.oid());
        return row != null
                && row.kind() != 'c'
                && row.kind() != 'p'
                && !facts.isForeign(type.oid())
                && !facts.isForeign(row.elementOid())
                && !CollatedCalls.isAsked(collation, facts.types());
    }

    private static List<Integer> all(int count) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(i);
        }
        return keys;
    }

    private static List<List<Integer>> byKeys(List<List<Integer>> sets) {
        return sets.stream().sorted(Comparator.comparingInt(List::size)).toList();
    }

    /// The keys by which rows have to be sorted for all sets at once; null if one order does not do.
    private static @Nullable List<Integer> chain(List<List<Integer>> sets) {
        List<Integer> keys = new ArrayList<>();
        for (List<Integer> set : byKeys(sets)) {
            if (!set.containsAll(keys)) {
                return null;
            }
            set.stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        }
        return keys;
    }

    private static @Nullable SortGroupClause clause(Query query, int reference) {
        return query.groupClause().stream()
                .filter(clause -> clause.tleSortGroupRef() == reference)
                .findFirst()
                .orElse(null);
    }
}
