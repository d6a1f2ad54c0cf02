package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.Combine;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.rule.FilterByOrArms;

/// Joins that the shards make: parts whose rows meet on their shards become one SQL statement, and each takes the quals
/// that read it alone.
final class RemoteJoins {
    private static final double MOST_GROWTH = 2;

    private final Environment environment;
    private final Planning planning;
    private final Selectivity selectivity;

    RemoteJoins(Environment environment, Planning planning, Selectivity selectivity) {
        this.environment = environment;
        this.planning = planning;
        this.selectivity = selectivity;
    }

    /// Puts together what one SQL statement may join, first what makes the fewest rows of the many. A join that
    /// multiplies the rows to be sent is left to be done here, unless nothing else is left to be done here then.
    void merge(List<Part> parts, List<Expr> pending, Equalities equal) {
        if (!planning.allows(Rung.SCATTER)) {
            return;
        }
        while (parts.size() > 1) {
            Merge best = null;
            for (int i = 0; i < parts.size(); i++) {
                for (int j = i + 1; j < parts.size(); j++) {
                    if (parts.get(i) instanceof RemotePart a
                            && parts.get(j) instanceof RemotePart b
                            && connected(a, b, pending)
                            && Combine.inner(a.spread(), b.spread(), equal) instanceof Spread spread) {
                        double growth = growth(a, b, pending);
                        if (best == null || growth < best.growth()) {
                            best = new Merge(i, j, spread, growth);
                        }
                    }
                }
            }
            if (best == null || best.growth() > MOST_GROWTH && !mergeable(parts, pending, equal)) {
                return;
            }
            RemotePart a = (RemotePart) parts.get(best.first());
            parts.set(best.first(), a.joined((RemotePart) parts.get(best.second()), best.spread()));
            parts.remove(best.second());
        }
    }

    private record Merge(int first, int second, Spread spread, double growth) {}

    /// Whether all parts can become one, in whatever order.
    private static boolean mergeable(List<Part> parts, List<Expr> pending, Equalities equal) {
        List<Part> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            RemotePart merged = null;
            for (int i = 1; i < left.size() && merged == null; i++) {
                if (left.getFirst() instanceof RemotePart a
                        && left.get(i) instanceof RemotePart b
                        && connected(a, b, pending)
                        && Combine.inner(a.spread(), b.spread(), equal) instanceof Spread spread) {
                    merged = a.joined(b, spread);
                    left.remove(i);
                }
            }
            if (merged == null) {
                return false;
            }
            left.set(0, merged);
        }
        return true;
    }

    /// Rows of a join as a multiple of those of its larger side.
    private double growth(RemotePart a, RemotePart b, List<Expr> pending) {
        Set<Integer> both = new HashSet<>(a.relations());
        both.addAll(b.relations());
        double rows = 1;
        double left = a.rows();
        double right = b.rows();
        for (Expr qual : pending) {
            Set<Integer> reads = Quals.relations(qual);
            if (reads.isEmpty() || Quals.hasSubLink(qual)) {
                continue;
            }
            if (a.relations().containsAll(reads)) {
                left *= selectivity.of(qual);
            } else if (b.relations().containsAll(reads)) {
                right *= selectivity.of(qual);
            } else if (both.containsAll(reads)) {
                rows *= selectivity.of(qual);
            }
        }
        return rows * left * right / Math.max(1, Math.max(left, right));
    }

    /// A cross join is not worth to be done there: it multiplies what is sent.
    private static boolean connected(RemotePart a, RemotePart b, List<Expr> pending) {
        for (Expr qual : pending) {
            Set<Integer> reads = Quals.relations(qual);
            if (reads.stream().anyMatch(a.relations()::contains)
                    && reads.stream().anyMatch(b.relations()::contains)) {
                return true;
            }
        }
        return a.spread().onOneShard() && b.spread().onOneShard();
    }

    /// Gives each qual that reads one part only to it.
    void pushDown(List<Part> parts, List<Expr> pending, Equalities equal) {
        for (Expr qual : List.copyOf(pending)) {
            Set<Integer> reads = Quals.relations(qual);
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                boolean only = part.relations().containsAll(reads) && (!reads.isEmpty() || parts.size() == 1);
                if (only && part instanceof RemotePart remote) {
                    if (Shippable.in(qual, remote.spread(), equal, environment, planning) instanceof Spread spread) {
                        parts.set(i, remote.withQual(qual, spread, selectivity.of(qual)));
                        pending.remove(qual);
                    }
                    break;
                }
            }
        }
        for (Expr qual : pending) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof RemotePart remote) {
                    parts.set(i, narrowed(remote, qual, equal));
                }
            }
        }
    }

    /// With what the arms of an OR over several parts say of this one.
    private RemotePart narrowed(RemotePart part, Expr qual, Equalities equal) {
        Expr own =
                FilterByOrArms.apply(qual, part.relations(), planning.facts()).orElse(null);
        if (own != null && Shippable.in(own, part.spread(), equal, environment, planning) instanceof Spread spread) {
            planning.fire(FilterByOrArms.class);
            return part.withQual(own, spread, selectivity.of(own));
        }
        return part;
    }
}
