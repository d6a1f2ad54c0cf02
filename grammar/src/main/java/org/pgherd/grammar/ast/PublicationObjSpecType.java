package org.pgherd.grammar.ast;

/// Objects of publications.
public enum PublicationObjSpecType {
    TABLE,
    TABLES_IN_SCHEMA,
    TABLES_IN_CUR_SCHEMA
}
