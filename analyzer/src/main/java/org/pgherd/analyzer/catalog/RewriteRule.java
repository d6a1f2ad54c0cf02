package org.pgherd.analyzer.catalog;

/// An enabled rule that is not a view's own.
///
/// @param event 1 select, 2 update, 3 insert, 4 delete
/// @param hasCondition whether it has a WHERE
/// @param definition pg_get_ruledef
public record RewriteRule(int oid, String name, char event, boolean instead, boolean hasCondition, String definition) {}
