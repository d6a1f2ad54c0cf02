package org.pgherd.analyzer.catalog;

/// A rule that is not a view's own.
/// @param event 1 select, 2 update, 3 insert, 4 delete
public record RewriteRule(int oid, String name, char event, boolean instead, String definition) {}
