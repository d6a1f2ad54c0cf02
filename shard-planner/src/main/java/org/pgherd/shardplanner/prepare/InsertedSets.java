package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;

/// INSERT .. VALUES (generate_series(1, 10)) => INSERT .. SELECT over a subquery that makes the rows.
public final class InsertedSets {
    private InsertedSets() {}

    public static Query in(Query insert) {
        if (insert.commandType() != CommandType.INSERT) {
            return insert;
        }
        List<TargetEntry> sets = new ArrayList<>();
        for (TargetEntry entry : insert.targetList()) {
            if (isSet(entry.expr())) {
                sets.add(entry);
            }
        }
        if (sets.isEmpty() || !insert.jointree().fromList().isEmpty()) {
            return insert;
        }
        Query.Builder rows = Query.builder(CommandType.SELECT);
        rows.jointree = new FromExpr(List.of(), null);
        rows.hasTargetSRFs = true;
        List<TargetEntry> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TargetEntry entry : sets) {
            names.add("column" + (made.size() + 1));
            made.add(new TargetEntry(Levels.raise(entry.expr(), 1), made.size() + 1, names.getLast(), 0, 0, 0, false));
        }
        rows.targetList = made;
        Alias alias = new Alias("rows", names);
        int rtindex = insert.rtable().size() + 1;
        List<RangeTblEntry> tables = new ArrayList<>(insert.rtable());
        tables.add(new RteSubquery(rows.build(), false, false, 0, alias, alias, true));
        List<TargetEntry> targets = new ArrayList<>();
        for (TargetEntry entry : insert.targetList()) {
            int number = sets.indexOf(entry) + 1;
            targets.add(
                    number == 0
                            ? entry
                            : entry.withExpr(
                                    new Var(rtindex, number, entry.expr().type(), 0, Position.NONE)));
        }
        Query.Builder b = insert.toBuilder();
        b.rtable = tables;
        b.targetList = targets;
        b.hasTargetSRFs = false;
        List<FromItem> from = List.of(new RangeTblRef(rtindex));
        b.jointree = new FromExpr(from, insert.jointree().quals());
        return b.build();
    }

    private static boolean isSet(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof FuncExpr f && f.retset() || e instanceof OpExpr o && o.retset());
    }
}
