package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// CURRENT_DATE and its kin; `typmod` is the precision or -1.
public record SqlValueFunction(SqlValueFunctionOp op, int typmod, Position at) implements Expr {}
