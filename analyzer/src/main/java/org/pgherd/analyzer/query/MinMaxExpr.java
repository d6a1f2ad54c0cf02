package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// GREATEST or LEAST, by the default btree order of the type.
public record MinMaxExpr(Kind kind, List<Expr> args, SqlType type, int inputCollation, Position at) implements Expr {
    public MinMaxExpr {
        args = List.copyOf(args);
    }

    /// Which end.
    public enum Kind {
        GREATEST,
        LEAST
    }
}
