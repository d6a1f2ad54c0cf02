package org.pgherd.grammar.ast;

/// IMPORT FOREIGN SCHEMA.
public enum ImportForeignSchemaType {
    ALL,
    LIMIT_TO,
    EXCEPT
}
