package org.pgherd.analyzer.query;

/// One column or expression of a conflict target; collation and opclass 0 if not named.
public record InferenceElem(Expr expr, int collation, int opclass) {}
