package org.pgherd.analyzer.query;

import java.util.List;

/// An expression that only planning makes: a plan node's own kind of value (a subplan, for one).
/// Generic walkers see its arguments.
public non-sealed interface PlannedExpr extends Expr {
    List<Expr> arguments();

    Expr withArguments(List<Expr> arguments);
}
