package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// LOAD.
public record LoadStmt(String filename, Position at) implements UtilityStatement {}
