package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// JSON_OBJECTAGG.
public record JsonObjectAgg(
        JsonAggConstructor constructor, JsonKeyValue arg, boolean absentOnNull, boolean unique, Position at)
        implements Expr {}
