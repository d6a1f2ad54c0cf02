package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// UPDATE .. SET (a, b) = (SELECT x, y ..)  =>  SET a = (SELECT s.x FROM (SELECT x, y ..) s), b = (SELECT s.y ..).
///
/// For writes whose new values the coordinator computes: it knows subqueries of one value only.
public final class SplitRowAssignment {
    private SplitRowAssignment() {}

    public static Query in(Query update) {
        List<SubLink> sources = new ArrayList<>();
        for (TargetEntry entry : update.targetList()) {
            if (entry.expr() instanceof SubLink link && link.kind() == SubLink.Kind.MULTIEXPR) {
                sources.add(link);
            }
        }
        if (sources.isEmpty()) {
            return update;
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (TargetEntry entry : update.targetList()) {
            if (!(entry.expr() instanceof SubLink link) || link.kind() != SubLink.Kind.MULTIEXPR) {
                targets.add(entry.withExpr(ExprRewriter.replace(entry.expr(), e -> single(e, sources))));
            }
        }
        Query.Builder b = update.toBuilder();
        b.targetList = targets;
        return b.build();
    }

    private static @Nullable Expr single(Expr expr, List<SubLink> sources) {
        if (!(expr instanceof Param param) || param.kind() != Param.Kind.MULTIEXPR) {
            return null;
        }
        for (SubLink source : sources) {
            if (source.id() == param.number() >> 16) {
                return column(source, param.number() & 0xffff);
            }
        }
        throw new AssertionError("row assignment without its subquery");
    }

    private static Expr column(SubLink source, int number) {
        Query moved = Levels.raise(source.subselect(), 1);
        SqlType type = moved.outputTypes().get(number - 1);
        Alias alias = new Alias("s", moved.outputNames());
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = List.of(new RteSubquery(moved, false, false, 0, alias, alias, true));
        b.jointree = new FromExpr(List.of(new RangeTblRef(1)), null);
        Expr column = new Var(1, number, type, 0, Position.NONE);
        b.targetList = List.of(new TargetEntry(column, 1, moved.outputNames().get(number - 1), 0, 0, 0, false));
        return new SubLink(SubLink.Kind.EXPR, 0, null, List.of(), b.build(), type, source.at());
    }
}
