package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE VIEW.
public record ViewStmt(
        RangeVar view,
        List<String> aliases,
        SelectStmt query,
        boolean replace,
        List<DefElem> options,
        ViewCheckOption withCheckOption,
        Position at)
        implements UtilityStatement {
    public ViewStmt {
        aliases = List.copyOf(aliases);
        options = List.copyOf(options);
    }
}
