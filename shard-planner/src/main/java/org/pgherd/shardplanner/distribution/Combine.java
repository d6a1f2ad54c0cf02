package org.pgherd.shardplanner.distribution;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JoinType;

/// The rules by which joins keep rows together. Each returns the spread of the join's output, or why there is none.
public final class Combine {
    private Combine() {}

    /// @param equal what holds on the joined rows: the quals of the scope and of the join's ON
    public static Finding join(JoinType kind, Spread left, Spread right, Equalities equal) {
        return sameReader(left, right, joined(kind, left, right, equal));
    }

    /// One statement runs as one role.
    static Finding sameReader(Spread left, Spread right, Finding joined) {
        if (!(joined instanceof Spread spread)) {
            return joined;
        }
        if (left.reader() == Spread.ANYONE || left.reader() == right.reader()) {
            return spread.readBy(right.reader());
        }
        return right.reader() == Spread.ANYONE
                ? spread.readBy(left.reader())
                : new Refusal("the relations are read with the rights of different roles");
    }

    private static Finding joined(JoinType kind, Spread left, Spread right, Equalities equal) {
        return switch (kind) {
            case INNER -> together(left, right, equal);
            case LEFT -> left(left, right, equal);
            case RIGHT -> left(right, left, equal);
            case FULL -> full(left, right, equal);
            case SEMI, ANTI -> exists(left, right, equal);
        };
    }

    /// Rows of a replicated side join on whichever shard the other side's row is, once each.
    public static Finding inner(Spread left, Spread right, Equalities equal) {
        return sameReader(left, right, together(left, right, equal));
    }

    private static Finding together(Spread left, Spread right, Equalities equal) {
        if (left.kind() == Spread.Kind.ANYWHERE) {
            return right;
        }
        if (right.kind() == Spread.Kind.ANYWHERE) {
            return left;
        }
        if (left.kind() == Spread.Kind.REPLICATED) {
            return right;
        }
        if (right.kind() == Spread.Kind.REPLICATED) {
            return left;
        }
        Set<Expr> keys = new HashSet<>(left.keys());
        keys.addAll(right.keys());
        if (samePin(left.pin(), right.pin(), equal)) {
            Spread.Kind kind = left.kind() == Spread.Kind.SHARDED || right.kind() == Spread.Kind.SHARDED
                    ? Spread.Kind.SHARDED
                    : Spread.Kind.ONE;
            int group = left.kind() == Spread.Kind.SHARDED ? left.group() : right.group();
            return new Spread(kind, group, keys, left.pin(), null, both(left, right));
        }
        if (colocated(left, right, equal)) {
            Pin pin = left.pin() != null ? left.pin() : right.pin();
            KeyList narrowed = left.narrowed() != null ? left.narrowed() : right.narrowed();
            String because = left.because().equals(right.because()) ? left.because() : both(left, right);
            return new Spread(Spread.Kind.SHARDED, left.group(), keys, pin, narrowed, because);
        }
        return apart(left, right);
    }

    /// The preserved side must see all its possible partners where its row is, and its row must be in one place
    /// only.
    /// Counter-example: reference LEFT JOIN sharded would show each reference row without a partner once per shard.
    private static Finding left(Spread kept, Spread optional, Equalities equal) {
        if (optional.everywhere()) {
            return kept.kind() == Spread.Kind.ANYWHERE && optional.kind() == Spread.Kind.REPLICATED
                    ? Spread.replicated(optional.because())
                    : kept;
        }
        if (kept.everywhere()) {
            return optional.pin() != null
                    ? Spread.one(optional.pin(), optional.because())
                    : new Refusal("the preserved side of an outer join is replicated: its rows without a partner"
                            + " would come from every shard");
        }
        if (samePin(kept.pin(), optional.pin(), equal) || colocated(kept, optional, equal)) {
            return kept.because(both(kept, optional));
        }
        return apart(kept, optional);
    }

    private static Finding full(Spread left, Spread right, Equalities equal) {
        if (left.everywhere() && right.everywhere()) {
            return Spread.replicated(both(left, right));
        }
        if (left.pin() != null && (samePin(left.pin(), right.pin(), equal) || right.everywhere())) {
            return Spread.one(left.pin(), both(left, right));
        }
        if (right.pin() != null && left.everywhere()) {
            return Spread.one(right.pin(), both(left, right));
        }
        if (!left.everywhere() && !right.everywhere() && colocated(left, right, equal)) {
            return new Spread(Spread.Kind.SHARDED, left.group(), Set.of(), null, null, both(left, right));
        }
        return left.everywhere() || right.everywhere()
                ? new Refusal("a full join with a replicated side shows its rows without a partner on every shard")
                : apart(left, right);
    }

    /// EXISTS, IN and correlated subqueries: the outer row must see all inner rows it is compared with.
    public static Finding semi(Spread outer, Spread inner, Equalities equal) {
        return sameReader(outer, inner, exists(outer, inner, equal));
    }

    private static Finding exists(Spread outer, Spread inner, Equalities equal) {
        if (inner.everywhere()) {
            return outer.kind() == Spread.Kind.ANYWHERE && inner.kind() == Spread.Kind.REPLICATED
                    ? Spread.replicated(inner.because())
                    : outer;
        }
        if (outer.everywhere()) {
            return inner.pin() != null
                    ? Spread.one(inner.pin(), inner.because())
                    : new Refusal("a subquery reads rows of several shards");
        }
        if (samePin(outer.pin(), inner.pin(), equal) || colocated(outer, inner, equal)) {
            return outer.because(both(outer, inner));
        }
        return apart(outer, inner);
    }

    static boolean samePin(@Nullable Pin left, @Nullable Pin right, Equalities equal) {
        return switch (left) {
            case null -> false;
            case Pin.ToShard a -> right instanceof Pin.ToShard b && a.shard() == b.shard();
            case Pin.ToKey a -> right instanceof Pin.ToKey b && a.group() == b.group() && equal.same(a.key(), b.key());
        };
    }

    private static boolean colocated(Spread left, Spread right, Equalities equal) {
        if (left.kind() != Spread.Kind.SHARDED
                || right.kind() != Spread.Kind.SHARDED
                || left.group() != right.group()) {
            return false;
        }
        for (Expr key : right.keys()) {
            if (equal.isKey(key, left.keys())) {
                return true;
            }
        }
        return false;
    }

    private static String both(Spread left, Spread right) {
        if (left.because().isEmpty() || left.because().equals(right.because())) {
            return right.because();
        }
        return right.because().isEmpty() ? left.because() : left.because() + "; " + right.because();
    }

    private static Refusal apart(Spread left, Spread right) {
        if (left.kind() == Spread.Kind.SHARDED && right.kind() == Spread.Kind.SHARDED) {
            return left.group() == right.group()
                    ? new Refusal("no qual joins the tables by equality of their shard keys (" + left.because() + " | "
                            + right.because() + ")")
                    : new Refusal("the tables belong to different colocation groups (" + left.because() + " | "
                            + right.because() + ")");
        }
        return new Refusal("the rows are on different shards (" + left.because() + " | " + right.because() + ")");
    }
}
