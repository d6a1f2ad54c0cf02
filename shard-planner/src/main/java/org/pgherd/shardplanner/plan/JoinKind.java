package org.pgherd.shardplanner.plan;

/// How a join treats rows without a partner. SEMI and ANTI yield the outer (left) columns only, the others all
/// columns of the outer, then of the inner child.
public enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    /// Each outer row that has a partner, once.
    SEMI,
    /// Each outer row that has none.
    ANTI;

    public boolean yieldsInner() {
        return this != SEMI && this != ANTI;
    }
}
