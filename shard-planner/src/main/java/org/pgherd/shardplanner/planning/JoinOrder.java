package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.shardplanner.cost.Selectivity;

/// In which order members are joined here: dynamic programming over all trees of up to ten
/// (joinrels.c:join_search_one_level), beyond that always the pair with the fewest rows.
///
/// The cost of a tree is the number of rows that pass through it: each join's own, and the smaller input once more,
/// since it is hashed. A pair that no qual joins counts all its pairs.
final class JoinOrder {
    private static final int EXHAUSTIVE = 10;

    /// What one run of a LATERAL item costs, in rows.
    private static final double RUN = 100;

    private final List<Member> members;
    private final List<Link> links = new ArrayList<>();

    /// What is joined.
    ///
    /// @param part null for a LATERAL `item`, which is run for each row of what it `needs`
    record Member(
            @Nullable LocalPart part,
            @Nullable FromItem item,
            Set<Integer> relations,
            double rows,
            Set<Integer> needs) {
        static Member of(LocalPart part) {
            return new Member(part, null, part.relations(), part.rows(), Set.of());
        }
    }

    /// A qual over several members, as a set of them.
    private record Link(long members, double selectivity) {}

    /// A tree of joins; a leaf is a member.
    ///
    /// @param needs members that must be on the left side of the join with it
    record Tree(@Nullable Tree left, @Nullable Tree right, long members, long needs, double rows, double cost) {
        /// Whether it can be computed by itself.
        boolean isComplete() {
            return needs == 0;
        }
    }

    JoinOrder(List<Member> members, List<Expr> quals, Selectivity selectivity) {
        this.members = members;
        for (Expr qual : quals) {
            long bits = bits(Quals.relations(qual));
            if (Long.bitCount(bits) > 1) {
                links.add(new Link(bits, selectivity.of(qual)));
            }
        }
    }

    private long bits(Set<Integer> relations) {
        long bits = 0;
        for (int i = 0; i < members.size(); i++) {
            if (relations.stream().anyMatch(members.get(i).relations()::contains)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /// What a leaf is.
    Member member(Tree leaf) {
        return members.get(Long.numberOfTrailingZeros(leaf.members()));
    }

    /// Whether a tree can be computed by itself and has the columns of these relations.
    boolean covers(Tree tree, Set<Integer> relations) {
        return tree.isComplete() && (bits(relations) & ~tree.members()) == 0;
    }

    Tree best() {
        return members.size() <= EXHAUSTIVE ? exhaustive() : greedy();
    }

    private Tree leaf(int i) {
        Member member = members.get(i);
        long needs = bits(member.needs());
        if (member.part() == null && needs == 0) {
            throw new AssertionError("LATERAL without a column of another item");
        }
        return new Tree(null, null, 1L << i, needs, Math.max(1, member.rows()), 0);
    }

    private Tree exhaustive() {
        int all = (1 << members.size()) - 1;
        @Nullable Tree[] best = new Tree[all + 1];
        for (int i = 0; i < members.size(); i++) {
            best[1 << i] = leaf(i);
        }
        for (int set = 1; set <= all; set++) {
            if (Integer.bitCount(set) < 2) {
                continue;
            }
            int lowest = set & -set;
            // each split once: the member with the lowest bit stays left
            for (int left = (set - 1) & set; left > 0; left = (left - 1) & set) {
                Tree a = best[left];
                Tree b = best[set ^ left];
                Tree joined = (left & lowest) != 0 && a != null && b != null ? join(a, b) : null;
                Tree known = best[set];
                if (joined != null && (known == null || joined.cost() < known.cost())) {
                    best[set] = joined;
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
        for (int i = 0; i < members.size(); i++) {
            trees.add(leaf(i));
        }
        while (trees.size() > 1) {
            // what no qual joins waits, whatever the estimates say
            boolean linked = anyLinked(trees);
            Tree best = null;
            int first = 0;
            int second = 1;
            for (int i = 0; i < trees.size(); i++) {
                for (int j = i + 1; j < trees.size(); j++) {
                    boolean skips = linked && !areLinked(trees.get(i), trees.get(j));
                    Tree joined = skips ? null : join(trees.get(i), trees.get(j));
                    if (joined != null && (best == null || joined.cost() < best.cost())) {
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

    private boolean anyLinked(List<Tree> trees) {
        for (int i = 0; i < trees.size(); i++) {
            for (int j = i + 1; j < trees.size(); j++) {
                if (areLinked(trees.get(i), trees.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether they may be joined, and a qual or a LATERAL item does it.
    private boolean areLinked(Tree a, Tree b) {
        if (!a.isComplete() && !b.isComplete() || (a.needs() & ~b.members()) != 0 || (b.needs() & ~a.members()) != 0) {
            return false;
        }
        long both = a.members() | b.members();
        return !a.isComplete()
                || !b.isComplete()
                || links.stream()
                        .anyMatch(link -> (link.members() & ~both) == 0
                                && (link.members() & a.members()) != 0
                                && (link.members() & b.members()) != 0);
    }

    /// Null if one of them reads what is not in the other.
    private @Nullable Tree join(Tree a, Tree b) {
        if (!a.isComplete()) {
            return b.isComplete() ? join(b, a) : null;
        }
        if ((b.needs() & ~a.members()) != 0) {
            return null;
        }
        long both = a.members() | b.members();
        double part = 1;
        boolean linked = false;
        for (Link link : links) {
            boolean within = (link.members() & ~both) == 0;
            boolean across = (link.members() & a.members()) != 0 && (link.members() & b.members()) != 0;
            if (within && across) {
                part *= link.selectivity();
                linked = true;
            }
        }
        double pairs = a.rows() * b.rows();
        double rows = Math.max(1, pairs * part);
        double work = !b.isComplete()
                ? a.rows() * (RUN + b.rows())
                : rows + Math.min(a.rows(), b.rows()) + (linked ? 0 : pairs);
        return new Tree(a, b, both, 0, rows, a.cost() + b.cost() + work);
    }
}
