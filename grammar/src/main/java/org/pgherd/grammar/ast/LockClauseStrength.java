package org.pgherd.grammar.ast;

/// FOR ...
public enum LockClauseStrength {
    KEY_SHARE,
    SHARE,
    NO_KEY_UPDATE,
    UPDATE
}
