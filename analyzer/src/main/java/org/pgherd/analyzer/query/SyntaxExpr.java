package org.pgherd.analyzer.query;

import java.util.List;

/// A function-like construct with a syntax of its own, which no row of pg_proc stands for: SQL/JSON and SQL/XML.
public sealed interface SyntaxExpr extends Expr
        permits JsonConstructorExpr, JsonIsPredicate, JsonExpr, JsonTableExpr, XmlExpr, XmlTableExpr {
    /// All expressions below, in an order of the record's own.
    List<Expr> arguments();

    /// The same node over other expressions, as many as [#arguments] gave.
    SyntaxExpr withArguments(List<Expr> arguments);

    /// The same node, of no place in the text.
    SyntaxExpr withoutPosition();
}
