package org.pgherd.shardplanner.explain;

/// How EXPLAIN writes.
public enum ExplainFormat {
    TEXT,
    JSON,
    YAML,
    XML,
    /// A page for a browser. PostgreSQL has none such.
    HTML
}
