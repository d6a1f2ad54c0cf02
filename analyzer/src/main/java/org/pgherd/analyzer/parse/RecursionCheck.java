package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.*;

/// Where a recursive WITH query may refer to itself: once, in the right side of a UNION, not below anything that would
/// need
/// all of its rows at once (checkWellFormedRecursion of parse_cte.c).
final class RecursionCheck {
    private final String name;
    private int selfReferences;
    private Where where = Where.OK;
    /// Whether an inner WITH query of the same name stands before it.
    private boolean hidden;

    private RecursionCheck(CommonTableExpr cte) {
        this.name = cte.ctename();
    }

    private enum Where {
        OK(""),
        NON_RECURSIVE_TERM("must not appear within its non-recursive term"),
        SUBLINK("must not appear within a subquery"),
        OUTER_JOIN("must not appear within an outer join"),
        INTERSECT("must not appear within INTERSECT"),
        EXCEPT("must not appear within EXCEPT");

        final String message;

        Where(String message) {
            this.message = message;
        }
    }

    static void check(CommonTableExpr cte) {
        if (!(cte.ctequery() instanceof SelectStmt body)) {
            throw new SqlException(
                    SqlState.INVALID_RECURSION,
                    "recursive query \"" + cte.ctename() + "\" must not contain data-modifying statements",
                    cte.location());
        }
        if (body.op() != SetOperation.UNION || body.larg() == null || body.rarg() == null) {
            throw new SqlException(
                    SqlState.INVALID_RECURSION,
                    "recursive query \"" + cte.ctename()
                            + "\" does not have the form non-recursive-term UNION [ALL] recursive-term",
                    cte.location());
        }
        RecursionCheck check = new RecursionCheck(cte);
        if (body.withClause() != null) {
            body.withClause().ctes().forEach(inner -> check.in(Where.SUBLINK, inner));
        }
        check.in(Where.NON_RECURSIVE_TERM, body.larg());
        if (!body.sortClause().isEmpty()) {
            throw unsupported(
                    "ORDER BY in a recursive query is not implemented",
                    body.sortClause().getFirst());
        }
        if (body.limitOffset() != null) {
            throw unsupported("OFFSET in a recursive query is not implemented", body.limitOffset());
        }
        if (body.limitCount() != null) {
            throw unsupported("LIMIT in a recursive query is not implemented", body.limitCount());
        }
        if (!body.lockingClause().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "FOR UPDATE/SHARE in a recursive query is not implemented");
        }
        check.walk(body.rarg());
        if (check.selfReferences != 1) {
            throw new AssertionError("recursive query refers to itself " + check.selfReferences + " times");
        }
    }

    private static SqlException unsupported(String message, Node node) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, node.at());
    }

    private void in(Where place, @Nullable Node node) {
        if (node == null) {
            return;
        }
        Where before = where;
        where = place;
        walk(node);
        where = before;
    }

    private void walk(Node node) {
        switch (node) {
            case RangeVar v -> {
                if (v.schemaname() == null && v.relname().equals(name) && !hidden) {
                    if (where != Where.OK) {
                        throw new SqlException(
                                SqlState.INVALID_RECURSION,
                                "recursive reference to query \"" + name + "\" " + where.message,
                                v.at());
                    }
                    if (++selfReferences > 1) {
                        throw new SqlException(
                                SqlState.INVALID_RECURSION,
                                "recursive reference to query \"" + name + "\" must not appear more than once",
                                v.at());
                    }
                }
            }
            case SelectStmt s -> {
                boolean before = hidden;
                with(s.withClause());
                select(s);
                hidden = before;
            }
            case JoinExpr j -> {
                in(j.jointype() == JoinType.FULL || j.jointype() == JoinType.RIGHT ? outer() : where, j.larg());
                in(j.jointype() == JoinType.FULL || j.jointype() == JoinType.LEFT ? outer() : where, j.rarg());
                if (j.quals() != null) {
                    walk(j.quals());
                }
            }
            case SubLink l -> {
                if (l.testexpr() != null) {
                    walk(l.testexpr());
                }
                in(where == Where.OK ? Where.SUBLINK : where, l.subselect());
            }
            default -> AstWalk.children(node).forEach(this::walk);
        }
    }

    private Where outer() {
        return where == Where.OK ? Where.OUTER_JOIN : where;
    }

    /// Without RECURSIVE a name is seen by the queries behind it and by the statement, not by its own.
    private void with(@Nullable WithClause with) {
        if (with == null) {
            return;
        }
        if (with.recursive()) {
            hidden |= with.ctes().stream().anyMatch(inner -> inner.ctename().equals(name));
        }
        for (CommonTableExpr inner : with.ctes()) {
            walk(inner);
            hidden |= inner.ctename().equals(name);
        }
    }

    private void select(SelectStmt s) {
        List<Node> rest = new ArrayList<>(AstWalk.children(s));
        rest.remove(s.withClause());
        if (s.op() == SetOperation.EXCEPT && s.larg() != null) {
            rest.remove(s.larg());
            rest.remove(s.rarg());
            walk(s.larg());
            in(where == Where.OK ? Where.EXCEPT : where, s.rarg());
        } else if (s.op() == SetOperation.INTERSECT && s.larg() != null) {
            rest.remove(s.larg());
            rest.remove(s.rarg());
            in(where == Where.OK && s.all() ? Where.INTERSECT : where, s.larg());
            in(where == Where.OK && s.all() ? Where.INTERSECT : where, s.rarg());
        }
        rest.forEach(this::walk);
    }

    /// A statement's own WITH.
    static @Nullable WithClause withOf(Node node) {
        return switch (node) {
            case SelectStmt s -> s.withClause();
            case InsertStmt s -> s.withClause();
            case UpdateStmt s -> s.withClause();
            case DeleteStmt s -> s.withClause();
            case MergeStmt s -> s.withClause();
            default -> null;
        };
    }
}
