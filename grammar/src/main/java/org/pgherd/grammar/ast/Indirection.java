package org.pgherd.grammar.ast;

/// A step of the path behind a name or expression.
public sealed interface Indirection extends Node permits AIndices, AStar, FieldName {}
