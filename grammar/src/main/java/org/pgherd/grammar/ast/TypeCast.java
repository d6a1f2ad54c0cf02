package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// CAST, ::, and type 'literal'.
public record TypeCast(Expr arg, TypeName typeName, Position location, Position at) implements Expr {}
