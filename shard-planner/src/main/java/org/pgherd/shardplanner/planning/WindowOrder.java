package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.WindowClause;

/// In which order windows are evaluated, each over the rows as the one before has left them (select_active_windows
/// of planner.c): those that sort by more first, so that one which sorts by their beginning, or by nothing, finds the
/// rows sorted.
final class WindowOrder {
    private WindowOrder() {}

    static List<WindowClause> of(List<WindowClause> windows) {
        List<WindowClause> sorted = new ArrayList<>(windows);
        sorted.sort(WindowOrder::compare);
        return sorted;
    }

    /// common_prefix_cmp.
    private static int compare(WindowClause a, WindowClause b) {
        List<SortGroupClause> left = sorting(a);
        List<SortGroupClause> right = sorting(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            SortGroupClause l = left.get(i);
            SortGroupClause r = right.get(i);
            int c = Integer.compare(r.tleSortGroupRef(), l.tleSortGroupRef());
            c = c != 0 ? c : Integer.compareUnsigned(r.sortOp(), l.sortOp());
            c = c != 0 ? c : Boolean.compare(r.nullsFirst(), l.nullsFirst());
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(right.size(), left.size());
    }

    /// By what a window wants its rows sorted.
    static List<SortGroupClause> sorting(WindowClause window) {
        List<SortGroupClause> all = new ArrayList<>(window.partitionClause());
        window.orderClause().stream().filter(clause -> !all.contains(clause)).forEach(all::add);
        return all;
    }
}
