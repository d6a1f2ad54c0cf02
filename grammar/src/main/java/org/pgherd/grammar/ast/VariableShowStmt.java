package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// SHOW; `all` for all.
public record VariableShowStmt(String name, Position at) implements UtilityStatement {}
