package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// LIKE table; `options` are bits of [TableLikeOption].
public record TableLikeClause(RangeVar relation, int options, Position at) implements TableElement {}
