package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A name for the old or the new row.
public record ReturningOption(ReturningOptionKind option, String value, Position at) implements Node {}
