package org.pgherd.engine.session;

import org.pgherd.grammar.ast.RawStmt;

/// A statement that was parsed and planned before.
///
/// @param raw its tree, whose positions refer to `text`
/// @param text the statement alone
/// @param quiet whether parsing it again would tell nothing: no name in it may have been truncated
public record KnownStatement(RawStmt raw, String text, PlannedQuery plan, boolean quiet) {}
