package org.pgherd.semantics.aggregate;

import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// The states of one aggregate for all groups of a hash or sort aggregation, indexed by group number.
/// FILTER and DISTINCT are the caller's; NULL arguments are handled here as PostgreSQL's strictness says.
public interface GroupedAccumulator {
    /// Makes room for groups 0 .. count-1, new ones in the initial state.
    void ensureGroups(int count);

    /// Back to the initial state.
    void reset(int group);

    /// One row's arguments into the group's state.
    void add(int group, Vector[] arguments, int row);

    /// Rows from..to-1, row i into groups[i]. To be overridden with a loop over the primitive array.
    default void addAll(int[] groups, Vector[] arguments, int from, int to) {
        for (int row = from; row < to; row++) {
            add(groups[row], arguments, row);
        }
    }

    /// All rows from..to-1 into one group.
    default void addAll(int group, Vector[] arguments, int from, int to) {
        for (int row = from; row < to; row++) {
            add(group, arguments, row);
        }
    }

    /// Merges a shard's partial result; the columns are those of the [PartialPlan].
    default void combine(int group, Vector[] partials, int row) {
        throw new AssertionError("aggregate has no partial form");
    }

    /// Whether [#remove] works, for windows whose frame moves.
    default boolean supportsRemove() {
        return false;
    }

    /// Undoes the oldest [#add] (pg_aggregate.aggminvtransfn).
    default void remove(int group, Vector[] arguments, int row) {
        throw new AssertionError("aggregate has no inverse");
    }

    /// Appends the group's final value; the state stays as it is.
    void finish(int group, VectorBuilder out);

    /// Bytes held, for the memory account.
    long memory();
}
