package org.pgherd.grammar.ast;

/// DISCARD.
public enum DiscardMode {
    ALL,
    PLANS,
    SEQUENCES,
    TEMP
}
