package org.pgherd.grammar.ast;

/// FORMAT.
public enum JsonFormatType {
    DEFAULT,
    JSON
}
