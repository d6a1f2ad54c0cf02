package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A type by name; built-in spellings arrive as pg_catalog names (`int` is pg_catalog.int4). An array bound
/// that is not given is -1.
/// INTERVAL's fields are in `typmods` as PostgreSQL's mask. Without names it is the NONE of an operator's
/// missing argument.
public record TypeName(
        List<String> names, boolean setof, boolean pctType, List<Expr> typmods, List<Integer> arrayBounds, Position at)
        implements Node {
    public TypeName {
        names = List.copyOf(names);
        typmods = List.copyOf(typmods);
        arrayBounds = List.copyOf(arrayBounds);
    }
}
