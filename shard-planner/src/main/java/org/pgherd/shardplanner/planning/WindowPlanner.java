package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.WindowClause;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.shardplanner.plan.FrameClause;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.WindowCall;

/// One window: sort by partition and order, then evaluate the functions over it.
final class WindowPlanner {
    private final Query query;
    private final Environment environment;
    private final QueryPlanner queries;

    WindowPlanner(Query query, Environment environment, QueryPlanner queries) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
    }

    LocalPart plan(LocalPart input, WindowClause window) {
        List<WindowFunc> functions = functions(window.winRef());
        if (functions.isEmpty()) {
            return input;
        }
        List<Expr> wanted = new ArrayList<>();
        window.partitionClause().forEach(clause -> wanted.add(target(clause)));
        window.orderClause().forEach(clause -> wanted.add(target(clause)));
        LocalPart ready = queries.withColumns(input, wanted, environment);
        List<Expr> inside = new ArrayList<>();
        functions.forEach(f -> inside.addAll(f.args()));
        ready = Asks.add(ready, queries.expressions(inside, ready, environment), queries.planning());
        List<GroupKey> partition = new ArrayList<>();
        List<SortKey> sort = new ArrayList<>();
        for (SortGroupClause clause : window.partitionClause()) {
            Expr expr = target(clause);
            partition.add(new GroupKey(ready.position(expr), expr.type(), clause.eqOp(), expr.collation()));
            sort.add(Remotes.sortKey(ready.position(expr), expr, clause));
        }
        List<SortKey> order = new ArrayList<>();
        for (SortGroupClause clause : window.orderClause()) {
            Expr expr = target(clause);
            order.add(Remotes.sortKey(ready.position(expr), expr, clause));
        }
        sort.addAll(order);
        PlanNode sorted = sort.isEmpty() ? ready.node() : new Sort(ready.node(), sort);
        List<WindowCall> calls = new ArrayList<>();
        List<PlanColumn> callColumns = new ArrayList<>();
        List<Expr> columns = new ArrayList<>(ready.columns());
        for (WindowFunc f : functions) {
            calls.add(new WindowCall(
                    f.winFnOid(),
                    ready.resolve(queries.expressions(f.args(), ready, environment)),
                    f.filter() == null ? null : ready.resolve(value(f.filter())),
                    f.aggregate(),
                    false,
                    f.inputCollation(),
                    f.type()));
            callColumns.add(new PlanColumn(f.name(), f.type()));
            columns.add(f);
        }
        FrameClause frame = new FrameClause(
                window.frame(),
                optional(window.startOffset()),
                optional(window.endOffset()),
                window.startInRangeFunc(),
                window.endInRangeFunc(),
                window.inRangeCollation(),
                window.inRangeAscending(),
                window.inRangeNullsFirst());
        WindowAgg node = new WindowAgg(sorted, partition, order, frame, calls, callColumns);
        return new LocalPart(ready.relations(), node, columns, ready.rows());
    }

    private Expr value(Expr expr) {
        return queries.expressions(List.of(expr), environment).getFirst();
    }

    private @Nullable Expr optional(@Nullable Expr expr) {
        return expr == null ? null : value(expr);
    }

    private Expr target(SortGroupClause clause) {
        for (TargetEntry entry : query.targetList()) {
            if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                return ExprEquality.withoutPositions(entry.expr());
            }
        }
        throw new AssertionError("window reference " + clause.tleSortGroupRef() + " is missing");
    }

    private List<WindowFunc> functions(int winRef) {
        List<WindowFunc> list = new ArrayList<>();
        for (TargetEntry entry : query.targetList()) {
            ExprWalk.forEach(entry.expr(), e -> {
                if (e instanceof WindowFunc f && f.winRef() == winRef) {
                    WindowFunc plain = (WindowFunc) ExprEquality.withoutPositions(f);
                    if (!list.contains(plain)) {
                        list.add(plain);
                    }
                }
            });
        }
        return list;
    }
}
