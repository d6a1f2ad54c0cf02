package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A path of JSON_TABLE, and its name.
public record JsonTablePathSpec(Expr string, @Nullable String name, Position at) implements Node {}
