package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.shardplanner.distribution.Spread;

/// A part that shards compute: join tree and quals that become SQL when it is known which columns are needed.
public record RemotePart(Set<Integer> relations, List<FromItem> items, List<Expr> quals, Spread spread, double rows)
        implements Part {
    public RemotePart {
        relations = Set.copyOf(relations);
        items = List.copyOf(items);
        quals = List.copyOf(quals);
    }

    /// @param left the part of the rows for which the qual is true
    RemotePart withQual(Expr qual, Spread changed, double left) {
        List<Expr> more = new ArrayList<>(quals);
        more.add(qual);
        return new RemotePart(relations, items, more, changed, Math.max(1, rows * left));
    }

    /// With no qual yet: the pairs of all rows.
    RemotePart joined(RemotePart other, Spread changed) {
        Set<Integer> all = new HashSet<>(relations);
        all.addAll(other.relations);
        List<FromItem> allItems = new ArrayList<>(items);
        allItems.addAll(other.items);
        List<Expr> allQuals = new ArrayList<>(quals);
        allQuals.addAll(other.quals);
        return new RemotePart(all, allItems, allQuals, changed, rows * other.rows);
    }

    /// As a join tree of its own.
    public FromExpr jointree() {
        return new FromExpr(items, Quals.and(quals));
    }

    /// As one item of a join: quals inside.
    FromItem asItem() {
        return items.size() == 1 && quals.isEmpty() ? items.getFirst() : jointree();
    }

    @Nullable
    Expr allQuals() {
        return Quals.and(quals);
    }
}
