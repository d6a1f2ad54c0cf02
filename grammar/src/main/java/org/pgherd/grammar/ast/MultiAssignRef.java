package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// Column `colno` (from 1) of the row that UPDATE SET (a, b) = source assigns.
public record MultiAssignRef(Expr source, int colno, int ncolumns, Position at) implements Expr {}
