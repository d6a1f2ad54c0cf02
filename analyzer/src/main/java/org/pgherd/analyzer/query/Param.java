package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A value that is not known when the statement is planned.
/// @param number EXTERN: the n of `$n`; EXEC: slot of a value the executor supplies; SUBLINK: output column of the
/// sublink around it;
/// MULTIEXPR: `sublink id << 16 | column` of a multi-column assignment
public record Param(Kind kind, int number, SqlType type, Position at) implements Expr {
    /// Where the value comes from (ParamKind).
    public enum Kind {
        EXTERN,
        EXEC,
        SUBLINK,
        MULTIEXPR
    }
}
