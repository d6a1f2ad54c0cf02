package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.pgherd.analyzer.query.GroupingSet;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;

/// GROUPING SETS, ROLLUP and CUBE as plain lists of keys (expand_grouping_sets).
final class GroupingSetLists {
    private GroupingSetLists() {}

    /// Indexes into the group keys, whose references are `references`; empty if the query has no grouping sets.
    static List<List<Integer>> expand(Query query, List<Integer> references) {
        if (query.groupingSets().isEmpty()) {
            return List.of();
        }
        List<List<Integer>> product = List.of(List.of());
        for (GroupingSet set : query.groupingSets()) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> left : product) {
                for (List<Integer> right : sets(set)) {
                    LinkedHashSet<Integer> union = new LinkedHashSet<>(left);
                    union.addAll(right);
                    next.add(List.copyOf(union));
                }
            }
            product = next;
        }
        List<List<Integer>> lists = new ArrayList<>();
        for (List<Integer> refs : product) {
            List<Integer> indexes =
                    refs.stream().map(references::indexOf).sorted().toList();
            if (!query.groupDistinct() || !lists.contains(indexes)) {
                lists.add(indexes);
            }
        }
        return lists;
    }

    /// Refuses what PostgreSQL has no plan for (preprocess_grouping_sets, consider_groupingsets_paths): a set with
    /// a column that cannot be sorted must be hashed, and aggregates that want their input in order cannot be.
    ///
    /// @param sets indexes of `references`, numbers of grouping clauses; empty: one set of all
    /// @param ordered whether an aggregate wants its input in order
    static void requireMethod(Query query, List<List<Integer>> sets, List<Integer> references, boolean ordered) {
        List<List<SortGroupClause>> grouped = sets.isEmpty()
                ? List.of(query.groupClause())
                : sets.stream().map(set -> clauses(query, set, references)).toList();
        grouped.forEach(keys -> KeyMethods.require("GROUP BY", keys, ordered));
    }

    private static List<SortGroupClause> clauses(Query query, List<Integer> set, List<Integer> references) {
        return query.groupClause().stream()
                .filter(clause -> set.contains(references.indexOf(clause.tleSortGroupRef())))
                .toList();
    }

    private static List<List<Integer>> sets(GroupingSet set) {
        return switch (set.kind()) {
            case EMPTY -> List.of(List.of());
            case SIMPLE -> List.of(set.refs());
            case ROLLUP -> {
                List<List<Integer>> all = new ArrayList<>();
                for (int n = set.content().size(); n >= 0; n--) {
                    all.add(joined(set.content().subList(0, n)));
                }
                yield all;
            }
            case CUBE -> {
                List<List<Integer>> all = new ArrayList<>();
                int count = set.content().size();
                for (int bits = (1 << count) - 1; bits >= 0; bits--) {
                    List<GroupingSet> chosen = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        if ((bits >> (count - 1 - i) & 1) != 0) {
                            chosen.add(set.content().get(i));
                        }
                    }
                    all.add(joined(chosen));
                }
                yield all;
            }
            case SETS -> {
                List<List<Integer>> all = new ArrayList<>();
                set.content().forEach(content -> all.addAll(sets(content)));
                yield all;
            }
        };
    }

    private static List<Integer> joined(List<GroupingSet> sets) {
        LinkedHashSet<Integer> refs = new LinkedHashSet<>();
        sets.forEach(set -> refs.addAll(set.refs()));
        return List.copyOf(refs);
    }
}
