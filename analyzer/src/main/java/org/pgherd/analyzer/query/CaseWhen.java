package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;

/// One arm of a CASE.
public record CaseWhen(Expr condition, Expr result, Position at) {}
