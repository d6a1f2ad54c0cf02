package org.pgherd.grammar.ast;

/// REINDEX.
public enum ReindexObjectType {
    INDEX,
    TABLE,
    SCHEMA,
    SYSTEM,
    DATABASE
}
