package org.pgherd.analyzer.catalog;

/// pg_class.relpersistence.
public enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
}
