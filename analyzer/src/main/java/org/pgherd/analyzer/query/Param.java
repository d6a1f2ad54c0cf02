package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
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

    /// `$1`, `$2`... of these types.
    public static List<Expr> externs(List<SqlType> types) {
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add(new Param(Kind.EXTERN, i + 1, types.get(i), Position.NONE));
        }
        return values;
    }
}
