package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// SET and RESET; `args` are [AConst]s, or a [TypeCast] for an interval TIME ZONE, or [DefElem]s of
/// transaction modes.
public record VariableSetStmt(
        VariableSetKind kind, @Nullable String name, List<Node> args, boolean isLocal, Position at)
        implements UtilityStatement {
    public VariableSetStmt {
        args = List.copyOf(args);
    }
}
