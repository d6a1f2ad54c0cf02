package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.GroupingSet;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.GroupingSetKind;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RowExpr;
import org.pgherd.semantics.type.TypeOids;

/// GROUP BY with its grouping sets (transformGroupClause of parse_clause.c, expand_grouping_sets of parse_agg.c).
public final class GroupBy {
    private static final int MAX_SETS = 4096;

    private GroupBy() {}

    static void transform(
            ParseState p, Query.Builder query, List<Node> raw, List<TargetEntry> targets, List<SortGroupClause> sort) {
        List<SortGroupClause> groups = new ArrayList<>();
        List<GroupingSet> sets = new ArrayList<>();
        boolean hasSets = raw.stream().anyMatch(node -> node instanceof org.pgherd.grammar.ast.GroupingSet);
        for (Node node : raw) {
            for (Node item : flattened(node)) {
                switch (item) {
                    case org.pgherd.grammar.ast.GroupingSet set -> sets.add(set(p, set, groups, targets, sort));
                    case org.pgherd.grammar.ast.Expr expr -> {
                        int ref = expression(p, expr, groups, targets, sort);
                        if (hasSets) {
                            sets.add(
                                    new GroupingSet(GroupingSet.Kind.SIMPLE, List.of(ref), List.of(), expr.location()));
                        }
                    }
                    default -> throw new AssertionError("unexpected node in GROUP BY: " + item);
                }
            }
        }
        query.groupClause = groups;
        query.groupingSets = sets;
    }

    /// `(a, b)` without ROW is just a and b.
    static List<Node> flattened(Node node) {
        if (node instanceof RowExpr row && row.rowFormat() == org.pgherd.grammar.ast.CoercionForm.IMPLICIT_CAST) {
            List<Node> list = new ArrayList<>();
            row.args().forEach(arg -> list.addAll(flattened(arg)));
            return list;
        }
        return List.of(node);
    }

    private static GroupingSet set(
            ParseState p,
            org.pgherd.grammar.ast.GroupingSet raw,
            List<SortGroupClause> groups,
            List<TargetEntry> targets,
            List<SortGroupClause> sort) {
        if (raw.kind() == GroupingSetKind.CUBE && raw.content().size() > 12) {
            throw new SqlException(SqlState.TOO_MANY_COLUMNS, "CUBE is limited to 12 elements", raw.location());
        }
        List<GroupingSet> content = new ArrayList<>();
        for (Node node : raw.content()) {
            if (node instanceof org.pgherd.grammar.ast.GroupingSet inner) {
                GroupingSet set = set(p, inner, groups, targets, sort);
                // GROUPING SETS directly inside GROUPING SETS says nothing more
                if (set.kind() == GroupingSet.Kind.SETS && raw.kind() == GroupingSetKind.SETS) {
                    content.addAll(set.content());
                } else {
                    content.add(set);
                }
            } else {
                List<Integer> refs = new ArrayList<>();
                for (Node item : flattened(node)) {
                    int ref = expression(p, (org.pgherd.grammar.ast.Expr) item, groups, targets, sort);
                    if (!refs.contains(ref)) {
                        refs.add(ref);
                    }
                }
                content.add(
                        refs.isEmpty()
                                ? new GroupingSet(GroupingSet.Kind.EMPTY, List.of(), List.of(), node.location())
                                : new GroupingSet(GroupingSet.Kind.SIMPLE, refs, List.of(), node.location()));
            }
        }
        return new GroupingSet(GroupingSet.Kind.valueOf(raw.kind().name()), List.of(), content, raw.location());
    }

    /// Adds a group, taking over how ORDER BY sorts it; its reference.
    private static int expression(
            ParseState p,
            org.pgherd.grammar.ast.Expr raw,
            List<SortGroupClause> groups,
            List<TargetEntry> targets,
            List<SortGroupClause> sort) {
        int index = SortGroups.findSql92(p, raw, targets, ExprKind.GROUP_BY);
        int ref = targets.get(index).sortGroupRef();
        if (ref != 0) {
            for (SortGroupClause clause : groups) {
                if (clause.tleSortGroupRef() == ref) {
                    return ref;
                }
            }
            for (SortGroupClause clause : sort) {
                if (clause.tleSortGroupRef() == ref
                        && targets.get(index).expr().type().oid() != TypeOids.UNKNOWN) {
                    groups.add(clause);
                    return ref;
                }
            }
        }
        SortGroups.addGroup(
                p, index, groups, targets, ExprLocation.of(targets.get(index).expr()));
        return targets.get(index).sortGroupRef();
    }

    /// All single sets that GROUP BY's combination of sets stands for, as lists of sortGroupRefs, larger ones first.
    public static List<List<Integer>> expand(List<GroupingSet> sets, boolean distinct) {
        List<List<Integer>> result = new ArrayList<>();
        result.add(List.of());
        for (GroupingSet set : sets) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> left : result) {
                for (List<Integer> right : alternatives(set)) {
                    List<Integer> joined = new ArrayList<>(left);
                    right.stream().filter(ref -> !joined.contains(ref)).forEach(joined::add);
                    next.add(joined);
                }
            }
            if (next.size() > MAX_SETS) {
                throw new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "too many grouping sets present (maximum 4096)");
            }
            result = next;
        }
        if (distinct) {
            Set<Set<Integer>> seen = new HashSet<>();
            result.removeIf(set -> !seen.add(Set.copyOf(set)));
        }
        return result;
    }

    private static List<List<Integer>> alternatives(GroupingSet set) {
        List<List<Integer>> list = new ArrayList<>();
        switch (set.kind()) {
            case EMPTY -> list.add(List.of());
            case SIMPLE -> list.add(set.refs());
            case SETS -> set.content().forEach(inner -> list.addAll(alternatives(inner)));
            case ROLLUP -> {
                for (int n = set.content().size(); n >= 0; n--) {
                    list.add(union(set.content().subList(0, n)));
                }
            }
            case CUBE -> {
                int n = set.content().size();
                for (int mask = (1 << n) - 1; mask >= 0; mask--) {
                    List<GroupingSet> chosen = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        if ((mask & 1 << n - 1 - i) != 0) {
                            chosen.add(set.content().get(i));
                        }
                    }
                    list.add(union(chosen));
                }
            }
        }
        return list;
    }

    private static List<Integer> union(List<GroupingSet> sets) {
        List<Integer> refs = new ArrayList<>();
        for (GroupingSet set : sets) {
            set.refs().stream().filter(ref -> !refs.contains(ref)).forEach(refs::add);
        }
        return refs;
    }

    /// Groups that are in every set.
    static Set<Integer> commonRefs(List<GroupingSet> sets) {
        Set<Integer> common = null;
        for (List<Integer> set : expand(sets, false)) {
            if (common == null) {
                common = new HashSet<>(set);
            } else {
                common.retainAll(set);
            }
        }
        return common == null ? Set.of() : common;
    }
}
