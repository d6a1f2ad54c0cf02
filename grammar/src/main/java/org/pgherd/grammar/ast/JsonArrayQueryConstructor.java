package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_ARRAY of a query.
public record JsonArrayQueryConstructor(
        SelectStmt query,
        @Nullable JsonOutput output,
        @Nullable JsonFormat format,
        boolean absentOnNull,
        Position at) implements Expr {}
