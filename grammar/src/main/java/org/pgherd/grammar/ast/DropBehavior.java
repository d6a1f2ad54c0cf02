package org.pgherd.grammar.ast;

/// RESTRICT is also the default.
public enum DropBehavior {
    RESTRICT,
    CASCADE
}
