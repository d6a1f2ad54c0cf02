package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A parameter of a routine.
public record FunctionParameter(
        @Nullable String name,
        TypeName argType,
        FunctionParameterMode mode,
        @Nullable Expr defexpr,
        Position at) implements Node {}
