package org.pgherd.grammar.build;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.Expr;

/// One end of a window frame; `option` is a START_ bit of FrameOptions.
public record FrameBound(int option, @Nullable Expr offset, Position at) {}
