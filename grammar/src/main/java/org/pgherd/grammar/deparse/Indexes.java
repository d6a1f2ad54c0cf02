package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.IndexElem;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.SortByDir;

/// CREATE INDEX and the elements of indexes.
final class Indexes {
    private Indexes() {}

    static String element(IndexElem e) {
        return spaced(
                key(e.name(), e.expr()),
                e.collation().isEmpty() ? "" : "COLLATE " + dotted(e.collation()),
                dotted(e.opclass()) + Options.relation(e.opclassopts()),
                e.ordering() == SortByDir.DEFAULT ? "" : e.ordering().name(),
                Queries.nulls(e.nullsOrdering()));
    }

    /// A column or an expression in parentheses.
    static String key(@Nullable String name, @Nullable Expr expr) {
        return name != null ? name(name) : "(" + given("", expr, Expressions::expr) + ")";
    }

    static String create(IndexStmt s) {
        return spaced(
                "CREATE",
                when(s.unique(), "UNIQUE"),
                "INDEX",
                when(s.concurrent(), "CONCURRENTLY"),
                ifNotExists(s.ifNotExists()),
                given("", s.idxname(), SqlWords::name),
                "ON",
                FromItems.relation(s.relation()),
                given("USING", s.accessMethod(), SqlWords::name),
                "(" + list(s.indexParams(), Indexes::element) + ")",
                parens("INCLUDE", s.indexIncludingParams(), Indexes::element),
                when(s.nullsNotDistinct(), "NULLS NOT DISTINCT"),
                Options.with(s.options()),
                given("TABLESPACE", s.tableSpace(), SqlWords::name),
                given("WHERE", s.whereClause(), Expressions::expr));
    }
}
