package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A subquery in FROM.
public record RangeSubselect(
        boolean lateral, SelectStmt subquery, @Nullable Alias alias, Position at) implements FromItem {}
