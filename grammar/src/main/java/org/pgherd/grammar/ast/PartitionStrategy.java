package org.pgherd.grammar.ast;

/// PARTITION BY.
public enum PartitionStrategy {
    LIST,
    RANGE,
    HASH
}
