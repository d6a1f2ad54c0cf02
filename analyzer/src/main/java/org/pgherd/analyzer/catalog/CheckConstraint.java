package org.pgherd.analyzer.catalog;

/// A CHECK; `expression` is pg_get_expr of it.
public record CheckConstraint(int oid, String name, String expression) {}
