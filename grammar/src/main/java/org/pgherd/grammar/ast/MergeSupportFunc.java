package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// MERGE_ACTION().
public record MergeSupportFunc(Position at) implements Expr {}
