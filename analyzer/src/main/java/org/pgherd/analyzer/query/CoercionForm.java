package org.pgherd.analyzer.query;

/// How a call or cast was written, so that it can be written so again (CoercionForm).
public enum CoercionForm {
    /// `f(x)`, `ROW(...)` written out
    EXPLICIT_CALL,
    /// `x::t`, `CAST(x AS t)`
    EXPLICIT_CAST,
    /// added by the analyzer; not shown
    IMPLICIT_CAST,
    /// SQL's own spelling, like EXTRACT(.. FROM ..)
    SQL_SYNTAX
}
