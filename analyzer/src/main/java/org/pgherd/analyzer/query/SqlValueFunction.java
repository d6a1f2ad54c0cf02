package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// CURRENT_DATE and its kin: parameterless functions with a grammar of their own.
public record SqlValueFunction(Op op, SqlType type, Position at) implements Expr {
    /// Which one (SQLValueFunctionOp); precision is in the type's modifier.
    public enum Op {
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP,
        LOCALTIME,
        LOCALTIMESTAMP,
        CURRENT_ROLE,
        CURRENT_USER,
        USER,
        SESSION_USER,
        CURRENT_CATALOG,
        CURRENT_SCHEMA
    }
}
