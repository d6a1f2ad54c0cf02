package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A query inside an expression.
/// @param id of a MULTIEXPR sublink, by which its Params find it; 0 for the rest
/// @param testExpr ANY, ALL, ROWCOMPARE: the comparison, in which Params of kind SUBLINK stand for the query's columns
public record SubLink(
        Kind kind, int id, @Nullable Expr testExpr, List<String> operName, Query subselect, SqlType type, Position at)
        implements Expr {
    public SubLink {
        operName = List.copyOf(operName);
    }

    /// What is done with the rows (SubLinkType).
    public enum Kind {
        EXISTS,
        ALL,
        ANY,
        ROWCOMPARE,
        EXPR,
        MULTIEXPR,
        ARRAY,
        CTE
    }
}
