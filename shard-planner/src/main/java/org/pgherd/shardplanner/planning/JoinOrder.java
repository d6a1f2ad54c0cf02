package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.shardplanner.cost.Selectivity;

/// In which order parts are joined here: dynamic programming over all trees of up to ten parts
/// (joinrels.c:join_search_one_level), beyond that always the pair with the fewest rows.
///
/// The cost of a tree is the number of rows that pass through it: each join's own, and the smaller input once more,
/// since it is hashed. A pair that no qual joins counts all its pairs.
final class JoinOrder {
    private static final int EXHAUSTIVE = 10;

    private final List<LocalPart> parts;
    private final List<Link> links = new ArrayList<>();

    /// A qual over several parts, as a set of them.
    private record Link(long parts, double selectivity) {}

    /// A tree of joins; a leaf has a part.
    record Tree(
            @Nullable LocalPart part,
            @Nullable Tree left,
            @Nullable Tree right,
            long parts,
            double rows,
            double cost) {}

    JoinOrder(List<LocalPart> parts, List<Expr> quals, Selectivity selectivity) {
        this.parts = parts;
        for (Expr qual : quals) {
            long bits = bits(Quals.relations(qual));
            if (Long.bitCount(bits) > 1) {
                links.add(new Link(bits, selectivity.of(qual)));
            }
        }
    }

    private long bits(Set<Integer> relations) {
        long bits = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (relations.stream().anyMatch(parts.get(i).relations()::contains)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    Tree best() {
        return parts.size() <= EXHAUSTIVE ? exhaustive() : greedy();
    }

    private Tree leaf(int i) {
        LocalPart part = parts.get(i);
        return new Tree(part, null, null, 1L << i, Math.max(1, part.rows()), 0);
    }

    private Tree exhaustive() {
        int all = (1 << parts.size()) - 1;
        @Nullable Tree[] best = new Tree[all + 1];
        for (int i = 0; i < parts.size(); i++) {
            best[1 << i] = leaf(i);
        }
        for (int set = 1; set <= all; set++) {
            if (Integer.bitCount(set) < 2) {
                continue;
            }
            int lowest = set & -set;
            // each split once: the part with the lowest bit stays left
            for (int left = (set - 1) & set; left > 0; left = (left - 1) & set) {
                Tree a = best[left];
                Tree b = best[set ^ left];
                if ((left & lowest) != 0 && a != null && b != null) {
                    Tree joined = join(a, b);
                    Tree known = best[set];
                    if (known == null || joined.cost() < known.cost()) {
                        best[set] = joined;
                    }
                }
            }
        }
        Tree tree = best[all];
        if (tree == null) {
            throw new AssertionError("no order of joins");
        }
        return tree;
    }

    private Tree greedy() {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            trees.add(leaf(i));
        }
        while (trees.size() > 1) {
            Tree best = null;
            int first = 0;
            int second = 1;
            for (int i = 0; i < trees.size(); i++) {
                for (int j = i + 1; j < trees.size(); j++) {
                    Tree joined = join(trees.get(i), trees.get(j));
                    if (best == null || joined.cost() < best.cost()) {
                        best = joined;
                        first = i;
                        second = j;
                    }
                }
            }
            if (best == null) {
                throw new AssertionError("nothing to join");
            }
            trees.set(first, best);
            trees.remove(second);
        }
        return trees.getFirst();
    }

    private Tree join(Tree a, Tree b) {
        long both = a.parts() | b.parts();
        double part = 1;
        boolean linked = false;
        for (Link link : links) {
            boolean within = (link.parts() & ~both) == 0;
            boolean across = (link.parts() & a.parts()) != 0 && (link.parts() & b.parts()) != 0;
            if (within && across) {
                part *= link.selectivity();
                linked = true;
            }
        }
        double pairs = a.rows() * b.rows();
        double rows = Math.max(1, pairs * part);
        double work = rows + Math.min(a.rows(), b.rows()) + (linked ? 0 : pairs);
        return new Tree(null, a, b, both, rows, a.cost() + b.cost() + work);
    }
}
