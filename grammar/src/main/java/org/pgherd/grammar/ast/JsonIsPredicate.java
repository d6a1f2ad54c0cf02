package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// IS [NOT] JSON; PostgreSQL wraps the negated one in NOT.
public record JsonIsPredicate(
        Expr expr,
        @Nullable JsonFormat format,
        JsonValueType itemType,
        boolean uniqueKeys,
        boolean negated,
        Position at)
        implements Expr {}
