package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;

/// What is known of statements that are the same but for their literals' values. The first of them is planned for
/// itself; with the second it is tried whether one plan serves them all.
public final class PlanTemplate {
    /// Values may by chance have a better plan than others (two keys on one shard), so one failure is not the last
    /// word.
    private static final int TRIES = 3;

    private boolean seen;
    private int tries;
    private volatile @Nullable GenericPlan plan;

    public @Nullable GenericPlan plan() {
        return plan;
    }

    /// Whether now is the time to make the plan: from the second statement on, unless it was tried often enough.
    synchronized boolean claim() {
        if (!seen) {
            seen = true;
            return false;
        }
        return plan == null && tries++ < TRIES;
    }

    synchronized void settle(GenericPlan made) {
        plan = made;
    }
}
