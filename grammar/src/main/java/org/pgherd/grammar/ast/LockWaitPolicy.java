package org.pgherd.grammar.ast;

/// wait, SKIP LOCKED, NOWAIT.
public enum LockWaitPolicy {
    BLOCK,
    SKIP,
    ERROR
}
