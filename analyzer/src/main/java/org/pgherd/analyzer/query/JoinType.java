package org.pgherd.analyzer.query;

/// Kinds of join. SEMI and ANTI come only from planning.
public enum JoinType {
    INNER,
    LEFT,
    FULL,
    RIGHT,
    SEMI,
    ANTI
}
