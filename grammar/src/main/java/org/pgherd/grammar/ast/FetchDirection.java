package org.pgherd.grammar.ast;

/// FETCH.
public enum FetchDirection {
    FORWARD,
    BACKWARD,
    ABSOLUTE,
    RELATIVE
}
