package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A column of XMLTABLE.
public record RangeTableFuncCol(
        String colname,
        @Nullable TypeName typeName,
        boolean forOrdinality,
        boolean isNotNull,
        @Nullable Expr colexpr,
        @Nullable Expr coldefexpr,
        Position at)
        implements Node {}
