package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;

/// UPDATE t FROM x  =>  the target t stands in the join tree beside x: its rows count for where the statement runs.
public final class JoinTargetRelation extends ExprRewriter {
    private JoinTargetRelation() {}

    public static Query in(Query query) {
        return new JoinTargetRelation().rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query at = super.rewrite(query);
        boolean joins = at.commandType() == CommandType.UPDATE
                || at.commandType() == CommandType.DELETE
                || at.commandType() == CommandType.MERGE;
        if (!joins || contains(at.jointree().fromList(), at.resultRelation())) {
            return at;
        }
        List<FromItem> items = new ArrayList<>();
        items.add(new RangeTblRef(at.resultRelation()));
        items.addAll(at.jointree().fromList());
        Query.Builder b = at.toBuilder();
        b.jointree = new FromExpr(items, at.jointree().quals());
        return b.build();
    }

    private static boolean contains(List<FromItem> items, int rtindex) {
        return items.stream().anyMatch(item -> item instanceof RangeTblRef ref && ref.rtindex() == rtindex);
    }
}
